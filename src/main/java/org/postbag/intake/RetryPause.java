package org.postbag.intake;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A wait of one thread that a [RetrySignal] can end.
public final class RetryPause implements RetrySignal.Waiting {
  private final Semaphore ended = new Semaphore(0);
  private volatile boolean waiting;

  /// Waits for so long, or until the pause is ended.
  public void await(Duration longest) throws InterruptedException {
    ended.drainPermits();
    waiting = true;
    try {
      var _ = ended.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      waiting = false;
    }
  }

  @Override
  public boolean endPause(RetrySignal.Cause cause) {
    boolean was = waiting;
    if (was) {
      ended.release();
    }
    return was;
  }
}
