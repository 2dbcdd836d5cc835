package org.postbag.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;
import org.postbag.ledger.State;

/// The link is cut at every byte: of the letter, of the final dot, of the answer. What is sure is
/// tried again; what is not sure never is; and there is never a second copy.
class CutLinkTest {
  /// Longer than any machine takes to hear that a link was cut.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int ANSWER = "250 2.0.0 kept\r\n".length();

  private final Database database = TestDatabases.sqlite();
  private final SettableClock clock = new SettableClock();
  private final SendingOffice office = new SendingOffice(database, clock);
  private final LedgerSink sink = new LedgerSink();

  /// The client's own clock: it stands still between letters of a flood, in which the client has no
  /// patience before the final dot.
  private final SettableClock ticks = new SettableClock();

  private SmtpSender sender = office.sender(sink);
  private final Outbox outbox = office.outbox();

  @AfterEach
  void close() {
    sender.close();
    sink.close();
    database.close();
  }

  private void flow() {
    SendingOffice.sendDue(outbox, sender::send);
  }

  private long sentOverABrokenLink() {
    long letter = office.approved();
    clock.advance(SendingOffice.UNDO);
    flow();
    return letter;
  }

  private long copies(long letter) {
    return sink.mails().stream().filter(m -> m.to().equals("w" + letter + "@example.org")).count();
  }

  static Stream<Integer> bytesOfTheDot() {
    return IntStream.rangeClosed(0, 2).boxed();
  }

  static Stream<Integer> bytesOfTheAnswer() {
    return IntStream.range(0, ANSWER).boxed();
  }

  @ParameterizedTest
  @MethodSource("bytesOfTheDot")
  void aLinkCutWithinTheDotLeavesTheReplyUnclearAndUnsent(int bytes) {
    sink.droppingInDot(bytes);
    long letter = sentOverABrokenLink();
    assertThat(office.state(letter)).isEqualTo(State.UNCLEAR);
    neverAgain(letter, 0);
  }

  @ParameterizedTest
  @MethodSource("bytesOfTheAnswer")
  void aLinkCutWithinTheAnswerLeavesTheReplyUnclearAndSentOnce(int bytes) {
    sink.droppingInAnswer(bytes);
    long letter = sentOverABrokenLink();
    assertThat(office.state(letter)).isEqualTo(State.UNCLEAR);
    neverAgain(letter, 1);
  }

  @Test
  void aLinkCutBehindTheAnswerHasSentTheReply() {
    sink.droppingInAnswer(ANSWER);
    long letter = sentOverABrokenLink();
    assertThat(office.state(letter)).isEqualTo(State.SENT);
    neverAgain(letter, 1);
  }

  private void neverAgain(long letter, int copies) {
    State before = office.state(letter);
    sink.heal();
    for (int i = 0; i < 10; i++) {
      clock.advance(Duration.ofHours(5));
      flow();
    }
    assertThat(office.state(letter)).isEqualTo(before);
    assertThat(copies(letter)).isEqualTo(copies);
  }

  /// The letter's length is known from one that went through.
  @Test
  void aLinkCutAtAnyByteOfTheLetterIsTriedAgainAndSendsOneCopy() {
    sender.close();
    sender = office.sender(sink, PATIENCE, ticks);
    long whole = sentOverABrokenLink();
    int length = sink.mails().getFirst().text().getBytes(StandardCharsets.UTF_8).length;
    assertThat(copies(whole)).isEqualTo(1);

    List<Integer> cuts = IntStream.iterate(1, i -> i < length - 2, i -> i + 29).boxed().toList();
    for (int cut : cuts) {
      sink.droppingInData(cut);
      ticks.advance(Duration.ofSeconds(1));
      long letter = sentOverABrokenLink();
      assertThat(office.state(letter)).as("cut at byte " + cut).isEqualTo(State.APPROVED);
      sink.heal();
      clock.advance(Duration.ofMinutes(2));
      flow();
      assertThat(office.state(letter)).isEqualTo(State.SENT);
      assertThat(copies(letter)).isEqualTo(1);
    }
    assertThat(cuts).hasSizeGreaterThan(20);
  }
}
