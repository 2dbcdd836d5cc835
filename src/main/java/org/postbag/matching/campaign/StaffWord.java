package org.postbag.matching.campaign;

import java.util.Optional;
import org.postbag.catalog.TopicId;

/// What staff said of a campaign. No reconciliation goes against it: campaigns that were given
/// different names or topics stay apart.
///
/// @param name empty when staff gave it none
/// @param topic that its letters are about, whatever the matcher says
/// @param closed whether it is over: later letters still join, and wait for a person
public record StaffWord(Optional<String> name, Optional<TopicId> topic, boolean closed) {
  /// Nothing was said.
  public static final StaffWord NONE = new StaffWord(Optional.empty(), Optional.empty(), false);

  /// The same with that topic, or with none.
  public StaffWord with(Optional<TopicId> given) {
    return new StaffWord(name, given, closed);
  }

  boolean contradicts(StaffWord other) {
    return differ(name, other.name) || differ(topic, other.topic) || closed != other.closed;
  }

  private static <T> boolean differ(Optional<T> one, Optional<T> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  /// Of two campaigns that staff merged: what was said of the first, else of the second.
  StaffWord or(StaffWord other) {
    return new StaffWord(name.or(other::name), topic.or(other::topic), closed);
  }
}
