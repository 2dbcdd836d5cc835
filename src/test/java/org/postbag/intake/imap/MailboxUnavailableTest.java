package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class MailboxUnavailableTest {
  /// The pool and the driver word the same outage differently from one try to the next.
  @Test
  void aDatabaseThatIsAwayIsSaidInTheSameWordsAtEachTry() {
    MailboxUnavailable broken =
        MailboxUnavailable.notKept(
            new IllegalStateException(
                "SELECT * FROM mailbox_gap", new SQLException("An I/O error occurred", "08006")));
    MailboxUnavailable none =
        MailboxUnavailable.notKept(
            new IllegalStateException(new SQLTransientConnectionException("Connection refused")));

    assertThat(broken).hasMessage("letters cannot be kept: the database does not answer");
    assertThat(none).hasMessage(broken.getMessage());
  }

  @Test
  void anotherFailureIsSaidInItsOwnWords() {
    assertThat(MailboxUnavailable.notKept(new IllegalStateException("no room for it")))
        .hasMessage("letters cannot be kept: no room for it");
  }
}
