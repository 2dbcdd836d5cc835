package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CautionTest {
  private final Caution caution = new Caution();

  private static List<Long> uids(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void afterAFailureFewerAreAskedForUntilThatPartIsDone() {
    caution.failed(uids(1, 100));
    assertThat(caution.most(50, 100)).isEqualTo(10);
    assertThat(caution.most(101, 100)).isEqualTo(100);
    caution.failed(uids(1, 10));
    assertThat(caution.most(1, 100)).isEqualTo(1);
  }

  @Test
  void oneLetterIsLeftForLaterAfterThreeTries() {
    caution.failed(uids(7, 7));
    caution.failed(uids(7, 7));
    assertThat(caution.givesUp(7)).isFalse();
    caution.failed(uids(7, 7));
    assertThat(caution.givesUp(7)).isTrue();
    caution.settled(7);
    assertThat(caution.givesUp(7)).isFalse();
  }

  @Test
  void pausesGrowToTheirLongest() {
    Pauses pauses = new Pauses(Duration.ofSeconds(1), Duration.ofMinutes(5));
    assertThat(pauses.after(1)).isBetween(Duration.ofMillis(800), Duration.ofMillis(1200));
    assertThat(pauses.after(4)).isBetween(Duration.ofMillis(6400), Duration.ofMillis(9600));
    assertThat(pauses.after(1000)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
  }

  @Test
  void uidsAreNamedInRanges() {
    assertThat(UidSet.of(List.of(1L, 2L, 3L, 7L, 9L, 10L))).isEqualTo("1:3,7,9:10");
    assertThat(UidSet.of(List.of(4_294_967_295L))).isEqualTo("4294967295");
  }

  @Test
  void aServersWishForPatienceIsUnderstood() {
    Trouble trouble =
        Refusals.signIn("Request is throttled. Suggested Backoff Time: 299961 milliseconds", null);
    assertThat(trouble.kind()).isEqualTo(Trouble.Kind.BUSY);
    assertThat(trouble.pause()).contains(Duration.ofMillis(299_961));
    assertThat(Refusals.signIn("[AUTHENTICATIONFAILED] no", null).kind())
        .isEqualTo(Trouble.Kind.SIGN_IN);
  }
}
