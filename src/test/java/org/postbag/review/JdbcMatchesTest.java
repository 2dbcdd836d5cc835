package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.matching.Evidence;
import org.postbag.matching.Match;
import tools.jackson.databind.json.JsonMapper;

/// Matches are stored with all their reasons and little room.
class JdbcMatchesTest extends ReviewOffice {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JdbcMatches matches = new JdbcMatches(database);

  JdbcMatchesTest(Engine engine) {
    super(engine);
  }

  private static Match withReasons(int reasons) {
    List<Evidence> evidence =
        IntStream.range(0, reasons)
            .mapToObj(i ->
                new Evidence("word" + i, i / 10.0, Evidence.Where.VISIBLE_TEXT, 7 * i, 7 * i + 5))
            .toList();
    return new Match(Optional.of(CALAIS), 0.9, Optional.empty(), false, List.of(), evidence);
  }

  @Test
  void aMatchIsReadAsItWasWritten() {
    long letter = keep("lee");
    database.doInTransaction(() -> matches.write(letter, withReasons(40)));
    assertThat(matches.find(letter)).contains(withReasons(40));
    database.doInTransaction(() -> matches.write(letter, withReasons(3)));
    assertThat(matches.find(letter)).contains(withReasons(3));
    assertThat(matches.find(letter + 1)).isEmpty();
  }

  @Test
  void aMatchTakesLessThanAThirdOfItsJson() {
    long letter = keep("lee");
    database.doInTransaction(() -> matches.write(letter, withReasons(40)));
    int json = JSON.writeValueAsBytes(withReasons(40)).length;
    assertThat(
            database
                .sql("SELECT length(match) FROM letter_match WHERE letter_id = :letter")
                .param("letter", letter)
                .query(Integer.class)
                .single())
        .isLessThan(json / 3);
  }

  @Test
  void aMatchThatWasStoredAsPlainJsonIsStillRead() {
    long letter = keep("lee");
    byte[] json = JSON.writeValueAsString(withReasons(2)).getBytes(StandardCharsets.UTF_8);
    database.doInTransaction(() ->
        database
            .sql("INSERT INTO letter_match (letter_id, match) VALUES (:letter, :json)")
            .param("letter", letter)
            .param("json", json)
            .update());
    assertThat(matches.find(letter)).contains(withReasons(2));
  }
}
