package org.postbag.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.email.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows from before addresses were kept in one spelling, on every engine.
class RecipientsMigrationTest {
  private static final String BEFORE = "29?";
  private static final List<String> OLD =
      List.of(
          "Anna@Example.org",
          "anna+shop@example.org",
          "An.Na+x@gmail.com",
          "an.na@GoogleMail.com",
          "+anna@example.org",
          "an.na@example.org");

  @ParameterizedTest
  @EnumSource
  void rowsFromBeforeAreOfTheSamePeopleAsNewOnes(Engine engine) {
    DatabaseSettings settings = OlderDatabase.settings(engine);
    OlderDatabase.fill(
        settings,
        BEFORE,
        rows -> {
          for (int i = 0; i < OLD.size(); i++) {
            insert(rows, i + 1, OLD.get(i));
          }
        });

    List<String> people =
        OLD.stream().map(old -> Address.parse(old).orElseThrow().canonical().toString()).toList();
    try (Database database = Database.open(settings)) {
      assertThat(column(database, "from_canonical", "draft", "letter_id")).isEqualTo(people);
      assertThat(column(database, "to_canonical", "draft", "letter_id")).isEqualTo(people);
      assertThat(column(database, "to_canonical", "approval", "letter_id")).isEqualTo(people);
      assertThat(column(database, "recipient", "attempt", "letter_id")).isEqualTo(people);
    }
  }

  private static List<String> column(Database database, String column, String table, String by) {
    return database
        .sql("SELECT %s FROM %s ORDER BY %s".formatted(column, table, by))
        .query((row, _) -> row.getString(1))
        .list();
  }

  /// A letter with its draft, approval and attempt.
  private static void insert(JdbcClient rows, int number, String address) {
    for (String sql :
        List.of(
            """
            INSERT INTO letter (mailbox, folder, uid_validity, uid, content_hash, received, kept, size)
            VALUES ('office', 'INBOX', 1, :number, :address, 0, 0, 0)
            """,
            """
            INSERT INTO draft (letter_id, version, mailbox, received, from_address, subject, snippet,
              language, probability, match, reason, to_address, updated)
            VALUES (:number, 1, 'office', 0, :address, '', '', 'en', 0, '', '', :address, 0)
            """,
            """
            INSERT INTO approval (letter_id, version, actor, at, release_at, hash, message_id,
              from_address, to_address, subject, text)
            VALUES (:number, 1, 'ann', 0, 0, '', '<' || :number || '@x>', 'o@x', :address, '', '')
            """,
            """
            INSERT INTO attempt (approval_id, letter_id, mailbox, node, claimed, ended, outcome)
            VALUES (:number, :number, 'office', 'n', 0, 0, 'accepted')
            """)) {
      rows.sql(sql).param("number", number).param("address", address).update();
    }
  }
}
