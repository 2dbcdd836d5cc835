package org.postbag.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;
import org.postbag.review.Approval;
import org.postbag.review.TestDrafts;
import org.postbag.sending.smtp.Answer;

/// The mail server's words in the log: what went wrong, and nobody's address.
class LoggedAnswerTest {
  private final Database database = TestDatabases.sqlite();
  private final SendingOffice office = new SendingOffice(database, new SettableClock());

  @AfterEach
  void close() {
    database.close();
  }

  private String logged(String words) {
    long letter = office.approved();
    return LoggedAnswer.of(
        new Answer.Rejected(550, words, true), office.queue().approvalOf(letter).orElseThrow());
  }

  @Test
  void theServersWordsStandThereInFull() {
    assertThat(logged("550 5.1.1 no such user here"))
        .isEqualTo("rejected, 550: 550 5.1.1 no such user here");
    assertThat(logged("535 5.7.8 first line\nsecond line"))
        .isEqualTo("rejected, 550: 535 5.7.8 first line second line");
  }

  @Test
  void noAddressStandsThere() {
    assertThat(logged("550 5.1.1 <Lee.Ann@Writers.example>: Recipient address rejected"))
        .isEqualTo("rejected, 550: 550 5.1.1 <…>: Recipient address rejected");
  }

  @Test
  void theRecipientsNameAloneDoesNotEither() {
    long letter = office.waiting(TestDrafts.answer("lee.ann", "Dear Ann"));
    office.approve(letter);
    Approval approval = office.queue().approvalOf(letter).orElseThrow();
    assertThat(
            LoggedAnswer.of(
                new Answer.Rejected(550, "550 5.1.1 unknown user Lee.Ann", true), approval))
        .isEqualTo("rejected, 550: 550 5.1.1 unknown user …");
  }
}
