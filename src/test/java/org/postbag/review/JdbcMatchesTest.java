package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
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
  void numbersHaveTheDigitsThatArePrinted() {
    long letter = keep("lee");
    Match exact =
        new Match(Optional.of(CALAIS), 2 / 3.0, Optional.empty(), false, List.of(), List.of());
    database.doInTransaction(() -> matches.write(letter, exact));
    assertThat(matches.find(letter).orElseThrow().probability()).isEqualTo(0.6667);
  }

  @Test
  void aMatchThatWasStoredWithoutTheDictionaryIsStillRead() throws IOException {
    assertThat(MatchJson.read(deflated(JSON.writeValueAsBytes(withReasons(5)))))
        .isEqualTo(withReasons(5));
  }

  private static byte[] deflated(byte[] json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(json);
    }
    return bytes.toByteArray();
  }

  /// The dictionary is a part of what is stored: whoever changes it makes every stored match
  /// unreadable, and needs a second one beside it.
  @Test
  void aMatchOfAnEarlierRunIsStillRead() {
    byte[] stored =
        HexFormat.of()
            .parseHex(
                "78f90cf4dbf1c31222c989398999c558c2c5123906a1a90423e650220a77d88182cd00c5d106841c6d0075b429aacf41261992e67d73a8498646a0d8c59ed2217c448ea805003fa1606f");
    assertThat(MatchJson.read(stored)).isEqualTo(withReasons(2));
  }

  @Test
  void aMatchThatIsCutShortIsRefused() {
    byte[] whole = MatchJson.write(withReasons(40));
    assertThatThrownBy(() -> MatchJson.read(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(IllegalStateException.class);
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
