package org.postbag.catalog;

/// What a standard reply says to somebody who lives elsewhere, or who does not say where.
public sealed interface Variant {
  /// More paragraphs, before the one that is signed.
  ///
  /// @param markdown CommonMark with placeholders; a paragraph whose `{{member}}` is not known is
  ///   left out
  record Paragraphs(String markdown) implements Variant {}

  /// Another reply.
  ///
  /// @param name of a file in `config/replies/`, without `.md`
  record OtherReply(String name) implements Variant {}
}
