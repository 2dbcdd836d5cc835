package org.postbag.review;

import java.util.List;
import org.postbag.ledger.State;
import org.postbag.reply.Warning;

/// What became of a person's wish.
public sealed interface Decision {
  /// It was done; the letter is in that state now, at that version.
  record Done(State state, int version) implements Decision {}

  /// Nothing was changed: the letter is no longer what the person saw.
  ///
  /// @param by who changed it last
  record Stale(State state, int version, String by) implements Decision {}

  /// Nothing was changed: the reply may not leave as it is; the reasons, each in one sentence.
  record Refused(List<String> reasons) implements Decision {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /// Nothing was changed: the approval does not name warnings that the reply has.
  record Unseen(List<Warning> warnings) implements Decision {
    public Unseen {
      warnings = List.copyOf(warnings);
    }
  }

  /// There is no such letter.
  record Unknown() implements Decision {}
}
