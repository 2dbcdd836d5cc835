package org.postbag.intake;

import java.util.List;

/// Letters of one folder that are kept together, and the cursor that stands for them.
///
/// @param before the cursor that the letters were read from
/// @param after the cursor once they are kept; equal to `before` when only gaps were filled
/// @param letters in the order of their UIDs
/// @param gaps what the server listed up to `after` and did not give
/// @param gone gaps whose letters have left the mailbox meanwhile
public record Batch(
    Cursor before, Cursor after, List<NewLetter> letters, List<Gap> gaps, List<ImapUid> gone) {
  public Batch {
    letters = List.copyOf(letters);
    gaps = List.copyOf(gaps);
    gone = List.copyOf(gone);
  }

  /// Letters without gaps.
  public static Batch of(Cursor before, Cursor after, List<NewLetter> letters) {
    return new Batch(before, after, letters, List.of(), List.of());
  }

  @Override
  public String toString() {
    return before.mailbox() + "/" + before.folder() + " " + letters.size() + " letters";
  }
}
