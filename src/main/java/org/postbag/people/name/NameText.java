package org.postbag.people.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A name as it was written, without what stands around it.
///
/// @param parts the name, and what stands behind its commas
/// @param bracketed a title that stands in brackets, as in `J. Smith (Mrs)`
record NameText(List<String> parts, Optional<String> bracketed) {
  private static final int LONGEST = 120;
  private static final Pattern NOT_SHOWN =
      Pattern.compile("[\\p{Cf}\\p{Cn}\\p{Co}\\p{Cs}\\p{So}\\p{Sk}\\p{Me}\\uFE0F]+");
  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\u00a0\\u2000-\\u200b\\u202f\\u3000]+");
  private static final Pattern BRACKETS =
      Pattern.compile("\\(([^()]*)\\)|\\[([^\\[\\]]*)]|\\{[^{}]*}|<[^<>]*>");
  private static final Pattern NICKNAME =
      Pattern.compile("(?<= )[\"“”‘'][^\"“”‘’' ]{1,20}[\"“”’'](?= )");
  private static final Pattern AROUND =
      Pattern.compile("^[\\s\"“”‘’'*_~.:;,|-]+|[\\s\"“”‘’'*_~:;,|-]+$");
  private static final Pattern BEFORE =
      Pattern.compile("(?i)^(?:signed(?: by)?|from|name|yours)\\s*[:,-]\\s*");
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?i)(?: [|•·/–—~@-] | (?:via|at|from|on behalf of|c/o) |,? ?\\b(?:aged?|\\d{1,2} (?:years|yrs))\\b"
              + "| (?:and|&) (?:family|all|co)\\b| x{1,6}$| -+$).*$");

  NameText {
    parts = List.copyOf(parts);
  }

  static NameText of(String written) {
    String shown = written.length() > LONGEST ? "" : BLANKS.matcher(written).replaceAll(" ");
    String plain = NOT_SHOWN.matcher(shown).replaceAll(" ").strip();
    Optional<String> title = Optional.empty();
    Matcher brackets = BRACKETS.matcher(plain);
    while (brackets.find()) {
      title = title.or(() -> titleIn(brackets.toMatchResult()));
    }
    String bare = " " + BRACKETS.matcher(plain).replaceAll(" ") + " ";
    String name = NICKNAME.matcher(bare.replaceAll(" {2,}", " ")).replaceAll("");
    name = BEFORE.matcher(trimmed(name)).replaceFirst("");
    name = trimmed(BEHIND.matcher(name).replaceFirst(""));
    List<String> parts = new ArrayList<>();
    for (String part : name.split("[,;]", -1)) {
      if (!trimmed(part).isEmpty()) {
        parts.add(trimmed(part));
      }
    }
    return new NameText(parts, title);
  }

  private static Optional<String> titleIn(MatchResult brackets) {
    String inside = brackets.group(1) == null ? "" : brackets.group(1).strip();
    List<String> words = List.of(inside.split(" "));
    return Title.atStartOf(words)
        .filter(title -> title.words() == words.size() && title.address() == Title.Address.SURNAME)
        .map(_ -> inside);
  }

  private static String trimmed(String text) {
    return AROUND.matcher(text).replaceAll("").replaceAll(" {2,}", " ");
  }
}
