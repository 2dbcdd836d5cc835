package org.postbag.email.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who wrote the letter that stands below the head of a forwarded message.
public final class ForwardedHead {
  private static final int MOST_LINES = 400;
  private static final Pattern FROM =
      Pattern.compile(
          "[*_\\s\\u200e>|]{0,8}(?:"
              + HeaderBlock.FROM
              + ")[*_\\s\\u00a0]{0,4}[:：][*_]{0,2}\\s*(\\S.{0,300})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ForwardedHead() {}

  /// The writer of the forwarded message; empty where none was forwarded, or its head names nobody.
  ///
  /// Where the subject does not say that the letter forwards one, a title has to say so: people
  /// paste heads of letters into letters of their own.
  public static Optional<NamedWriter> writer(String text, Conversation conversation) {
    List<String> lines =
        text.lines().limit(MOST_LINES).map(line -> line.replaceFirst("^[> ]{1,400}", "")).toList();
    boolean titled = conversation.forward();
    boolean marked = false;
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      marked |= !conversation.reply() && Marker.opensMessage(line);
      if ((titled || marked) && FROM.matcher(line).matches()) {
        int end = HeaderBlock.end(lines, at);
        return end > at ? in(lines.subList(at, end)) : alone(line, marked);
      }
    }
    return Optional.empty();
  }

  /// Below a title the writer's line by itself is enough, if it has an address.
  private static Optional<NamedWriter> alone(String line, boolean marked) {
    return marked
        ? in(List.of(line)).filter(writer -> writer.address().isPresent())
        : Optional.empty();
  }

  private static Optional<NamedWriter> in(List<String> head) {
    return head.stream()
        .map(FROM::matcher)
        .filter(Matcher::matches)
        .map(from -> NamedWriter.parse(from.group(1)))
        .filter(writer -> !writer.isNobody())
        .findFirst();
  }
}
