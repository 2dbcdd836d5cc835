package org.postbag.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Two standard replies as one letter: one greeting, both texts, one signature.
final class JointReply {
  private static final String BLANK_LINES = "\\n{2,}";
  private static final String AND = " + ";

  private JointReply() {}

  static String name(String first, String second) {
    return first + AND + second;
  }

  /// The names of which a joint reply's name is made; a single reply's name alone.
  static List<String> parts(String name) {
    return Arrays.asList(name.split(" \\+ ", 2));
  }

  static StandardReply of(StandardReply first, StandardReply second) {
    return new StandardReply(
        name(first.name(), second.name()),
        first.subject().filter(subject -> second.subject().equals(Optional.of(subject))),
        first.owner(),
        first.reviewed(),
        earlier(first.expires(), second.expires()),
        Stream.concat(first.attachments().stream(), second.attachments().stream())
            .distinct()
            .toList(),
        languages(first.languages(), second.languages()),
        text(first.markdown(), second.markdown()),
        first.elsewhere().filter(Variant.Paragraphs.class::isInstance),
        first.noAddress().filter(Variant.Paragraphs.class::isInstance),
        SourceText.sha256(
            (first.hash() + second.hash()).getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
  }

  private static Optional<LocalDate> earlier(Optional<LocalDate> a, Optional<LocalDate> b) {
    return Stream.concat(a.stream(), b.stream()).min(LocalDate::compareTo);
  }

  /// Those that both may answer; empty for any.
  private static List<String> languages(List<String> a, List<String> b) {
    return a.isEmpty() || b.isEmpty()
        ? Stream.concat(a.stream(), b.stream()).toList()
        : a.stream().filter(b::contains).toList();
  }

  private static String text(String first, String second) {
    List<String> all = new ArrayList<>(beforeSignature(first));
    beforeSignature(second).stream().filter(p -> !Placeholder.SALUTATION.isIn(p)).forEach(all::add);
    all.addAll(fromSignature(first));
    return String.join("\n\n", all);
  }

  static String withParagraphs(String markdown, String paragraphs) {
    List<String> all = new ArrayList<>(beforeSignature(markdown));
    all.add(paragraphs);
    all.addAll(fromSignature(markdown));
    return String.join("\n\n", all);
  }

  private static List<String> beforeSignature(String markdown) {
    return paragraphs(markdown).takeWhile(p -> !Placeholder.SIGNATURE.isIn(p)).toList();
  }

  private static List<String> fromSignature(String markdown) {
    return paragraphs(markdown).dropWhile(p -> !Placeholder.SIGNATURE.isIn(p)).toList();
  }

  private static Stream<String> paragraphs(String markdown) {
    return Arrays.stream(markdown.strip().split(BLANK_LINES));
  }
}
