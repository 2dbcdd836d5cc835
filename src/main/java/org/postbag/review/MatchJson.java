package org.postbag.review;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import org.postbag.database.Zlib;
import org.postbag.matching.Match;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// How a match is stored: JSON in the zlib format (RFC 1950) with the dictionary of the words that
/// each has. Numbers have four digits, more than any page shows.
///
/// Rows of earlier versions are read too: zlib without a dictionary, and before that plain JSON,
/// which begins with a brace; zlib never does.
public final class MatchJson {
  /// A part of the format: another text could not read what was stored with this one. What is found
  /// most often stands last (RFC 1950, section 2.2).
  private static final byte[] DICTIONARY =
      """
      "letters":,"ownWords":,"ownLines":[{"start":,"end":,"text":"}],"signs":["OWN_WORDS"\
      ,"also":{"topic":{"value":""},"probability":0.,"score":},"gate":{"inScope":0.9,"share":0.9,\
      "line":0.9,"sentence":""},"gate":null,"also":null,"campaign":{"first":,"alike":0.9\
      {"topic":{"value":""},"probability":1.0,"runnerUp":{"value":""},"abstained":false,\
      "abstained":true,"candidates":[{"topic":{"value":""},"probability":9.9E-4,"score":-1.2},\
      {"topic":{"value":""},"probability":0.0,"score":0.0}],"evidence":[{"feature":"a keyword",\
      "weight":-0.1,"where":"NOWHERE","start":-1,"end":-1},\
      {"feature":"","weight":0.2,"where":"SUBJECT","start":1,"end":2},\
      {"feature":"","weight":0.1,"where":"VISIBLE_TEXT","start":2,"end":3}\
      """
          .getBytes(StandardCharsets.UTF_8);

  private static final MathContext DIGITS = new MathContext(4);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(double.class, new ShortNumber())
                  .addSerializer(Double.class, new ShortNumber()))
          .build();

  private MatchJson() {}

  static byte[] write(Match match) {
    return Zlib.compress(JSON.writeValueAsBytes(match), DICTIONARY);
  }

  /// @throws IllegalStateException when it cannot be decompressed
  static Match read(byte[] stored) {
    return JSON.readValue(plain(stored), Match.class);
  }

  /// The JSON, as it was written.
  ///
  /// @param stored a value of `letter_match.match`
  public static byte[] plain(byte[] stored) {
    return stored.length > 0 && stored[0] == '{' ? stored : Zlib.decompress(stored, DICTIONARY);
  }

  private static final class ShortNumber extends StdSerializer<Double> {
    ShortNumber() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializationContext context) {
      json.writeNumber(
          Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value);
    }
  }
}
