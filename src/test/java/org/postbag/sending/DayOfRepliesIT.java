package org.postbag.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;
import org.postbag.sending.smtp.Answer;

/// A bad day: twice as many replies as the provider takes in 24 hours. In the size of Microsoft's
/// limit: `bin/test -Dit.test=DayOfRepliesIT -Dpostbag.replies=20000`.
class DayOfRepliesIT {
  private final Database database = TestDatabases.sqlite();
  private final SettableClock clock = new SettableClock();
  private final SendingOffice office = new SendingOffice(database, clock);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void twiceADaysRepliesNeverPassALimitByOne() {
    int replies = Integer.getInteger("postbag.replies", 2_000);
    RateLimit rateLimit = new RateLimit(30, replies / 2, 3);
    Outbox outbox = office.outbox(s -> s.withPace(rateLimit));
    CountingProvider provider = new CountingProvider(rateLimit);
    office.approved(replies);
    clock.advance(SendingOffice.UNDO);
    Instant end = clock.instant().plus(Duration.ofHours(24));
    while (clock.instant().isBefore(end)) {
      office.ledger().doInTurn(() -> flow(outbox, provider));
      clock.advance(Duration.ofSeconds(20));
    }
    assertThat(provider.mostOver()).isLessThanOrEqualTo(0);
    assertThat(provider.all()).isEqualTo(rateLimit.perDay());
  }

  private void flow(Outbox outbox, CountingProvider provider) {
    SendingOffice.sendDue(outbox, SendingOffice.answering(_ -> taken(provider)));
  }

  private Answer taken(CountingProvider provider) {
    clock.advance(Duration.ofMillis(300));
    provider.take(clock.instant());
    clock.advance(Duration.ofMillis(200));
    return new Answer.Accepted("250");
  }
}
