package org.postbag.email.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the language of a text: by its script where one script means one language, else by the
/// small words and the letters that betray it. The table is `languages.txt`.
public final class Languages {
  private static final String UNKNOWN = "und";
  private static final int MOST = 20_000;
  private static final double ENOUGH = 0.9;
  private static final double LETTER_SHARE = 0.2;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}]{1,3})?");
  private static final Map<String, List<String>> TABLE = read();

  private final Map<String, Double> scores = new TreeMap<>();

  private Languages() {}

  /// The ISO 639-1 code of the language that most of `text` is in, or `und` where the text is too
  /// short or in none of the languages known here. The first 20,000 characters are read.
  public static String of(String text) {
    String sample = text.substring(0, Math.min(text.length(), MOST)).toLowerCase(Locale.ROOT);
    String script = Scripts.language(sample);
    return script.isEmpty() ? new Languages().byWords(sample) : script;
  }

  private String byWords(String text) {
    for (Matcher words = WORD.matcher(text); words.find(); ) {
      count(words.group().replace('’', '\''), 1);
    }
    text.codePoints().filter(c -> c > 127).forEach(c -> count(Character.toString(c), LETTER_SHARE));
    return scores.entrySet().stream()
        .filter(e -> e.getValue() >= ENOUGH)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(UNKNOWN);
  }

  /// A sign shared by several languages is shared out among them, so that what one alone has
  /// decides between neighbours such as Norwegian and Danish.
  private void count(String sign, double weight) {
    List<String> languages = TABLE.getOrDefault(sign, List.of());
    languages.forEach(l -> scores.merge(l, weight / languages.size(), Double::sum));
  }

  private static Map<String, List<String>> read() {
    try (InputStream in = Languages.class.getResourceAsStream("languages.txt")) {
      Map<String, List<String>> table = new HashMap<>();
      new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> enter(table, Arrays.asList(line.split(" ", -1))));
      return Map.copyOf(table);
    } catch (IOException damagedJar) {
      throw new UncheckedIOException(damagedJar);
    }
  }

  private static void enter(Map<String, List<String>> table, List<String> line) {
    String language = line.get(0);
    line.get(1)
        .codePoints()
        .filter(Character::isLetter)
        .mapToObj(Character::toString)
        .distinct()
        .forEach(letter -> add(table, letter, language));
    line.stream().skip(2).distinct().forEach(word -> add(table, word, language));
  }

  private static void add(Map<String, List<String>> table, String sign, String language) {
    table.merge(
        sign,
        List.of(language),
        (a, b) -> {
          List<String> both = new java.util.ArrayList<>(a);
          both.addAll(b);
          return both.stream().distinct().toList();
        });
  }
}
