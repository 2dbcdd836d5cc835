package org.postbag.ledger;

import java.util.EnumMap;
import java.util.Map;

/// How many letters are in each state, read at one moment. Letters that are kept and not yet read
/// are counted as `needsPerson`.
public record Totals(Map<State, Long> counts) {
  public Totals {
    EnumMap<State, Long> all = new EnumMap<>(State.class);
    for (State state : State.values()) {
      all.put(state, counts.getOrDefault(state, 0L));
    }
    counts = java.util.Collections.unmodifiableMap(all);
  }

  /// The number in that state, as shown outside.
  public long of(State state) {
    return switch (state) {
      case KEPT -> 0;
      case NEEDS_PERSON -> inside(State.NEEDS_PERSON) + inside(State.KEPT);
      case WAITING,
          SNOOZED,
          PRACTISED,
          APPROVED,
          SENDING,
          SENT,
          UNCLEAR,
          FAILED,
          SET_ASIDE,
          CLOSED ->
          inside(state);
    };
  }

  /// The number that waits to be matched.
  public long unprocessed() {
    return inside(State.KEPT);
  }

  /// All letters ever received.
  public long received() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private long inside(State state) {
    return java.util.Objects.requireNonNull(counts.get(state));
  }
}
