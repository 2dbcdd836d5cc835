package org.postbag.upkeep.retention;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.ledger.State;

/// How long letters are kept after their last change of state.
///
/// @param byState of the states in which nothing more is done; those without an entry stay
/// @param byTopic in place of that, for the letters of a topic
public record RetentionSettings(Map<State, Duration> byState, Map<TopicId, Duration> byTopic) {
  /// Letters are kept until somebody erases them.
  public static final RetentionSettings NONE = new RetentionSettings(Map.of(), Map.of());

  public RetentionSettings {
    byState = Map.copyOf(byState);
    byTopic = Map.copyOf(byTopic);
  }

  /// How long a letter of that state and topic is kept; empty: without end.
  ///
  /// @param topic empty when it has none
  public Optional<Duration> of(State state, String topic) {
    Optional<Duration> ofTopic =
        byTopic.entrySet().stream()
            .filter(entry -> entry.getKey().value().equals(topic))
            .map(Map.Entry::getValue)
            .findFirst();
    return ofTopic.or(() -> Optional.ofNullable(byState.get(state)));
  }

  public boolean isNone() {
    return byState.isEmpty() && byTopic.isEmpty();
  }
}
