package org.postbag.intake;

import java.util.List;
import java.util.Optional;

/// The kept letters, for those who read them.
public interface LetterStore {
  /// The oldest letters that have not been read yet, at most `limit`.
  List<KeptLetter> unread(int limit);

  /// One letter with its bytes.
  Optional<KeptLetter> find(long id);
}
