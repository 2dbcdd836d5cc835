package org.postbag.review;

import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.ledger.State;

/// How many letters of one topic are in one state.
public record Group(State state, Optional<TopicId> topic, long letters) {}
