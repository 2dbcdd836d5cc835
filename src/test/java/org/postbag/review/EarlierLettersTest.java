package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.email.MessageId;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.State;
import org.postbag.reply.Draft;

class EarlierLettersTest extends ReviewOffice {
  EarlierLettersTest(Engine engine) {
    super(engine);
  }

  private QueueItem item(long letter) {
    return queue().find(letter).orElseThrow();
  }

  private List<EarlierLetter> earlier(long letter) {
    return queue().earlier(item(letter), Optional.empty());
  }

  @Test
  void whatSomebodyWroteBeforeAndWasSentStandsBesideTheirLetter() {
    long first = waiting("lee");
    decisions().approve(first(first), ANN);
    long other = waiting("cole");
    long second = waiting("lee+shop");

    assertThat(earlier(second))
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.letter()).isEqualTo(first);
          assertThat(letter.state()).isEqualTo(State.APPROVED);
          assertThat(letter.repliedAt()).contains(clock().instant());
          assertThat(letter.replyName()).contains("calais");
          assertThat(letter.sameThread()).isFalse();
        });
    assertThat(earlier(other)).isEmpty();
    assertThat(earlier(first)).extracting(EarlierLetter::isOpen).containsExactly(true);
  }

  @Test
  void aLetterFromAnotherAddressStandsWithTheOneWhoseReplyItAnswersAndGoesToAPerson() {
    long first = waiting("lee");
    decisions().approve(first(first), ANN);
    MessageId ours = queue().approvalOf(first).orElseThrow().messageId();
    long second = keep("lee.at.work");
    Draft draft =
        TestDrafts.referring(
            draft(second, "lee.at.work", TestDrafts.answer("lee.at.work", "The reply")), ours);
    queue().addAll(List.of(draft));

    assertThat(item(second).state()).isEqualTo(State.NEEDS_PERSON);
    assertThat(item(second).reason()).contains(DraftReason.FOLLOW_UP);
    assertThat(queue().earlier(item(second), Optional.of(draft.letter())))
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.letter()).isEqualTo(first);
          assertThat(letter.sameThread()).isTrue();
        });
  }
}
