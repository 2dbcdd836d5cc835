package org.postbag.web;

import java.util.Optional;
import org.postbag.ledger.Actor;
import org.postbag.review.Rematching;
import org.postbag.review.breaker.Breaker;
import org.postbag.review.breaker.Breakers;

/// A person lets go on what Postbag stopped by itself.
public class BreakerReset {
  private final Breakers breakers;
  private final Rematching rematching;

  BreakerReset(Breakers breakers, Rematching rematching) {
    this.breakers = breakers;
    this.rematching = rematching;
  }

  /// Ends it. Letters that were kept from their drafts get them now, off the caller's thread.
  ///
  /// @return what was stopped; empty when it was not
  public Optional<Breaker> goOn(long id, Actor by) {
    Optional<Breaker> ended = breakers.end(id, by);
    ended
        .filter(Breaker::stopsDrafting)
        .ifPresent(_ -> Thread.ofVirtual().name("drafts go on").start(rematching::run));
    return ended;
  }
}
