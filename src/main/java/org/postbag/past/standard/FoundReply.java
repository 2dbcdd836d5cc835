package org.postbag.past.standard;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.postbag.past.PastLetter;

/// A standard reply that was found in what the office sent.
///
/// @param replies those that were sent with it, the oldest first
/// @param letter its newest wording, Markdown with the catalog's placeholders
/// @param options what only some of them say besides, in the order of the text
/// @param earlier what was said before, and is no longer
/// @param varying how sentences begin that are different in each reply; they are left out
public record FoundReply(
    List<PastReply> replies,
    String letter,
    List<Passages> options,
    List<Passages> earlier,
    List<String> varying) {
  /// A part of the text, and when it was used.
  ///
  /// @param replies in how many
  public record Passages(String text, int replies, Instant first, Instant last) {}

  public FoundReply {
    replies = List.copyOf(replies);
    options = List.copyOf(options);
    earlier = List.copyOf(earlier);
    varying = List.copyOf(varying);
  }

  public Instant first() {
    return replies.getFirst().at();
  }

  public Instant last() {
    return replies.getLast().at();
  }

  /// The letters that were answered with it, as far as known.
  public Stream<PastLetter> letters() {
    return replies.stream().flatMap(sent -> sent.letter().stream());
  }
}
