package org.postbag.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Letters from before they were counted, on every engine.
class CountsMigrationTest {
  @ParameterizedTest
  @EnumSource
  void lettersFromBeforeAreCountedByMailboxStateAndTopic(Engine engine) {
    DatabaseSettings settings = OlderDatabase.settings(engine);
    OlderDatabase.fill(
        settings,
        "41",
        rows -> {
          letter(rows, 1, "office", "sent", "calais");
          letter(rows, 2, "office", "sent", "calais");
          letter(rows, 3, "surgery", "sent", "calais");
          letter(rows, 4, "office", "needsPerson", null);
          rows.sql(
                  """
                  INSERT INTO letter
                    (mailbox, folder, uid_validity, uid, content_hash, received, kept, size)
                  VALUES ('office', 'INBOX', 1, 5, 'h', 0, 0, 0)
                  """)
              .update();
        });

    try (Database database = Database.open(settings)) {
      assertThat(
              database
                  .sql("SELECT mailbox, state, topic, n FROM state_count ORDER BY 1, 2, 3")
                  .query((row, _) ->
                      String.join(
                          " ",
                          row.getString(1),
                          row.getString(2),
                          row.getString(3),
                          row.getString(4)))
                  .list())
          .containsExactly(
              "office needsPerson  1", "office sent calais 2", "surgery sent calais 1");
      assertThat(database.sql("SELECT sum(n) FROM letter_count").query(Long.class).single())
          .isEqualTo(5);
    }
  }

  private static void letter(
      JdbcClient rows, int number, String mailbox, String state, @Nullable String topic) {
    rows.sql(
            """
            INSERT INTO letter (mailbox, folder, uid_validity, uid, content_hash, received, kept, size)
            VALUES (:mailbox, 'INBOX', 1, :number, 'h', 0, 0, 0)
            """)
        .param("mailbox", mailbox)
        .param("number", number)
        .update();
    rows.sql("INSERT INTO letter_state (letter_id, state, since) VALUES (:number, :state, 0)")
        .param("number", number)
        .param("state", state)
        .update();
    rows.sql(
            """
            INSERT INTO draft (letter_id, version, mailbox, received, subject, snippet, language,
              topic, probability, match, reason, updated)
            VALUES (:number, 1, :mailbox, 0, '', '', 'en', :topic, 0, '', '', 0)
            """)
        .param("number", number)
        .param("mailbox", mailbox)
        .param("topic", topic)
        .update();
  }
}
