package org.postbag.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Drafts from when their match was a column, on every engine.
class MatchesMigrationTest {
  private static final String MATCH =
      """
      {"topic":{"value":"calais"},"probability":0.9,"runnerUp":{"value":"buses"},"abstained":false,
      "candidates":[{"topic":{"value":"calais"},"probability":0.9}],"evidence":[],
      "also":{"topic":{"value":"trains"},"probability":0.4},"campaign":null}
      """;

  @ParameterizedTest
  @EnumSource
  void aMatchFromBeforeKeepsItsTopicsAndItsReasons(Engine engine) {
    DatabaseSettings settings = OlderDatabase.settings(engine);
    OlderDatabase.fill(
        settings,
        "43",
        rows -> {
          draft(rows, 1, MATCH);
          draft(rows, 2, "{\"topic\":null,\"probability\":0,\"runnerUp\":null,\"abstained\":true}");
          draft(rows, 3, "");
        });

    try (Database database = Database.open(settings)) {
      assertThat(
              database
                  .sql("SELECT matched, runner_up, also, abstained FROM draft ORDER BY letter_id")
                  .query((row, _) ->
                      row.getString(1)
                          + " "
                          + row.getString(2)
                          + " "
                          + row.getString(3)
                          + " "
                          + row.getInt(4))
                  .list())
          .containsExactly("calais buses trains 0", "null null null 1", "null null null 1");
      assertThat(
              database
                  .sql("SELECT match FROM letter_match WHERE letter_id = 1")
                  .query((row, _) ->
                      new String(row.getBytes(1), java.nio.charset.StandardCharsets.UTF_8))
                  .single())
          .isEqualTo(MATCH);
    }
  }

  private static void draft(JdbcClient rows, int number, String match) {
    rows.sql(
            """
            INSERT INTO letter (mailbox, folder, uid_validity, uid, content_hash, received, kept, size)
            VALUES ('office', 'INBOX', 1, :number, 'h', 0, 0, 0)
            """)
        .param("number", number)
        .update();
    rows.sql(
            """
            INSERT INTO draft (letter_id, version, mailbox, received, subject, snippet, language,
              topic, probability, match, reason, updated)
            VALUES (:number, 1, 'office', 0, '', '', 'en', 'calais', 0, :match, '', 0)
            """)
        .param("number", number)
        .param("match", match)
        .update();
  }
}
