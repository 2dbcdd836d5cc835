package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OwnFailuresOnlyTest {
  private static final int LOOKS = 3;

  /// Each look lets a thread of somebody else's throw.
  private static int look(AtomicInteger looks) throws InterruptedException {
    Thread foreign =
        Thread.ofPlatform()
            .start(() -> {
              throw new IllegalStateException("a mail server's own, said by a test");
            });
    foreign.join();
    return looks.incrementAndGet();
  }

  @Test
  void aTestThatWaitsIsNotBlamedForTheThreadsOfOthers() {
    AtomicInteger looks = new AtomicInteger();

    await().until(() -> look(looks) == LOOKS);

    assertThat(looks).hasValue(LOOKS);
  }
}
