package org.postbag.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReasonTest {
  /// As they stand in databases, in the API and in `explain --json`.
  private static final List<String> WORDS =
      """
      unsure no-topic two-topics stance-unsure own-words no-reply-file reply-expired help-unread other-language imported
      answered-before follow-up flood conversation drafts-stopped nothing-to-read unreadable
      needs-help-self-harm needs-help-threat
      changed-after-approval unfinished reply-changed address-refused
      own-mark own-address delivery-report read-receipt feedback-report auto-submitted
      auto-reply-header null-return-path system-sender calendar out-of-office suppress-header
      auto-forwarded bulk list no-sender
      delivery-report-text automatic-answer-text receipt-text complaint-text press-release
      invitation web-form forwarded copied-in many-recipients
      drafted matched-again approved practised practice-ended dry-run-began dry-run-ended
      undone edited reopened no-reply-needed
      written picked passed-on readdressed noted handed-back snoozed woken
      erased erased-by-age exported held hold-ended office-ended
      breaker-drafts breaker-replies breaker-conversation breaker-bounces breaker-ended
      sender-refused copy-found-at-start answered-at-start
      paused breaker pace not-approved approved-anew mailbox-waits stopped claimed accepted late
      sign-in-refused gave-up no-answer bounced found-in-sent found-in-sent-by-mark
      found-in-sent-by-recipient-subject-time was-sent send-again closed-unclear
      staff-added staff-rights staff-password staff-removed
      signed-in sign-in-failed token-made token-ended
      deferred deferred-451 unreached unreached-451 rejected-0 rejected-451
      """
          .lines()
          .flatMap(line -> List.of(line.split(" ")).stream())
          .toList();

  @Test
  void theWordsAreThoseOfOlderDatabases() {
    assertThat(AllReasons.known())
        .filteredOn(
            reason -> !(reason instanceof Reason.Assigned) && !(reason instanceof Reason.HandedTo))
        .extracting(ReasonTest::kind)
        .containsExactlyInAnyOrderElementsOf(WORDS);
    assertThat(new Reason.Assigned(Optional.of("calais")).word()).isEqualTo("topic calais");
    assertThat(new Reason.Assigned(Optional.empty()).word()).isEqualTo("no topic");
  }

  /// An account's name, and what it got, follow the word.
  private static String kind(Reason reason) {
    return reason instanceof StaffReason ? reason.word().split(" ", 2)[0] : reason.word();
  }

  @Test
  void eachIsFoundAgainByItsWord() {
    assertThat(AllReasons.known())
        .allSatisfy(reason -> assertThat(Reason.of(reason.word())).isEqualTo(reason));
  }

  @Test
  void eachHasASentence() {
    assertThat(AllReasons.known())
        .allSatisfy(reason ->
            assertThat(reason.sentence()).matches("\\p{Lu}.* .*\\.").doesNotContain("-4"));
    assertThat(AllReasons.forReview())
        .allSatisfy(reason -> assertThat(reason.brief()).hasSizeBetween(4, 35));
  }

  @Test
  void aWordOfAnotherVersionIsKeptAndSaid() {
    for (String word : List.of("from-another-version", "deferred-0", "rejected", "topic", "9")) {
      assertThat(Reason.of(word)).isEqualTo(new ReviewReason.Unknown(word));
      assertThat(Reason.of(word).sentence()).contains(word);
      assertThat(ReviewReason.of(word)).contains(new ReviewReason.Unknown(word));
    }
  }

  @Test
  void aDraftWithoutAReasonSimplyWaits() {
    assertThat(ReviewReason.of("")).isEmpty();
  }
}
