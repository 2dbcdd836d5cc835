package org.postbag.reply;

import java.util.List;
import java.util.Optional;

/// The standard reply of a topic that a person chose for a letter, with what must be seen before it
/// is approved.
///
/// @param answer empty when the topic has no reply that may be used
public record ChosenReply(Optional<Proposal.Answer> answer, List<Warning> warnings) {
  /// No reply.
  public static final ChosenReply NONE = new ChosenReply(Optional.empty(), List.of());

  public ChosenReply {
    warnings = List.copyOf(warnings);
  }
}
