package org.postbag.email.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A structured field value with parameters, RFC 2045 §5.1, with the continuations and charsets of
/// RFC 2231 put together, and the encoded words that many programs write there instead.
///
/// @param value what stands before the first `;`, in lower case
/// @param map decoded parameters by name in lower case; of two with one name the first counts
public record Parameters(String value, Map<String, String> map) {
  public static final Parameters NONE = new Parameters("", Map.of());

  private static final int MAX_PARAMETERS = 200;

  public Parameters {
    map = Map.copyOf(map);
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(map.get(name));
  }

  /// Reads a field body as it came, one char for each byte.
  public static Parameters parse(String bytes) {
    ParameterTokens tokens = new ParameterTokens(bytes);
    String value = OneLine.of(tokens.value()).strip().toLowerCase(Locale.ROOT);
    Map<String, String> plain = new LinkedHashMap<>();
    Map<String, TreeMap<Integer, Section>> sections = new LinkedHashMap<>();
    for (int n = 0; n < MAX_PARAMETERS && tokens.next(); n++) {
      int star = tokens.name().indexOf('*');
      if (star <= 0) {
        plain.putIfAbsent(tokens.name(), decodeWords(tokens.text()));
      } else {
        Section section = Section.of(tokens.name().substring(star), tokens.text());
        sections
            .computeIfAbsent(tokens.name().substring(0, star), k -> new TreeMap<>())
            .putIfAbsent(section.number(), section);
      }
    }
    sections.forEach((name, parts) -> plain.put(name, joined(parts)));
    return new Parameters(value, plain);
  }

  private static String decodeWords(String bytes) {
    byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
    return HeaderWords.decode(RawText.decode(raw, ""));
  }

  /// One `name*n*=` of RFC 2231 §3 and §4.
  private record Section(int number, boolean encoded, String text) {
    static Section of(String suffix, String text) {
      boolean encoded = suffix.endsWith("*");
      String digits = suffix.replace("*", "");
      boolean sane = digits.length() <= 4 && digits.chars().allMatch(Character::isDigit);
      int number = !sane || digits.isEmpty() ? 0 : Integer.parseInt(digits);
      return new Section(sane ? number : 10_000, encoded, text);
    }
  }

  private static String joined(TreeMap<Integer, Section> sections) {
    Section first = sections.firstEntry().getValue();
    String charset = "";
    String head = first.text();
    if (first.encoded()) {
      String[] ticks = head.split("'", 3);
      charset = ticks.length == 3 ? ticks[0] : "";
      head = ticks.length == 3 ? ticks[2] : head;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Section section : sections.values()) {
      String text = section.equals(first) ? head : section.text();
      bytes.writeBytes(
          section.encoded() ? percent(text) : text.getBytes(StandardCharsets.ISO_8859_1));
    }
    String decoded = RawText.decode(bytes.toByteArray(), charset);
    return first.encoded() ? OneLine.of(decoded) : HeaderWords.decode(decoded);
  }

  private static byte[] percent(String text) {
    byte[] in = text.getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      int value = in[i] == '%' ? Hex.pair(in, i + 1) : -1;
      bytes.write(value < 0 ? in[i] : value);
      i += value < 0 ? 0 : 2;
    }
    return bytes.toByteArray();
  }
}
