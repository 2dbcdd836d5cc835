package org.postbag.upkeep.hold;

import java.time.Instant;

/// What must not be erased for now.
///
/// @param scope `person:ADDRESS` or `topic:NAME`
/// @param actor who said so
/// @param why such as the number of a case
public record Hold(String scope, Instant since, String actor, String why) {
  static final String PERSON = "person:";
  static final String TOPIC = "topic:";
}
