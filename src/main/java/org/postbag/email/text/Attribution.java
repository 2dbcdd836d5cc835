package org.postbag.email.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The line above a quotation that says who wrote it and when: `On 3 May 2024 at 10:12, Ann Lee
/// <ann@example.org> wrote:`, in the languages and forms of the mail programs in use.
///
/// @param lines how many lines it takes, broken as it often is
/// @param sure false for one without a time or an address, which people write themselves: it counts
///   only above a quotation
record Attribution(int lines, boolean sure) {
  private static final int MOST_LINES = 6;
  private static final int LONGEST = 400;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Phrases HEADS = Phrases.in("quote-heads.txt");
  static final String WROTE = HEADS.any("wrote");
  static final String OPENERS = HEADS.any("opens");
  static final String WEEKDAYS = HEADS.any("weekday");

  /// `… wrote:` at the end, perhaps between dashes; the verb is the last word.
  private static final Pattern VERB_LAST =
      Pattern.compile(
          "(?:^|[\\s>*,，）)])(?:" + WROTE + ")[\\s*_]{0,3}(?:[:：]|-{2,})[\\s*_]{0,3}$", FLAGS);

  /// `Am 3. Mai schrieb Ann Lee <…>:` or `Ann Lee <…> schrieb am 3. Mai um 10:12 Uhr:`.
  private static final Pattern VERB_WITHIN =
      Pattern.compile("(?:^|\\s)(?:" + WROTE + ")\\s", FLAGS);

  /// `… said:`, which people write as well: only in a line that begins as attributions do.
  private static final Pattern SAID_LAST =
      Pattern.compile("\\s(?:" + HEADS.any("said") + ")\\s?[:：]$", FLAGS);

  private static final Pattern ENDS =
      Pattern.compile("(?:[:：>-][*_]?|\\d[:.]\\d\\d(?:\\s?[ap]\\.?m\\.?)?)$", FLAGS);
  private static final Pattern BROKEN_OFF = Pattern.compile(">:|> ?(?:[\\p{L}()]{2,15} ?){1,3}:");

  private static final Pattern OPENS =
      Pattern.compile("^[-*_\\s]{0,10}(?:" + OPENERS + ")\\s", FLAGS);
  private static final Pattern WEEKDAY =
      Pattern.compile("^\\s{0,5}(?:" + WEEKDAYS + ")\\p{L}{0,10}[.,]", FLAGS);

