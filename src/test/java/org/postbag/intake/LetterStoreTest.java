package org.postbag.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;
import org.postbag.database.SettableClock;

/// What keeping a letter promises, on every database.
class LetterStoreTest extends OnEveryEngine {
  private static final SettableClock CLOCK = new SettableClock();
  private static final Instant RECEIVED = Instant.parse("2026-11-20T08:00:00Z");

  LetterStoreTest(Engine engine) {
    super(engine);
  }

  private Intake intake() {
    return new Intake(database, CLOCK);
  }

  private static Cursor start(long uidValidity) {
    return new Cursor("office", "INBOX", uidValidity, 0, CLOCK.instant(), 0, 0, 0);
  }

  private static NewLetter letter(Cursor cursor, long uid, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new NewLetter(cursor.uid(uid), RECEIVED, bytes.length, false, false, bytes);
  }

  private static String text(int number) {
    return "Message-ID: <"
        + number
        + "@example.org>\r\nSubject: n\r\n\r\nLetter "
        + number
        + "\r\n";
  }

  private static List<NewLetter> letters(Cursor cursor, int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(n -> letter(cursor, n, text(n))).toList();
  }

  @Test
  void lettersAndCursorAreKeptTogether() {
    Intake intake = intake();
    Cursor start = intake.begin(start(7));
    intake.keep(Batch.of(start, start.at(3), letters(start, 1, 3)));
    assertThat(intake.unprocessed(10)).hasSize(3);
    assertThat(intake.cursor("office", "INBOX")).contains(start.at(3));
    KeptLetter first = intake.unprocessed(1).getFirst();
    assertThat(new String(first.rfc822(), StandardCharsets.UTF_8)).isEqualTo(text(1));
    assertThat(first.uid()).isEqualTo(start.uid(1));
    assertThat(first.received()).isEqualTo(RECEIVED);
  }

  @Test
  void whenOneLetterCannotBeKeptNoneIsAndTheCursorStays() {
    Intake intake = intake();
    Cursor start = intake.begin(start(7));
    NewLetter broken = new NewLetter(start.uid(2), Instant.MAX, 1, false, false, new byte[] {1});
    Batch batch = Batch.of(start, start.at(2), List.of(letter(start, 1, text(1)), broken));
    assertThatThrownBy(() -> intake.keep(batch)).isInstanceOf(RuntimeException.class);
    assertThat(intake.unprocessed(10)).isEmpty();
    assertThat(intake.cursor("office", "INBOX")).contains(start);
  }

  @Test
  void theSameBatchTwiceKeepsEachLetterOnce() {
    Intake intake = intake();
    Cursor start = intake.begin(start(7));
    Batch batch = Batch.of(start, start.at(3), letters(start, 1, 3));
    intake.keep(batch);
    intake.keep(batch);
    assertThat(intake.unprocessed(10)).hasSize(3);
  }

  @Test
  void aReaderThatLostItsFolderToAnotherKeepsNothing() {
    Intake intake = intake();
    Cursor start = intake.begin(start(7));
    Batch stale = Batch.of(start, start.at(9), letters(start, 1, 9));
    intake.keep(Batch.of(start, start.at(3), letters(start, 1, 3)));
    assertThatThrownBy(() -> intake.keep(stale)).isInstanceOf(IllegalStateException.class);
    assertThat(intake.unprocessed(20)).hasSize(3);
  }

  @Test
  void twoLettersWithOneMessageIdAreTwoLetters() {
    Intake intake = intake();
    Cursor start = intake.begin(start(7));
    String id = "Message-ID: <same@example.org>\r\n\r\n";
    intake.keep(
        Batch.of(
            start,
            start.at(2),
            List.of(letter(start, 1, id + "one"), letter(start, 2, id + "other"))));
    assertThat(intake.unprocessed(10)).hasSize(2);
  }

  @Test
  void aLetterMovedAwayAndBackIsTheSameLetter() {
    Intake intake = intake();
    Cursor start = intake.begin(start(7));
    intake.keep(Batch.of(start, start.at(1), List.of(letter(start, 1, text(1)))));
    Cursor then = start.at(1);
    intake.keep(Batch.of(then, then.at(5), List.of(letter(then, 5, text(1)))));
    assertThat(intake.unprocessed(10)).hasSize(1);
  }

  @Test
  void aLetterThatStandsTwiceInOneBatchIsKeptOnce() {
    Intake intake = intake();
    Cursor start = intake.begin(start(7));
    List<NewLetter> letters =
        List.of(letter(start, 1, text(1)), letter(start, 2, text(2)), letter(start, 3, text(1)));
    intake.keep(Batch.of(start, start.at(3), letters));
    assertThat(intake.unprocessed(10))
        .extracting(KeptLetter::uid)
        .containsExactly(uids(start, 1, 2));
    assertThat(intake.places(start.at(3))).containsExactlyInAnyOrder(1L, 2L, 3L);
  }

