package org.postbag.email.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An attribution that shares its line with the reply before it or the quotation behind it, as
/// Yahoo and programs that lose line breaks write it: `I agree. On 3 May 2026 at 10:12, Ann Lee
/// <ann@example.org> wrote: Dear …`.
record OneLineHead(int start, int end, String text) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int REACH = 250;
  private static final int MOST_VERBS = 20;

  private static final Pattern VERB =
      Pattern.compile(
          "[\\s>)](?:"
              + Attribution.WROTE
              + ")(?:\\s{0,3}(?:[:：]|-{3,4})|\\s[^:<>]{1,100}(?:<[^<>]{3,120}>)?\\s{0,2}:)",
          FLAGS);
  private static final Pattern OPENER =
      Pattern.compile(
          "(?:(?<=^|[\\s.,;!?)])|^)(?:(?:"
              + Attribution.OPENERS
              + ")\\s|(?:-{3,4}\\s)|(?:"
              + Attribution.WEEKDAYS
              + ")\\p{L}{0,10}[.,])(?=.{0,25}\\d)",
          FLAGS);

  /// A whole block of header lines that lost its line breaks: writer, moment, recipient, subject.
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?<=^|\\s)\\*?(?:"
              + HeaderBlock.FROM
              + ")\\s?:\\*?\\s[^:]{2,120}\\s\\*?(?:"
              + HeaderBlock.DATE
              + ")\\s?:\\*?\\s.{0,40}\\d{1,2}[:.]\\d\\d.{0,30}?\\s\\*?(?:"
              + HeaderBlock.FIELD
              + ")\\s?:\\*?\\s[^:]{1,120}?(?=\\s\\*?(?:"
              + HeaderBlock.FIELD
              + ")\\s?:|$)",
          FLAGS);

  private static final Pattern SENTENCE_END = Pattern.compile("\\p{L}{3}[.!?]\\s+\\p{Lu}");

  /// The head in `line` that is not all of it.
  static Optional<OneLineHead> in(String line) {
    if (line.stripLeading().startsWith(">")) {
      return Optional.empty();
    }
    Matcher block = BLOCK.matcher(line);
    if (line.indexOf(':') >= 0 && block.find()) {
      return Optional.of(new OneLineHead(block.start(), block.end(), block.group()));
    }
    Matcher verb = VERB.matcher(line);
    for (int tries = 0; tries < MOST_VERBS && verb.find(); tries++) {
      Optional<OneLineHead> head = before(line, verb);
      if (head.isPresent()) {
        return head.filter(found -> !found.isAllOf(line));
      }
    }
    return Optional.empty();
  }

  static boolean isBlock(String text) {
    return BLOCK.matcher(text).matches();
  }

  private static Optional<OneLineHead> before(String line, Matcher verb) {
    Matcher opener = OPENER.matcher(line);
    opener.region(Math.max(0, verb.start() - REACH), verb.start());
    while (opener.find()) {
      String head = line.substring(opener.start(), verb.end());
      if (!SENTENCE_END.matcher(head).find() && Attribution.isSure(head)) {
        return Optional.of(new OneLineHead(opener.start(), verb.end(), head));
      }
    }
    return Optional.empty();
  }

  private boolean isAllOf(String line) {
    return line.substring(0, start).isBlank() && line.substring(end).isBlank();
  }
}
