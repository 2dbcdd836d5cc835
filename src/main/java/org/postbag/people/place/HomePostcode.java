package org.postbag.people.place;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postbag.email.text.Phrases;
import org.postbag.people.place.PostcodeRules.Written;

/// Finds the postcode at which the writer of a letter lives.
public final class HomePostcode {
  /// How surely one is the writer's, from the surest on.
  private enum Proof {
    /// `Postcode: DN1 2AB`, `I live in DN1 2AB`.
    SAID,
    /// `Ann Lee, 4 Mill Lane, DN1 2AB`.
    ADDRESS,
    /// A platform's, Parliament's, another place's, or no postcode at all.
    NONE
  }

  private record Found(String code, Proof proof) {}

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Phrases PHRASES = Phrases.in(HomePostcode.class, "homes.txt");
  private static final Pattern LABEL =
      Pattern.compile("(?:^|.*\\b)(?:" + PHRASES.any("label") + ")[\\s:=–—-]{0,4}$", FLAGS);
  private static final Pattern HOME = Pattern.compile(PHRASES.any("home"), FLAGS);
  private static final Pattern ELSEWHERE = Pattern.compile(PHRASES.any("elsewhere"), FLAGS);
  private static final Pattern NOT_THEIRS =
      Pattern.compile(PHRASES.any("not theirs"), FLAGS | Pattern.MULTILINE);
  private static final Pattern COMPANY = Pattern.compile(PHRASES.any("company"), FLAGS);
  private static final Pattern CLOSING =
      Pattern.compile(
          "^[*_ ]{0,3}(?:"
              + Phrases.in(Phrases.class, "signatures.txt").any("closing")
              + ")[ *_,.!]{0,4}$",
          FLAGS | Pattern.MULTILINE);
  private static final Pattern LINKS =
      Pattern.compile("(?:https?://|www\\.)\\S+|(?<!\\S)[^\\s@]+@\\S+|[@#]\\w+", FLAGS);
  private static final Pattern PROPER =
      Pattern.compile(
          "(?:[\\p{Lu}\\p{N}][^\\s]*|[\\p{P}\\p{S}]+|of|the|on|upon|by|le|de|in|near|and|under|next)");
  private static final int LONGEST_LINE = 120;
  private static final int MOST_PLAIN_WORDS = 8;

  private final PostcodeRules rules;
  private final Set<String> ours;

  /// @param ours texts of the office's own, such as its signatures, whose postcodes are nobody's
  public HomePostcode(PostcodeRules rules, List<String> ours) {
    this.rules = rules;
    this.ours =
        ours.stream()
            .flatMap(text -> rules.in(text).stream())
            .map(Written::code)
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Empty where none is the writer's, and where several may be.
  ///
  /// @param text what the writer wrote, with the signature
  /// @param fields the fields of a form, if it came by one
  public Optional<String> in(String text, String fields) {
    List<Found> all =
        java.util.stream.Stream.concat(found(fields).stream(), found(text).stream()).toList();
    for (Proof proof : List.of(Proof.SAID, Proof.ADDRESS)) {
      Set<String> codes =
          all.stream().filter(f -> f.proof() == proof).map(Found::code).collect(Collectors.toSet());
      if (!codes.isEmpty()) {
        return codes.size() == 1 ? codes.stream().findFirst() : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private List<Found> found(String text) {
    if (rules.in(text).isEmpty()) {
      return List.of();
    }
    String plain = LINKS.matcher(text).replaceAll(link -> "_".repeat(link.group().length()));
    return rules.in(plain).stream()
        .filter(written -> rules.isHome(written.code()) && !ours.contains(written.code()))
        .map(written -> new Found(written.code(), proof(plain, written)))
        .toList();
  }

  private static Proof proof(String text, Written written) {
    String before = text.substring(lineStart(text, written.start()), written.start());
    String after = text.substring(written.end(), lineEnd(text, written.end()));
    if (isOthers(paragraph(text, written))) {
      return Proof.NONE;
    }
    if (LABEL.matcher(before).matches() || isSaid(sentence(text, written.start()))) {
      return Proof.SAID;
    }
    String last = before.substring(lastStop(before) + 1);
    return isAddress(last.strip(), after.strip()) ? Proof.ADDRESS : Proof.NONE;
  }

  /// A company's name is somebody else's, unless it stands below the writer's closing.
  private static boolean isOthers(String paragraph) {
    return NOT_THEIRS.matcher(paragraph).find()
        || (COMPANY.matcher(paragraph).find() && !CLOSING.matcher(paragraph).find());
  }

  private static int lineStart(String text, int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  private static int lineEnd(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  /// With the lines around it, to the next empty ones.
  private static String paragraph(String text, Written written) {
    int start = Math.max(text.lastIndexOf("\n\n", written.start()), 0);
    int end = text.indexOf("\n\n", written.end());
    return text.substring(start, end < 0 ? text.length() : end);
  }

  /// What stands before it, from the end of the last sentence on.
  private static String sentence(String text, int at) {
    String before = text.substring(Math.max(0, at - 200), at);
    int end = Math.max(before.lastIndexOf("\n\n"), lastStop(before));
    return before.substring(end + 1).replace('’', '\'').replace('\n', ' ');
  }

  private static int lastStop(String text) {
    return Math.max(text.lastIndexOf(". "), Math.max(text.lastIndexOf('!'), text.lastIndexOf('?')));
  }

  /// Whether the writer says that they live there, and speaks of no other place since.
  private static boolean isSaid(String before) {
    int home = HOME.matcher(before).results().mapToInt(m -> m.end()).max().orElse(-1);
    return home >= 0 && !ELSEWHERE.matcher(before.substring(home)).find();
  }

  /// Whether it begins or ends a line of nothing but names, or of a few words: `Ann Lee, DN1 2AB`.
  private static boolean isAddress(String before, String after) {
    String end = after.replaceAll("^[\\p{P}\\s]+", "");
    boolean atEnd = end.isEmpty() && before.length() <= LONGEST_LINE;
    boolean atStart = before.isEmpty() && !end.isEmpty() && end.length() <= 40;
    boolean country = after.startsWith(",") && end.length() <= 20 && isNames(end);
    return ((atEnd || country) && (before.endsWith(":") || isNames(before)))
        || (atStart && isNames(end));
  }

  private static boolean isNames(String words) {
    List<String> all = List.of(words.split("[\\s,;]+"));
    boolean small = words.equals(words.toLowerCase(java.util.Locale.ROOT));
    boolean street = words.matches(".*\\d.*") || all.size() <= 3;
    return words.isEmpty()
        || all.stream().allMatch(word -> word.isEmpty() || PROPER.matcher(word).matches())
        || (small && street && all.size() <= MOST_PLAIN_WORDS && !ELSEWHERE.matcher(words).find());
  }
}
