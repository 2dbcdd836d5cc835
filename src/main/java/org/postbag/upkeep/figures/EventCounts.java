package org.postbag.upkeep.figures;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/// How often each event happened.
public record EventCounts(Map<Event, Long> counts) {
  public static final EventCounts NOTHING = new EventCounts(Map.of());

  public EventCounts {
    EnumMap<Event, Long> all = new EnumMap<>(Event.class);
    all.putAll(counts);
    counts = java.util.Collections.unmodifiableMap(all);
  }

  public long of(Event event) {
    return Math.max(0, counts.getOrDefault(event, 0L));
  }

  public EventCounts plus(EventCounts other) {
    EnumMap<Event, Long> sum = new EnumMap<>(Event.class);
    sum.putAll(counts);
    other.counts.forEach((event, n) -> sum.merge(event, n, Long::sum));
    return new EventCounts(sum);
  }

  /// The share of letters, machines' mail apart, that got a draft by themselves.
  public OptionalDouble drafted() {
    return share(of(Event.DRAFTED), of(Event.DRAFTED) + of(Event.PERSON));
  }

  /// The share of approved replies that a person changed first.
  public OptionalDouble edited() {
    return share(of(Event.EDITED), of(Event.APPROVED));
  }

  /// How often the proposed topic was approved, of the times that it was approved or replaced.
  public OptionalDouble right() {
    return share(of(Event.RIGHT), of(Event.RIGHT) + of(Event.CORRECTED));
  }

  /// How often a person replaced the proposed topic.
  public OptionalDouble overridden() {
    return share(of(Event.CORRECTED), of(Event.RIGHT) + of(Event.CORRECTED));
  }

  private static OptionalDouble share(long part, long all) {
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / all);
  }
}
