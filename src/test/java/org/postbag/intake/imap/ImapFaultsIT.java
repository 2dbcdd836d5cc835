package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.intake.imap.Fault.fromClient;
import static org.postbag.intake.imap.Fault.fromServer;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postbag.intake.MailboxStatus.Condition;
import org.postbag.intake.imap.Fault.Act;

/// Whatever goes wrong between a real Dovecot and us: every letter of the mailbox is kept, once.
class ImapFaultsIT extends OnDovecot {
  private static final int LETTERS = 12;
  private static final String LITERAL = "^\\* \\d+ FETCH .*BODY.*\\{\\d+}";
  private static final String TAGGED_OK = "^[A-Z]+\\d+ OK";

  private static String text(int number) {
    return "From: Ann <ann@example.org>\r\nTo: office@example.org\r\nSubject: Letter "
        + number
        + "\r\nMessage-ID: <"
        + number
        + "@example.org>\r\n\r\nThis is letter "
        + number
        + ".\r\n"
        + "All work and no play.\r\n".repeat(number * 10);
  }

  private List<String> fill() {
    List<String> letters = IntStream.rangeClosed(1, LETTERS).mapToObj(n -> text(n)).toList();
    letters.forEach(letter -> dovecot.deliver(user, letter));
    return letters;
  }

  /// Reads the mailbox through those faults; all of it must come, each letter whole and once.
  private void survives(Fault... faults) {
    List<String> letters = fill();
    try (FaultProxy proxy = FaultProxy.before(dovecot.port(), faults);
        Watch watch = Watch.on(DovecotServer.mailbox(user, proxy.port()), database)) {
      watch.untilLetters(LETTERS).until(() -> watch.status().condition() == Condition.WATCHING);
      assertThat(watch.texts()).containsExactlyInAnyOrderElementsOf(letters);
      assertThat(proxy.allFired()).as("every fault has happened").isTrue();
      assertThat(watch.intake().gaps(user, "INBOX")).isEmpty();
    }
  }

  @Test
  void aCutInTheMiddleOfALetter() {
    survives(fromServer(LITERAL, new Act.CutAfter(200)));
  }

  @Test
  void aCutAtEachOfTheFirstFetches() {
    survives(
        fromServer(LITERAL, new Act.CutAfter(200)),
        fromServer(LITERAL, new Act.CutAfter(150)).at(2),
        fromServer(LITERAL, new Act.CutAfter(100)).at(3),
        fromServer(LITERAL, new Act.CutAfter(50)).at(4));
  }

  @Test
  void aHangUpBeforeTheFetchIsConfirmed() {
    survives(fromServer(TAGGED_OK, new Act.HangUp()).after("UID FETCH.*BODY"));
  }

  @Test
  void theSequenceNumbersSlipDuringTheFetch() {
    survives(fromServer("^\\* \\d+ FETCH.*BODY", new Act.Around("* 1 EXPUNGE\r\n", "")).at(2));
  }

  @Test
  void anUnknownLetterIsExpunged() {
    survives(fromServer(TAGGED_OK, new Act.Around("* 9999 EXPUNGE\r\n", "")).after("FETCH|SEARCH"));
  }

  @Test
  void theFirstFetchAnswersWithoutData() {
    survives(fromClient("UID FETCH", new Act.Answer("{tag} OK done\r\n", false)));
  }

  @Test
  void theLettersAreWithheldOnce() {
    survives(fromClient("UID FETCH.*BODY", new Act.Answer("{tag} OK done\r\n", false)));
  }

  @Test
  void oneLetterComesEmptyAtFirst() {
    survives(
        fromServer(
            "^\\* 5 FETCH \\(UID .*BODY.*\\{\\d+}",
            new Act.Around("* 5 FETCH (FLAGS ())\r\n", "")));
  }

  @Test
  void aFetchIsRefusedOnce() {
    survives(
        fromClient("UID FETCH.*BODY", new Act.Answer("{tag} NO [SERVERBUG] later\r\n", false)));
  }

  @Test
  void theServerSaysByeDuringIdleOrFetch() {
    survives(fromClient("IDLE|FETCH", new Act.Answer("* BYE shutting down\r\n", true)));
  }

  @Test
  void theServerTurnsUsAwayAtFirst() {
    survives(
        fromServer("^\\* OK", new Act.Replace("^\\* OK.*", "* BYE too many connections\r")),
        fromServer("^\\* OK", new Act.Replace("^\\* OK.*", "* BYE too many connections\r")).at(2));
  }

  @Test
  void signInIsNotAvailableForAMoment() {
    survives(
        fromClient(
            "LOGIN|AUTHENTICATE", new Act.Answer("{tag} NO [UNAVAILABLE] later\r\n", false)));
  }

  @Test
  void theFolderIsInUseAndTheServerAlertsUs() {
    survives(
        fromClient(
            "EXAMINE",
            new Act.Answer(
                "* OK [ALERT] Too many connections\r\n{tag} NO [INUSE] try again\r\n", false)));
  }

  @Test
  void theServerFallsSilentAfterTheFolderIsOpened() {
    survives(fromServer(TAGGED_OK, new Act.FallSilent()).after("EXAMINE"));
  }

  @Test
  void theServerIsSlowToGreet() {
    survives(fromServer("^\\* OK", new Act.Delay(1500)));
  }

  @Test
  void theServerTrickles() {
    survives(fromServer("FETCH", new Act.Trickle(20)));
  }

