package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Entry;
import org.postbag.ledger.State;

/// Letters that are put off come back by the clock, on every database.
class SnoozesTest extends ReviewOffice {
  SnoozesTest(Engine engine) {
    super(engine);
  }

  private Snoozes snoozes() {
    return new Snoozes(database, ledger(), clock());
  }

  private Instant tomorrow() {
    return clock().instant().plus(Duration.ofDays(1));
  }

  @Test
  void aLetterThatIsPutOffComesBackWhenItsTimeComesAndNoSooner() {
    long letter = waiting("lee");
    assertThat(snoozes().snooze(first(letter), tomorrow(), ANN))
        .isEqualTo(new Decision.Done(State.SNOOZED, 1));
    assertThat(snoozes().until(letter)).contains(tomorrow());

    clock().advance(Duration.ofDays(1).minusSeconds(1));
    snoozes().wakeDue();
    assertThat(ledger().state(letter)).isEqualTo(State.SNOOZED);

    clock().advance(Duration.ofSeconds(1));
    snoozes().wakeDue();
    assertThat(ledger().state(letter)).isEqualTo(State.WAITING);
    assertThat(snoozes().until(letter)).isEmpty();
    assertThat(ledger().history(letter).stream().map(Entry::reason))
        .endsWith(DecisionReason.SNOOZED, DecisionReason.WOKEN);
    assertThat(ledger().history(letter).getLast().actor()).isEqualTo("postbag");
  }

  @Test
  void whatIsPutOffIsNotApproved() {
    long letter = waiting("lee");
    snoozes().snooze(first(letter), tomorrow(), ANN);
    assertThat(decisions().approve(first(letter), BEN))
        .isEqualTo(new Decision.Stale(State.SNOOZED, 1, "ann"));
  }

  @Test
  void aLetterThatNeedsAPersonComesBackToThem() {
    long letter = waiting("lee");
    decisions().noTopic(first(letter), ANN);
    snoozes().snooze(new DraftVersion(letter, 2), tomorrow(), ANN);
    assertThat(snoozes().wake(letter, BEN)).isEqualTo(new Decision.Done(State.NEEDS_PERSON, 2));
    assertThat(snoozes().wake(letter, BEN)).isInstanceOf(Decision.Stale.class);
  }

  @Test
  void neitherThePastNorYearsAheadAreATimeToComeBack() {
    long letter = waiting("lee");
    Instant now = clock().instant();
    for (Instant when : List.of(now, now.minusSeconds(9), now.plus(Duration.ofDays(400)))) {
      assertThat(snoozes().snooze(first(letter), when, ANN)).isInstanceOf(Decision.Refused.class);
    }
    assertThat(ledger().state(letter)).isEqualTo(State.WAITING);
  }
}