  private static final Pattern FIRST_PERSON =
      Pattern.compile(
          "\\b(?:"
              + HEADS.any("first-person")
              + ")\\s+(?:have |had )?(?:also |first |then )?(?:"
              + WROTE
              + ")",
          FLAGS);
  private static final Pattern DATE =
      Pattern.compile("(?:19|20)\\d\\d|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}|\\d{1,2}\\s?月");
  private static final Pattern TIME =
      Pattern.compile("\\d{1,2}[:.h]\\d\\d|\\d\\s?[ap]\\.?m\\b", FLAGS);
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@]{1,80}@[^\\s<>@]{2,80}");

  /// `2016-03-03 17:21 GMT+01:00 Ann Lee <…>:`, Gmail's form in several languages.
  private static final Pattern DATE_FIRST =
      Pattern.compile(
          "(?:\\d{4}[-/.年]\\s?\\d{1,2}[-/.月]\\s?\\d{1,2}日?)(?:.{0,60}GMT[+-]\\d{1,2}:\\d\\d\\s.{1,200}|.{0,200}<[^<>]{0,120}@[^<>]{1,120}>\\s*[:：]?)$",
          FLAGS);

  /// Whether a look at the lines from `from` on is worth it: one of the next few ends as an
  /// attribution does.
  static boolean maybeAt(List<String> lines, int from) {
    int end = Math.min(lines.size(), from + MOST_LINES);
    return DATE.matcher(start(lines.get(from))).lookingAt()
        || IntStream.range(from, end)
            .anyMatch(i -> ENDS.matcher(tail(lines.get(i).strip())).find());
  }

  /// A line that is one without any verb or sign at its end.
  static Optional<Attribution> withoutVerb(String line) {
    boolean maybe = line.length() < LONGEST && line.indexOf(':') > 0 && DATE.matcher(line).find();
    return maybe && VerblessHead.matches(line.strip())
        ? Optional.of(new Attribution(1, true))
        : Optional.empty();
  }

  /// Whether all of `text` is an attribution with a time or an address.
  static boolean isSure(String text) {
    return of(text.strip(), 1).filter(Attribution::sure).isPresent();
  }

  private static String start(String line) {
    return line.substring(0, Math.min(20, line.length())).strip();
  }

  /// The attribution that begins at line `from`, if one does.
  static Optional<Attribution> at(List<String> lines, int from) {
    return matchAt(lines, from).filter(a -> a.lines() == 1 || startsHere(lines, from, a.lines()));
  }

  /// Whether the first of several lines belongs to the attribution, and is not the writer's last
  /// line, which stands right above it.
  private static boolean startsHere(List<String> lines, int from, int count) {
    String first = lines.get(from);
    boolean sign =
        OPENS.matcher(first).find()
            || DATE.matcher(first).find()
            || ADDRESS.matcher(first).find()
            || TIME.matcher(first).find()
            || WEEKDAY.matcher(first).find();
    boolean later =
        IntStream.range(from + 1, from + count)
            .anyMatch(i -> OPENS.matcher(lines.get(i)).find() && matchAt(lines, i).isPresent());
    return sign && !later;
  }

  private static Optional<Attribution> matchAt(List<String> lines, int from) {
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < Math.min(lines.size(), from + MOST_LINES); i++) {
      String line = lines.get(i).strip();
      if (interrupts(lines, i, line) || joined.length() + line.length() > LONGEST) {
        return Optional.empty();
      }
      joined.append(joined.isEmpty() ? "" : " ").append(line);
      boolean complete = ENDS.matcher(line).find() || Character.isDigit(joined.charAt(0));
      Optional<Attribution> found =
          complete ? of(joined.toString(), i - from + 1) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// An empty line or a quotation, unless an address or the verb was broken off there.
  private static boolean interrupts(List<String> lines, int at, String line) {
    if (line.isEmpty()) {
      return !opensAddress(lines, at);
    }
    return line.startsWith(">") && !BROKEN_OFF.matcher(line).matches();
  }

  /// Some programs break off before the address and leave an empty line there.
  private static boolean opensAddress(List<String> lines, int blank) {
    return blank + 1 < lines.size() && lines.get(blank + 1).strip().startsWith("<");
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 50));
  }

  private static Optional<Attribution> of(String text, int lines) {
    String plain =
        text.replaceAll("^[-*_\\s]{1,20}", "").replace('\u00a0', ' ').replace("\u200e", "");
    if (DATE_FIRST.matcher(plain).lookingAt() || VerblessHead.matches(text.strip())) {
      return Optional.of(new Attribution(lines, true));
    }
    boolean address = ADDRESS.matcher(plain).find();
    boolean date = DATE.matcher(plain).find();
    boolean time = TIME.matcher(plain).find();
    boolean moment = date && time;
    boolean last = VERB_LAST.matcher(tail(plain)).find() && (address || date);
    boolean colon = plain.endsWith(":") || plain.endsWith("：");
    last |= SAID_LAST.matcher(tail(plain)).find() && moment && OPENS.matcher(plain).find();
    boolean day = date && OPENS.matcher(plain).find();
    boolean within = colon && VERB_WITHIN.matcher(plain).find() && (address || moment || day);
    if (!(last || within) || FIRST_PERSON.matcher(plain).find()) {
      return Optional.empty();
    }
    return Optional.of(new Attribution(lines, address || moment));
  }
}
