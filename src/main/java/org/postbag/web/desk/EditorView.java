package org.postbag.web.desk;

import java.util.List;
import java.util.Optional;
import org.postbag.review.handling.Writing;

/// A reply that is open for writing.
///
/// @param version of the draft that it began from
/// @param source the standard reply that it began with, or the address of a forwarded letter
/// @param to whom it goes to
/// @param kept when it was last kept; empty before a word was changed
/// @param stale whether somebody has changed the draft since it was begun
/// @param mayApprove whether it can be saved and approved in one step
record EditorView(
    Writing.Kind kind,
    int version,
    String source,
    String to,
    String subject,
    String text,
    Optional<String> kept,
    boolean stale,
    boolean mayApprove,
    Progress progress) {
  /// What is written so far, as it will look.
  ///
  /// @param html safe by construction: raw HTML is escaped
  /// @param plain the same as text
  /// @param changes against what it began with; empty where it began with nothing
  /// @param problems what speaks against sending it, each in one sentence
  record Progress(
      String html, String plain, List<Difference.Piece> changes, List<String> problems) {}

  /// Where it is saved.
  public String verb() {
    return switch (kind) {
      case EDIT -> "edit";
      case OWN -> "write";
      case FORWARD -> "forward";
    };
  }

  public String word() {
    return kind.word();
  }

  public boolean forwards() {
    return kind == Writing.Kind.FORWARD;
  }
}
