package org.postbag.email.text;

import java.util.List;

/// What a web form puts around the letter that somebody wrote into it: an opening, the fields with
/// what was filled in, a closing.
///
/// @param writer whom the fields name
/// @param folds the frame, in the order of the text
public record FormFrame(NamedWriter writer, List<Fold> folds) {
  public FormFrame {
    folds = List.copyOf(folds);
  }
}
