package org.postbag.upkeep.person;

import java.util.List;

/// How an erasure ended.
public sealed interface ErasureResult {
  /// Erased, or in a dry run: what would be.
  ///
  /// @param letters how many
  /// @param sending letters whose reply is being sent at this moment; to be erased by a second try
  record Done(int letters, List<Long> sending) implements ErasureResult {
    public Done {
      sending = List.copyOf(sending);
    }
  }

  /// Nothing was erased.
  ///
  /// @param why in a sentence
  record Refused(String why) implements ErasureResult {}
}
