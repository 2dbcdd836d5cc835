package org.postbag.past.standard;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.Placeholder;
import org.postbag.past.PastLetter;

/// What a standard reply may have been filled in with when it went to somebody: each of its pieces
/// as it stands, and with the catalog's placeholders in the place of what is the recipient's.
final class Variants {
  private static final int LEAST_SUBJECT = 8;

  /// As a letter may name a day, apart from the order in which its language has day and month.
  private static final List<String> DAYS = List.of("d MMMM uuuu", "d. MMMM uuuu", "MMMM d, uuuu");

  private static final String MONTHS =
      "(?:january|february|march|april|may|june|july|august|september|october|november|december"
          + "|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet"
          + "|août|septembre|octobre|novembre|décembre|ionawr|chwefror|mawrth|ebrill|mehefin|gorffennaf"
          + "|awst|medi|hydref|tachwedd|rhagfyr)";

  /// A day with the word that leads to it: `of 3 May`, `dated 3rd May 2026`, `vom 3. Mai`.
  private static final Pattern DAY =
      Pattern.compile(
          "(?iu)\\s*(?:\\b(?:of|dated|from|on|sent|vom|du|dyddiedig)\\s+)?(?:the\\s+)?(?:"
              + "\\d{1,2}(?:st|nd|rd|th|er|\\.)?\\s+(?:of\\s+)?"
              + MONTHS
              + "(?:,?\\s+\\d{4})?"
              + "|"
              + MONTHS
              + "\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?"
              + "|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})");

  private final Map<Placeholder, Set<String>> values = new EnumMap<>(Placeholder.class);

  Variants(PastReply sent, ZoneId zone) {
    Set<String> names = new LinkedHashSet<>();
    sent.reply().to().forEach(to -> add(names, to.name(), 4));
    sent.letter().flatMap(PastLetter::from).ifPresent(from -> add(names, from.name(), 4));
    values.put(Placeholder.NAME, names);
    values.put(Placeholder.DATE, days(LocalDate.ofInstant(sent.at(), zone), sent));
    Set<String> subjects = new LinkedHashSet<>();
    sent.letter().ifPresent(letter -> add(subjects, letter.baseSubject(), LEAST_SUBJECT));
    add(subjects, sent.reply().baseSubject(), LEAST_SUBJECT);
    values.put(Placeholder.SUBJECT, subjects);
  }

  private static void add(Set<String> all, @Nullable String value, int least) {
    if (value != null && value.strip().length() >= least) {
      all.add(value.strip());
    }
  }

  private static Set<String> days(LocalDate day, PastReply sent) {
    Set<String> days = new LinkedHashSet<>();
    for (Locale locale : List.of(Locale.of(sent.reply().language()), Locale.ENGLISH)) {
      DAYS.forEach(pattern -> days.add(DateTimeFormatter.ofPattern(pattern, locale).format(day)));
    }
    return days;
  }

  /// The text itself, then with one placeholder, then with all.
  List<String> of(String text) {
    Set<String> variants = new LinkedHashSet<>();
    variants.add(text);
    String all = text;
    for (Placeholder placeholder : values.keySet()) {
      variants.add(with(text, placeholder));
      all = with(all, placeholder);
    }
    variants.add(all);
    return new ArrayList<>(variants);
  }

  private String with(String text, Placeholder placeholder) {
    String changed = text;
    for (String value : values.getOrDefault(placeholder, Set.of())) {
      changed =
          Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}])")
              .matcher(changed)
              .replaceAll(Matcher.quoteReplacement("{{" + placeholder.word() + "}}"));
    }
    return changed;
  }

  /// The text without the days that it names, and what leads to them.
  static String withoutDays(String text) {
    return DAY.matcher(text).replaceAll("").strip();
  }

  /// What a piece with placeholders may stand as; without one, its words.
  static Pattern pattern(String text) {
    StringBuilder regex = new StringBuilder("(?iu)");
    for (String part : text.split("(?=\\{\\{)|(?<=}})", -1)) {
      regex.append(part.startsWith("{{") ? ".{1,120}?" : words(part));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private static String words(String part) {
    return Pattern.quote(part).replaceAll("\\s+", "\\\\E\\\\s+\\\\Q");
  }
}
