package org.postbag.review.handling;

import java.time.Instant;

/// What a member of the staff wrote on a letter, for colleagues.
public record Note(long id, long letter, Instant at, String actor, String text) {}
