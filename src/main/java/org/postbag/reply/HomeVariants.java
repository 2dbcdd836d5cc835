package org.postbag.reply;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Placeholder;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Variant;
import org.postbag.people.Correspondent;
import org.postbag.people.place.Constituency;

/// What a standard reply says besides, or in its place, to those who are not known to live in the
/// constituency.
record HomeVariants(Catalog catalog, Constituency constituency) {
  /// Where somebody lives, as far as a reply cares.
  WriterHome home(Correspondent writer) {
    if (!constituency.isKnown()) {
      return WriterHome.HERE;
    }
    if (writer.postcode().isEmpty()) {
      return WriterHome.NOT_SAID;
    }
    return writer.constituent().equals(Optional.of(false)) ? WriterHome.ELSEWHERE : WriterHome.HERE;
  }

  private static Optional<Variant> variant(StandardReply reply, WriterHome home) {
    return switch (home) {
      case HERE -> Optional.empty();
      case ELSEWHERE -> reply.elsewhere();
      case NOT_SAID -> reply.noAddress();
    };
  }

  /// The reply for one writer.
  ///
  /// @param fits whether another reply may be used today and in the letter's language; where it may
  ///   not, the first one stays, with a warning
  StandardReply of(StandardReply reply, Correspondent writer, Predicate<StandardReply> fits) {
    return variant(reply, home(writer))
        .map(variant ->
            switch (variant) {
              case Variant.Paragraphs(String markdown) -> with(reply, markdown, writer);
              case Variant.OtherReply(String name) ->
                  catalog.reply(name).filter(fits).orElse(reply);
            })
        .orElse(reply);
  }

  private static StandardReply with(StandardReply reply, String markdown, Correspondent writer) {
    String paragraphs =
        Arrays.stream(markdown.split("\\n{2,}"))
            .filter(p -> writer.member().isPresent() || !Placeholder.MEMBER.isIn(p))
            .collect(Collectors.joining("\n\n"));
    return paragraphs.isBlank() ? reply : reply.with(paragraphs);
  }

  /// Whether the reply of that name was made for those who live so.
  boolean speaksTo(WriterHome home, String replyName) {
    boolean paragraphs =
        catalog
            .reply(replyName)
            .flatMap(reply -> variant(reply, home))
            .filter(Variant.Paragraphs.class::isInstance)
            .isPresent();
    return paragraphs
        || catalog.replies().values().stream()
            .flatMap(reply -> variant(reply, home).stream())
            .anyMatch(variant -> variant.equals(new Variant.OtherReply(replyName)));
  }
}
