package org.postbag.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postbag.ledger.AllReasons;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Entry;
import org.postbag.ledger.Reason;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.State;
import org.postbag.ledger.WithheldReason;

class LabelsTest {
  /// What these are is said by the line itself, as in “Ann approved the reply”.
  private static boolean isSaidByTheLine(Reason reason) {
    return reason instanceof DecisionReason
        || reason instanceof Reason.Assigned
        || reason instanceof Reason.HandedTo
        || reason == SendingReason.CLAIMED;
  }

  /// Words such as `pace` are plain English; `out-of-office` is as well.
  private static boolean isJargon(String word) {
    return word.contains("-") && !word.equals("out-of-office");
  }

  private static String story(State from, State to, String why) {
    return Labels.story(new Entry(1, 1, Instant.EPOCH, "ann", from, to, why, ""));
  }

  static Iterable<Reason> known() {
    return AllReasons.known();
  }

  @ParameterizedTest
  @MethodSource("known")
  void theHistorySaysEachReasonInASentence(Reason reason) {
    Set<State> states = EnumSet.allOf(State.class);
    for (State from : states) {
      for (State to : states) {
        String story = story(from, to, reason.word());
        if (isJargon(reason.word())) {
          assertThat(story).doesNotContain(reason.word());
        }
        if (!isSaidByTheLine(reason)) {
          assertThat(story).endsWith(". " + reason.sentence());
        }
      }
    }
  }

  @Test
  void theHistorySaysWhyAnApprovalWasTakenBack() {
    assertThat(story(State.APPROVED, State.NEEDS_PERSON, "reply-changed"))
        .isEqualTo("ann took the approval back. " + WithheldReason.REPLY_CHANGED.sentence());
    assertThat(story(State.SENDING, State.FAILED, "rejected-550"))
        .isEqualTo("The reply could not be sent. It was refused (error 550).");
    assertThat(story(State.UNCLEAR, State.CLOSED, "closed-unclear"))
        .isEqualTo("ann closed the letter. It is not known whether the reply was sent.");
    assertThat(story(State.WAITING, State.CLOSED, "no-reply-needed"))
        .isEqualTo("ann closed the letter: no reply needed");
  }

  @Test
  void theHistoryShowsAWordOfAnotherVersionAndNothingForNone() {
    assertThat(story(State.KEPT, State.SET_ASIDE, "from-another-version"))
        .isEqualTo("ann set the letter aside. Postbag’s reason: from-another-version.");
    assertThat(story(State.SENDING, State.SENT, "")).isEqualTo("The reply was sent");
  }

  @Test
  void anAttemptSaysTheServersWordsOrOurReasonInASentence() {
    assertThat(Labels.result("250 2.0.0 Ok: queued as 4F")).isEqualTo("250 2.0.0 Ok: queued as 4F");
    assertThat(Labels.result("reply-changed")).isEqualTo(WithheldReason.REPLY_CHANGED.sentence());
  }
}
