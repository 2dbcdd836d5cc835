package org.postbag.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private final AtomicLong letters = new AtomicLong(7);
  private final AtomicInteger readings = new AtomicInteger();
  private final LiveFeed feed = new LiveFeed(this::read, Duration.ofHours(1));

  private LiveState read() {
    readings.incrementAndGet();
    return new LiveState(0, letters.get(), Map.of("office", Map.of("waiting", 1L)), "");
  }

  @BeforeEach
  void start() {
    feed.start();
  }

  @AfterEach
  void stop() {
    feed.stop();
  }

  @Test
  void nothingIsReadWhileNoPageIsOpen() throws Exception {
    feed.wrote();
    assertThat(feed.after(0, Duration.ofMillis(500))).isEmpty();
    assertThat(readings).hasValue(0);
  }

  @Test
  void aPageThatOpensHearsTheStateAtOnce() throws Exception {
    feed.open();
    assertThat(feed.after(0, SOON).orElseThrow().letters()).isEqualTo(7);
  }

  @Test
  void aWriteIsHeardByAllPagesAndReadOnce() throws Exception {
    feed.open();
    feed.open();
    long version = feed.after(0, SOON).orElseThrow().version();
    Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
    int before = readings.get();
    letters.set(8);
    feed.wrote();
    assertThat(feed.after(version, SOON).orElseThrow().letters()).isEqualTo(8);
    assertThat(feed.after(version, SOON).orElseThrow().letters()).isEqualTo(8);
    assertThat(readings).hasValue(before + 1);
  }

  @Test
  void aWriteThatChangesNothingShownIsNotTold() throws Exception {
    feed.open();
    long version = feed.after(0, SOON).orElseThrow().version();
    feed.wrote();
    assertThat(feed.after(version, Duration.ofMillis(600))).isEmpty();
  }

  @Test
  void whatAnotherNodeWroteIsSeenWithoutNotice() throws Exception {
    LiveFeed polled = new LiveFeed(this::read, Duration.ofMillis(50));
    polled.start();
    polled.open();
    long version = polled.after(0, SOON).orElseThrow().version();
    letters.set(9);
    assertThat(polled.after(version, SOON).orElseThrow().letters()).isEqualTo(9);
    polled.stop();
  }

  @Test
  void aStopEndsTheWaitOfPages() throws Exception {
    Thread page =
        Thread.ofVirtual()
            .start(() -> {
              try {
                feed.after(100, Duration.ofHours(1));
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
    feed.stop();
    assertThat(page.join(SOON)).isTrue();
  }
}
