package org.postbag.web.desk;

import java.util.List;
import java.util.Optional;

/// What staff do with a letter besides deciding on it, as it is shown.
///
/// @param holder who has it in hand
/// @param mine whether that is the one who looks
/// @param until when it comes back, where it is put off
/// @param notes the oldest first
/// @param staff the others to whom it can be given
/// @param later times to which it can be put off
/// @param asks the standard reply that asks for the writer's address, if there is one
/// @param kept a reply that the one who looks has begun and not saved
record HandlingView(
    Optional<String> holder,
    boolean mine,
    Optional<String> until,
    List<NoteLine> notes,
    List<String> staff,
    List<LetterView.Choice> later,
    Optional<String> asks,
    Optional<Kept> kept) {
  record NoteLine(String when, String actor, String text) {}

  /// @param what what it was to become, in words
  /// @param at when it was last kept
  record Kept(String what, String at) {}
}
