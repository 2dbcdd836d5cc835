package org.postbag.web.desk.topics;

import java.util.List;
import org.postbag.web.desk.Difference.Piece;

/// What a change would mean, as a page shows it.
///
/// @param problems mistakes, each with its line
/// @param remarks what does not keep it from being saved
/// @param scope over which letters
/// @param difference between the file and what would be saved
record PreviewView(
    List<String> problems,
    List<String> remarks,
    String scope,
    Bucket gained,
    Bucket lost,
    Bucket others,
    long better,
    long worse,
    List<Piece> difference) {
  /// Some letters that change in the same way.
  ///
  /// @param letters how many
  /// @param rows the first of them
  record Bucket(int letters, List<ChangeRow> rows) {}
}
