package org.postbag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;

/// Letters are what was collected.
class ContentAuditTest extends OnEveryEngine {
  private static final int LETTERS = 45;

  ContentAuditTest(Engine engine) {
    super(engine);
  }

  @BeforeEach
  void collect() {
    Intake intake = new Intake(database, () -> Instant.EPOCH);
    Cursor before = intake.begin(new Cursor("office", "INBOX", 1, 0, Instant.EPOCH, 0, 0, 0));
    List<NewLetter> letters = new ArrayList<>();
    for (int uid = 1; uid <= LETTERS; uid++) {
      byte[] bytes =
          "Message-ID: <%d@a.example>\r\n\r\nBuses".formatted(uid).getBytes(StandardCharsets.UTF_8);
      letters.add(
          new NewLetter(
              new ImapUid("office", "INBOX", 1, uid),
              Instant.EPOCH,
              bytes.length,
              false,
              false,
              bytes));
    }
    intake.keep(Batch.of(before, before.at(LETTERS), letters));
  }

  @Test
  void lettersAsTheyWereCollectedStand() {
    ContentAudit audit = new ContentAudit(database);
    assertThat(audit.firstAltered()).isEmpty();
    assertThat(audit.progress()).isEqualTo("45 of 45 letters read");
  }

  @Test
  void oneByteThatWasChangedIsFound() {
    change(
        "UPDATE letter_raw SET rfc822 = (SELECT rfc822 FROM letter_raw WHERE letter_id = 1) WHERE letter_id = 43");
    assertThat(new ContentAudit(database).firstAltered())
        .hasValue("letter 43 does not hold the bytes that were collected");
  }

  @Test
  void bytesThatWereRemovedAreMissed() {
    change("DELETE FROM letter_raw WHERE letter_id = 7");
    assertThat(new ContentAudit(database).firstAltered()).hasValue("letter 7 has lost its bytes");
  }

  private void change(String sql) {
    database.doInTransaction(() -> assertThat(database.sql(sql).update()).isOne());
  }
}
