package org.postbag.intake.imap;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.postbag.database.Database;
import org.postbag.database.TestDatabases;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.TestMailbox;

/// Tests on one Dovecot a class; each test has a mailbox and a database of its own.
abstract class OnDovecot {
  private static final AtomicInteger USERS = new AtomicInteger();

  static DovecotServer dovecot;

  final Database database = TestDatabases.sqlite();
  final String user = "office" + USERS.incrementAndGet();

  @BeforeAll
  static void start() {
    dovecot = DovecotServer.start();
  }

  @AfterAll
  static void stop() {
    dovecot.close();
  }

  @AfterEach
  void close() {
    database.close();
  }

  final MailboxSettings mailbox() {
    return DovecotServer.mailbox(user, dovecot.port());
  }

  final MailboxSettings mailbox(String part, Object value) {
    return TestMailbox.with(mailbox(), Map.of(part, value));
  }

  /// Delivers letters with these numbers.
  final void deliver(int first, int last) {
    for (int number = first; number <= last; number++) {
      dovecot.deliver(
          user,
          "From: ann@example.org\r\nMessage-ID: <%1$d@example.org>\r\n\r\nLetter %1$d\r\n"
              .formatted(number));
    }
  }
}
