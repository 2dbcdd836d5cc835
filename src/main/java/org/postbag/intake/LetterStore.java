package org.postbag.intake;

import java.util.List;
import java.util.Optional;

/// The kept letters, for those who process them.
public interface LetterStore {
  /// The oldest letters that have not been processed yet, at most `limit`.
  List<KeptLetter> unprocessed(int limit);

  /// One letter with its bytes.
  Optional<KeptLetter> find(long id);
}
