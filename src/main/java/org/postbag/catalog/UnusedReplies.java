package org.postbag.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Replies that no topic uses: no letter can ever get them.
public final class UnusedReplies {
  private UnusedReplies() {}

  /// One remark for each. Where a topic's file has errors, nobody knows which reply it uses, and
  /// nothing is said.
  ///
  /// @param replies the folder that they stand in
  public static List<Problem> in(CatalogReader.Reading reading, Path replies) {
    if (!reading.faultyTopics().isEmpty()) {
      return List.of();
    }
    Set<String> used = used(reading.catalog());
    return reading.catalog().replies().keySet().stream()
        .filter(name -> !used.contains(name))
        .map(name ->
            Problem.warning(
                replies.resolve(name + ".md").toString(),
                0,
                "no topic uses this reply",
                "write `reply: " + name + "` into the topic that it answers, or remove it"))
        .toList();
  }

  private static Set<String> used(Catalog catalog) {
    Stream<String> byTopics = catalog.all().stream().flatMap(topic -> topic.reply().stream());
    Stream<String> byReplies =
        catalog.replies().values().stream()
            .flatMap(reply -> Stream.of(reply.elsewhere(), reply.noAddress()))
            .flatMap(Optional::stream)
            .flatMap(UnusedReplies::other);
    return Stream.concat(byTopics, byReplies).collect(Collectors.toSet());
  }

  private static Stream<String> other(Variant variant) {
    return switch (variant) {
      case Variant.OtherReply(String name) -> Stream.of(name);
      case Variant.Paragraphs _ -> Stream.empty();
    };
  }
}
