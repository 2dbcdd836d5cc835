package org.postbag.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.catalog.Keyword.Field;
import org.postbag.catalog.Keyword.Kind;

/// Reads one line under `keywords:`.
///
/// The grammar: `[-][subject:|text:](word | word* | "some words")[: weight]`; words with a blank
/// between them are a phrase with or without quotes.
final class KeywordReader {
  static final double DEFAULT_WEIGHT = 2;
  static final double MIN_WEIGHT = 0.1;
  static final double MAX_WEIGHT = 10;

  /// A shorter beginning would be found in every letter.
  private static final int MIN_PREFIX = 3;

  private static final Map<String, Field> FIELDS =
      Map.of("subject", Field.SUBJECT, "text", Field.TEXT);
  private static final Pattern FIELD = Pattern.compile("([^\\s:\"]+):(\\S.*)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|“([^”]*)”");
  private static final Pattern SUBSTANCE = Pattern.compile(".*[\\p{L}\\p{N}].*");

  private final Mistakes mistakes;

  KeywordReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /// Empty, with the mistake noted, when the line cannot be used.
  Optional<Keyword> read(YamlItem item) {
    boolean excluded = item.text().startsWith("-");
    String rest = excluded ? item.text().substring(1).strip() : item.text();
    Optional<Field> field = Optional.empty();
    Matcher prefixed = FIELD.matcher(rest);
    if (prefixed.matches()) {
      field = Optional.ofNullable(FIELDS.get(prefixed.group(1).toLowerCase(Locale.ROOT)));
      if (field.isEmpty()) {
        return refuse(item, "has an unknown place before the colon", mendOfColon(prefixed));
      }
      rest = prefixed.group(2);
    }
    return read(item, excluded, field, rest);
  }

  private Optional<Keyword> read(
      YamlItem item, boolean excluded, Optional<Field> field, String rest) {
    boolean literal = QUOTED.matcher(rest).matches();
    boolean star = !literal && rest.endsWith("*");
    int end = literal || star ? rest.length() - 1 : rest.length();
    String text = rest.substring(literal ? 1 : 0, end).strip().replaceAll("\\s+", " ");
    Kind kind = star ? Kind.PREFIX : text.contains(" ") ? Kind.PHRASE : Kind.WORD;
    Optional<String> fault = fault(text, kind);
    if (fault.isPresent()) {
      return refuse(item, fault.get(), "write a word, \"some words\" or begin*");
    }
    if (!literal && text.contains(",")) {
      mistakes.warning(
          item.line(), "the keyword `" + text + "` is one phrase", "write one keyword a line");
    }
    return weight(item, excluded)
        .map(weight -> new Keyword(text, kind, field, weight, excluded, item.line()));
  }

  private static Optional<String> fault(String text, Kind kind) {
    if (!SUBSTANCE.matcher(text).matches()) {
      return Optional.of("holds no word");
    }
    if (text.contains("*") || (kind == Kind.PREFIX && text.contains(" "))) {
      return Optional.of("has a `*` that does not end a single word");
    }
    if (text.contains("\"")) {
      return Optional.of("has a quotation mark in the middle");
    }
    if (kind == Kind.PREFIX && text.length() < MIN_PREFIX) {
      return Optional.of("is too short a beginning, under " + MIN_PREFIX + " letters");
    }
    return Optional.empty();
  }

  private Optional<Double> weight(YamlItem item, boolean excluded) {
    if (item.value().isEmpty()) {
      return Optional.of(DEFAULT_WEIGHT);
    }
    if (excluded) {
      mistakes.error(
          item.line(), "`" + item.text() + "` excludes, so it has no weight", "remove the number");
      return Optional.empty();
    }
    Optional<Double> weight = number(item.value().get());
    if (weight.isEmpty()) {
      String given = item.value().get();
      String fault =
          given.isBlank() ? "has a colon and no weight" : "has the weight `" + given + "`";
      String place =
          FIELDS.containsKey(item.text().toLowerCase(Locale.ROOT)) && !given.isBlank()
              ? "write `%s:%s`, without the blank, or a number".formatted(item.text(), given)
              : "write a number";
      refuse(item, fault, place + " from 0.1 to 10");
    }
    return weight;
  }

  private static Optional<Double> number(String text) {
    try {
      double weight = Double.parseDouble(text);
      return weight >= MIN_WEIGHT && weight <= MAX_WEIGHT ? Optional.of(weight) : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private static String mendOfColon(Matcher prefixed) {
    return number(prefixed.group(2)).isPresent()
        ? "put a blank before the weight: `" + prefixed.group(1) + ": " + prefixed.group(2) + "`"
        : Nearest.mend(prefixed.group(1), FIELDS.keySet());
  }

  private Optional<Keyword> refuse(YamlItem item, String message, String mend) {
    mistakes.error(item.line(), "the keyword `" + item.text() + "` " + message, mend);
    return Optional.empty();
  }
}