  @Test
  void resynchronisationIsOfferedAndNotUsed() {
    fill();
    try (FaultProxy proxy = FaultProxy.before(dovecot.port());
        Watch watch = Watch.on(DovecotServer.mailbox(user, proxy.port()), database)) {
      watch.untilLetters(LETTERS);
      assertThat(proxy.commands())
          .noneMatch(c -> c.matches("(?s).*(ENABLE|CONDSTORE|QRESYNC|UNSEEN|STORE|EXPUNGE).*"));
    }
  }

  @Test
  void idleIsRefused() {
    survives(fromClient("IDLE", new Act.Answer("{tag} BAD not here\r\n", false)).atEach());
  }

  @Test
  void theFolderShrinksWithoutAWord() {
    survives(fromServer(TAGGED_OK, new Act.Around("* 0 EXISTS\r\n", "")).after("FETCH|SEARCH"));
  }

  @Test
  void flagsComeThatNobodyAskedFor() {
    survives(
        fromServer("^\\* \\d+ FETCH", new Act.Around("* 1 FETCH (FLAGS (\\Seen))\r\n", ""))
            .atEach());
  }

  @Test
  void aLiteralOfFourGigabytesIsRefused() {
    survives(fromServer(LITERAL, new Act.Replace("\\{\\d+}", "{4294967295}")));
  }

  @Test
  void aNegativeLiteralIsRefused() {
    survives(fromServer(LITERAL, new Act.Replace("\\{\\d+}", "{-1}")));
  }

  @Test
  void statedSizesAreNotBelieved() {
    survives(
        fromServer("RFC822.SIZE", new Act.Replace("RFC822.SIZE \\d+", "RFC822.SIZE 10")).atEach());
  }

  @Test
  void theServerHasNoLiteralPlus() {
    survives(fromServer("LITERAL\\+", new Act.Replace(" LITERAL\\+", "")).atEach());
  }

  @Test
  void theServerStatesTooLowAUidNext() {
    survives(fromServer("UIDNEXT", new Act.Replace("UIDNEXT \\d+", "UIDNEXT 1")).atEach());
  }

  @Test
  void theServerGivesNoUidValidity() {
    survives(
        fromServer("UIDVALIDITY", new Act.Swallow()).atEach(),
        fromServer(LITERAL, new Act.CutAfter(100)).at(3));
  }

  @Test
  void theUidsAreVoidOnTheSecondConnection() {
    survives(
        fromServer("UIDVALIDITY", new Act.Replace("UIDVALIDITY \\d+", "UIDVALIDITY 1999999999"))
            .after("AUTHENTICATE.*"),
        fromServer(LITERAL, new Act.CutAfter(100)).at(7));
  }

  @Test
  void anAnswerThatIsAlwaysBadIsSaidAndNotHammered() {
    fill();
    Fault always =
        fromClient("FETCH", new Act.Answer("{tag} BAD unknown item\r\n", false)).atEach();
    try (FaultProxy proxy = FaultProxy.before(dovecot.port(), always);
        Watch watch = Watch.on(DovecotServer.mailbox(user, proxy.port()), database)) {
      watch.until(() -> watch.status().condition() == Condition.WAITING);
      assertThat(watch.status().trouble().orElseThrow()).contains("unknown item");
      watch.until(() -> proxy.connections() >= 4);
      assertThat(proxy.commands().size()).isLessThan(proxy.connections() * 8);
    }
  }

  @Test
  void aRefusedPasswordIsSaidWithItsMend() {
    Fault never =
        fromClient(
                "LOGIN|AUTHENTICATE",
                new Act.Answer("{tag} NO [AUTHENTICATIONFAILED] bad\r\n", false))
            .atEach();
    try (FaultProxy proxy = FaultProxy.before(dovecot.port(), never);
        Watch watch = Watch.on(DovecotServer.mailbox(user, proxy.port()), database)) {
      watch.until(() -> watch.status().condition() == Condition.REFUSED);
      assertThat(watch.status().trouble().orElseThrow())
          .contains("password")
          .doesNotContain("secret");
    }
  }

  @Test
  void aReferralIsNotFollowed() {
    Fault elsewhere =
        fromClient(
                "LOGIN|AUTHENTICATE",
                new Act.Answer("{tag} NO [REFERRAL imap://evil.example/] moved\r\n", false))
            .atEach();
    try (FaultProxy proxy = FaultProxy.before(dovecot.port(), elsewhere);
        Watch watch = Watch.on(DovecotServer.mailbox(user, proxy.port()), database)) {
      watch.until(() -> watch.status().condition() == Condition.REFUSED);
      assertThat(watch.status().trouble().orElseThrow()).doesNotContain("evil");
    }
  }

  @Test
  void aLetterIsFoundAlthoughIdleIsDead() {
    dovecot.deliver(user, text(1));
    Watch.on(mailbox(), database).untilLetters(1).close();
    Fault deaf = fromServer("^\\* \\d+ EXISTS", new Act.Swallow()).after("IDLE").atEach();
    try (FaultProxy proxy = FaultProxy.before(dovecot.port(), deaf);
        Watch watch = Watch.on(DovecotServer.mailbox(user, proxy.port()), database).untilRead()) {
      watch.until(() -> proxy.commands().stream().anyMatch(c -> c.contains("IDLE")));
      dovecot.deliver(user, text(2));
      watch.untilLetters(2);
    }
  }
}
