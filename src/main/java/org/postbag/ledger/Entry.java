package org.postbag.ledger;

import java.time.Instant;

/// One line of the ledger.
///
/// @param seq from 1, without gaps
/// @param why the word of a [Reason]
/// @param hash SHA-256 over the hash before it and all other fields, in hex
public record Entry(
    long seq,
    long letter,
    Instant at,
    String actor,
    State from,
    State to,
    String why,
    String hash) {
  /// What `why` begins with when a person chose the letter's topic; the topic follows.
  public static final String TOPIC = "topic ";

  /// What `why` is when a person said that no topic fits the letter.
  public static final String NO_TOPIC = "no topic";

  /// What `why` means; the word itself is what the hash covers.
  public Reason reason() {
    return Reason.of(why);
  }

  /// The hash that this entry must have behind one of that hash.
  String hashAfter(String previous) {
    return Chain.hash(previous, seq, letter, at, actor, from, to, why);
  }
}
