package org.postbag.review;

import java.util.List;

/// What became of the approval of a group.
public sealed interface GroupDecision {
  /// It was carried out, for each letter with its own outcome.
  ///
  /// @param id of the decision, by which all of it can be taken back
  /// @param outcomes in the order of the list
  record Carried(long id, List<Decision> outcomes) implements GroupDecision {
    public Carried {
      outcomes = List.copyOf(outcomes);
    }

    /// How many were approved.
    public long approved() {
      return outcomes.stream().filter(Decision.Done.class::isInstance).count();
    }
  }

  /// Nothing was done: letters are no longer what the person saw.
  record Changed(List<Difference> differences) implements GroupDecision {
    public Changed {
      differences = List.copyOf(differences);
    }
  }

  /// Nothing was done: the person has not read the letters that were drawn.
  ///
  /// @param unread those that they have to open
  record NotRead(List<Long> unread) implements GroupDecision {
    public NotRead {
      unread = List.copyOf(unread);
    }
  }

  /// How a letter differs from what was seen.
  ///
  /// @param sentence says it, with who changed the letter
  record Difference(long letter, String sentence) {}
}