  private static ImapUid[] uids(Cursor cursor, long... uids) {
    return LongStream.of(uids).mapToObj(cursor::uid).toArray(ImapUid[]::new);
  }

  @Test
  void aLetterWhoseHeaderWasRewrittenIsRecognisedAtItsNewUid() {
    Intake intake = intake();
    Cursor start = intake.begin(start(7));
    intake.keep(Batch.of(start, start.at(2), letters(start, 1, 2)));
    Cursor anew = intake.renumber(start.at(2), 8, 2);
    List<NewLetter> again =
        List.of(letter(anew, 1, "X-Server: new\r\n" + text(1)), letter(anew, 2, text(2)));
    intake.keep(Batch.of(anew, anew.at(2), again));
    assertThat(intake.unprocessed(10))
        .extracting(KeptLetter::uid)
        .containsExactly(uids(anew, 1, 2));
  }

  @Test
  void lettersWithoutMessageIdAreNeverTakenForOneAnother() {
    Intake intake = intake();
    Cursor start = intake.begin(start(7));
    intake.keep(
        Batch.of(
            start, start.at(2), List.of(letter(start, 1, "\r\nx"), letter(start, 2, "\r\nx"))));
    assertThat(intake.unprocessed(10)).hasSize(2);
  }

  @Test
  void newUidsBringNoLetterTwice() {
    Intake intake = intake();
    Cursor start = intake.begin(start(7));
    intake.keep(Batch.of(start, start.at(3), letters(start, 1, 3)));
    Cursor anew = intake.renumber(start.at(3), 8, 4);
    List<NewLetter> again =
        List.of(
            letter(anew, 1, text(3)),
            letter(anew, 2, text(1)),
            letter(anew, 3, text(2)),
            letter(anew, 4, text(4)));
    intake.keep(Batch.of(anew, anew.at(4), again));
    assertThat(intake.unprocessed(10)).hasSize(4);
    assertThat(intake.unprocessed(1).getFirst().uid()).isEqualTo(anew.uid(2));
  }

  @Test
  void newUidsInTheOldEpochBringNoLetterTwice() {
    Intake intake = intake();
    Cursor start = intake.begin(start(7));
    intake.keep(Batch.of(start, start.at(3), letters(start, 1, 3)));
    Cursor anew = intake.renumber(start.at(3), 7, 2);
    intake.keep(
        Batch.of(anew, anew.at(2), List.of(letter(anew, 1, text(3)), letter(anew, 2, text(4)))));
    assertThat(intake.unprocessed(10)).hasSize(4);
  }

  @Test
  void aGapStaysUntilItsLetterIsKept() {
    Intake intake = intake();
    Cursor start = intake.begin(start(7));
    Gap gap = new Gap(start.uid(2), 1, CLOCK.instant(), "withheld");
    intake.keep(new Batch(start, start.at(3), letters(start, 1, 1), List.of(gap), List.of()));
    assertThat(intake.gaps("office", "INBOX")).containsExactly(gap);
    Cursor then = start.at(3);
    intake.keep(Batch.of(then, then, letters(start, 2, 2)));
    assertThat(intake.gaps("office", "INBOX")).isEmpty();
    assertThat(intake.unprocessed(10)).hasSize(2);
  }

  @Test
  void lettersThatWereReadAreNotHandedOutAgain() {
    Intake intake = intake();
    Cursor start = intake.begin(start(7));
    intake.keep(Batch.of(start, start.at(4), letters(start, 1, 4)));
    List<Long> ids = intake.unprocessed(10).stream().map(KeptLetter::id).toList();
    markRead(ids.get(0));
    markRead(ids.get(2));
    assertThat(intake.unprocessed(10))
        .extracting(KeptLetter::id)
        .containsExactly(ids.get(1), ids.get(3));
    CLOCK.advance(Duration.ofHours(1));
    markRead(ids.get(1));
    assertThat(intake.unprocessed(10)).extracting(KeptLetter::id).containsExactly(ids.get(3));
    assertThat(intake.unprocessed(10)).extracting(KeptLetter::id).containsExactly(ids.get(3));
    markRead(ids.get(3));
    assertThat(intake.unprocessed(10)).isEmpty();
    intake.keep(Batch.of(start.at(4), start.at(5), letters(start, 5, 5)));
    assertThat(intake.unprocessed(10)).hasSize(1);
  }

  private void markRead(long letter) {
    database.doInTransaction(() ->
        database
            .sql("INSERT INTO letter_state (letter_id, state, since) VALUES (?, 'waiting', 0)")
            .param(letter)
            .update());
  }
}
