package org.postbag.email.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a line of a signature is: a name, an address, a telephone number, a link, a job, a closing.
/// A line that may be somebody speaking is none.
final class SignatureLines {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 8;
  private static final Phrases WORDS = Phrases.in("signatures.txt");

  private static final Pattern CONTACT =
      Pattern.compile(
          "https?://\\S|www\\.\\S|[^\\s@]{1,80}@[^\\s@]{1,80}\\.\\p{L}{2}|(?:^|\\s)@\\w{2,30}(?:\\s|$)"
              + "|\\+?\\(?\\d[\\d ()./-]{6,20}\\d|(?:[\\dA-F]{4}\\s{1,3}){4}|\\b[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}\\b|(?:^|\\s)(?:"
              + WORDS.any("label")
              + ")\\.?\\s?[:：]|[\\p{L}\\d-]{2,40}\\.(?:com|org|net|co\\.uk|gov\\.uk|wales|ie|eu)\\b",
          FLAGS);
  private static final Pattern JOB =
      Pattern.compile("(?<![\\p{L}\\d])(?:" + WORDS.any("job") + ")(?![\\p{L}\\d])", FLAGS);
  private static final Pattern STREET =
      Pattern.compile("\\d.{0,60}(?<!\\p{L})(?:" + WORDS.any("street") + ")(?!\\p{L})", FLAGS);
  private static final Pattern CLOSING =
      Pattern.compile("[*_\\s]{0,3}(?:" + WORDS.any("closing") + ")[\\s*_,.!]{0,4}", FLAGS);
  private static final Pattern GREETING =
      Pattern.compile("[*_\\s]{0,3}(?:" + WORDS.any("greeting") + ")(?!\\p{L}).{0,60}", FLAGS);
  private static final Pattern PROSE =
      Pattern.compile("(?<![\\p{L}\\d])(?:" + WORDS.any("prose") + ")(?![\\p{L}\\d])", FLAGS);
  private static final Pattern SENTENCE =
      Pattern.compile("(?<!\\s\\p{Lu}\\p{L}{0,3})[.!?…][\\s\"'’”)]{0,3}$");
  private static final Set<String> SMALL =
      Set.of(
          "of", "and", "the", "for", "de", "van", "der", "von", "la", "le", "y", "&", "|", "-",
          "/");

  private final Set<String> name;
  private final Set<String> repeated;

  /// @param writer the display name of the sender
  /// @param repeated lines that stand in the quoted history too, without the marks of quotation
  SignatureLines(String writer, Set<String> repeated) {
    this.name =
        Arrays.stream(writer.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
            .filter(word -> word.length() > 1)
            .collect(Collectors.toUnmodifiableSet());
    this.repeated = Set.copyOf(repeated);
  }

  /// Below a ruler, a dash or the like, which may as well divide a letter: each line must look like
  /// a signature's, and one of them be unmistakable.
  boolean isUnmistakable(List<String> lines) {
    return lines.stream().anyMatch(this::isSure)
        && lines.stream().allMatch(line -> isSure(line) || isTitle(line));
  }

  /// Below the `-- ` of RFC 3676 §4.3, or where the mail program marks a signature: whatever nobody
  /// would say.
  boolean isPossible(List<String> lines) {
    return lines.stream().noneMatch(this::isProse);
  }

  private boolean isSure(String line) {
    if (line.length() > LONGEST || isSpoken(line)) {
      return repeated.contains(line.strip());
    }
    return isPlain(line)
        || CONTACT.matcher(line).find()
        || (STREET.matcher(line).find() && words(line) <= MOST_WORDS)
        || (JOB.matcher(line).find() && isTitle(line))
        || isName(line);
  }

  private boolean isProse(String line) {
    if (isPlain(line) || repeated.contains(line.strip())) {
      return false;
    }
    boolean contact = CONTACT.matcher(line.length() > LONGEST ? "" : line).find();
    return isSpoken(line)
        || (!contact && (words(line) > MOST_WORDS || line.length() > LONGEST))
        || (!contact && words(line) > 2 && SENTENCE.matcher(line.stripTrailing()).find());
  }

  private static boolean isSpoken(String line) {
    return !CLOSING.matcher(line).matches() && PROSE.matcher(line).find();
  }

  /// What is none of the writer's, wherever it stands.
  private static boolean isPlain(String line) {
    return CLOSING.matcher(line).matches() || Footer.isLine(line) || Marker.isRuler(line);
  }

  boolean isName(String line) {
    List<String> words = List.of(line.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
    return words.size() <= 5 && words.stream().anyMatch(name::contains);
  }

  /// Every word capitalised, as in names, jobs and addresses, and no end of a sentence.
  private static boolean isTitle(String line) {
    List<String> words = List.of(line.strip().split("[\\s,]+"));
    return words.size() <= MOST_WORDS
        && !SENTENCE.matcher(line.stripTrailing()).find()
        && words.stream().allMatch(SignatureLines::isCapitalised);
  }

  private static boolean isCapitalised(String word) {
    return word.isEmpty()
        || SMALL.contains(word)
        || !Character.isLowerCase(
            word.replaceFirst("^[\\p{P}\\p{S}]+", "").codePoints().findFirst().orElse('A'));
  }

  private static int words(String line) {
    return line.strip().split("\\s+", MOST_WORDS + 2).length;
  }

  /// `Dear Ms Lee,`: a letter that has no more than this has said nothing yet.
  static boolean isGreeting(String line) {
    return line.length() < 80 && words(line) <= 6 && GREETING.matcher(line).matches();
  }

  /// `Kind regards,`.
  static boolean isClosing(String line) {
    return line.length() < 80 && CLOSING.matcher(line).matches();
  }
}
