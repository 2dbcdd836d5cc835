package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BisectionTest {
  private final Bisection bisection = new Bisection();

  private static List<Long> uids(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void afterAFailureFewerAreAskedForUntilThatPartIsDone() {
    bisection.failed(uids(1, 100));
    assertThat(bisection.most(50, 100)).isEqualTo(10);
    assertThat(bisection.most(101, 100)).isEqualTo(100);
    bisection.failed(uids(1, 10));
    assertThat(bisection.most(1, 100)).isEqualTo(1);
  }

  @Test
  void oneLetterIsLeftForLaterAfterThreeTries() {
    bisection.failed(uids(7, 7));
    bisection.failed(uids(7, 7));
    assertThat(bisection.givesUp(7)).isFalse();
    bisection.failed(uids(7, 7));
    assertThat(bisection.givesUp(7)).isTrue();
    bisection.settled(7);
    assertThat(bisection.givesUp(7)).isFalse();
  }

  @Test
  void pausesGrowToTheirLongest() {
    ExponentialBackoff exponentialBackoff =
        new ExponentialBackoff(Duration.ofSeconds(1), Duration.ofMinutes(5));
    assertThat(exponentialBackoff.after(1))
        .isBetween(Duration.ofMillis(800), Duration.ofMillis(1200));
    assertThat(exponentialBackoff.after(4))
        .isBetween(Duration.ofMillis(6400), Duration.ofMillis(9600));
    assertThat(exponentialBackoff.after(1000))
        .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
  }

  @Test
  void uidsAreNamedInRanges() {
    assertThat(UidSet.of(List.of(1L, 2L, 3L, 7L, 9L, 10L))).isEqualTo("1:3,7,9:10");
    assertThat(UidSet.of(List.of(4_294_967_295L))).isEqualTo("4294967295");
  }

  @Test
  void aServersWishForPatienceIsUnderstood() {
    MailboxUnavailable mailboxUnavailable =
        ResponseCodes.signIn(
            "Request is throttled. Suggested Backoff Time: 299961 milliseconds", null);
    assertThat(mailboxUnavailable.kind()).isEqualTo(MailboxUnavailable.Kind.BUSY);
    assertThat(mailboxUnavailable.pause()).contains(Duration.ofMillis(299_961));
    assertThat(ResponseCodes.signIn("[AUTHENTICATIONFAILED] no", null).kind())
        .isEqualTo(MailboxUnavailable.Kind.SIGN_IN);
  }
}
