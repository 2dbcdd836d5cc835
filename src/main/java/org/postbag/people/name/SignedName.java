package org.postbag.people.name;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postbag.email.text.Phrases;

/// The name under a letter.
///
/// @param closed whether it stands below a closing such as `Yours sincerely`, where hardly anything
///   else stands; without one it may be somebody else's, at the end of a letter by chance
record SignedName(PersonName name, boolean closed) {
  private static final int LONGEST_CLOSING = 90;
  private static final int LONGEST_NAME = 100;
  private static final int NEAR_THE_END = 40;
  private static final int LINES_BELOW = 3;
  private static final int MOST_LINES = 8;
  private static final int MOST_WORDS = 6;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String CLOSINGS =
      Phrases.in(Phrases.class, "signatures.txt").any("closing")
          + "|"
          + Phrases.in(SignedName.class, "letters.txt").any("closing");
  private static final Pattern CLOSING =
      Pattern.compile("[*_\\s]{0,3}(?:" + CLOSINGS + ")[\\s*_,.!:-]{0,5}", FLAGS);
  private static final Pattern WITH_NAME =
      Pattern.compile("[*_\\s]{0,3}(?:" + CLOSINGS + ")[,.!:]?\\s{1,3}(\\S.{0,60})", FLAGS);

  /// @param lines the writer's own, stripped
  static Optional<SignedName> in(List<String> lines) {
    int top = Math.max(0, lines.size() - NEAR_THE_END);
    for (int at = lines.size() - 1; at >= top; at--) {
      String line = lines.get(at);
      if (!line.isEmpty() && line.length() <= LONGEST_CLOSING && CLOSING.matcher(line).matches()) {
        return below(lines.subList(at + 1, lines.size())).map(name -> new SignedName(name, true));
      }
      Optional<PersonName> beside = beside(line);
      if (beside.isPresent()) {
        return beside.map(name -> new SignedName(name, true));
      }
    }
    return atEnd(lines).map(name -> new SignedName(name, false));
  }

  /// `Regards, Ann Lee`.
  private static Optional<PersonName> beside(String line) {
    if (line.isEmpty() || line.length() > LONGEST_CLOSING) {
      return Optional.empty();
    }
    Matcher matcher = WITH_NAME.matcher(line);
    return matcher.matches() ? NameReader.read(matcher.group(1)) : Optional.empty();
  }

  private static Optional<PersonName> below(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.isEmpty())
        .limit(LINES_BELOW)
        .flatMap(SignedName::name)
        .findFirst();
  }

  /// In the last paragraph: above an address, or below it.
  private static Optional<PersonName> atEnd(List<String> lines) {
    List<String> paragraph = new ArrayList<>();
    for (String line : lines.reversed()) {
      if (line.isEmpty() && !paragraph.isEmpty()) {
        break;
      }
      if (!line.isEmpty()) {
        paragraph.add(line);
      }
    }
    Collections.reverse(paragraph);
    return paragraph.size() > MOST_LINES
        ? Optional.empty()
        : Stream.of(paragraph.stream().limit(1), paragraph.reversed().stream().limit(1))
            .flatMap(one -> one)
            .filter(line -> line.split(" ").length <= MOST_WORDS)
            .flatMap(SignedName::name)
            .findFirst();
  }

  private static Stream<PersonName> name(String line) {
    return line.length() > LONGEST_NAME ? Stream.empty() : NameReader.read(line).stream();
  }
}
