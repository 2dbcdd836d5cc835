package org.postbag.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;
import org.postbag.email.Address;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;
import org.postbag.email.ReplyThread;
import org.postbag.ledger.State;
import org.postbag.reply.Enclosed;
import org.postbag.review.Approval;
import org.postbag.review.ReplyHash;
import org.postbag.sending.smtp.Answer;
import org.postbag.sending.smtp.SmtpClient;

/// What must not leave, whoever approved it; and what must not reach the wire in what leaves.
class HeldBackTest {
  private final Database database = TestDatabases.sqlite();
  private final SettableClock clock = new SettableClock();
  private final SendingOffice office = new SendingOffice(database, clock);
  private final LedgerSink sink = new LedgerSink();

  @AfterEach
  void close() {
    sink.close();
    database.close();
  }

  private static final List<String> MARKERS =
      List.of(
          "[insert name]",
          "[Insert if there has been a bereavement: …]",
          "{{salutation}}",
          "{{ name }}",
          "{{",
          "<<date>>",
          "XX",
          "XXXX",
          "[TBC]",
          "[…]",
          "INSERT",
          "insert name",
          "\nDear ,\n",
          "\nDear null,\n",
          "[",
          "}}");
  private static final List<String> WORDS =
      List.of(
          "Thank", "you", "for", "writing", "about", "Calais", "£5", "’", "\n", "\n\n", "**not**");

  /// The approval's text and hash are changed behind the desk, as somebody with the database in
  /// hand could; the claim has to stop it.
  @Test
  void noDraftWithALeftoverMarkerLeaves() {
    SplittableRandom random = new SplittableRandom(5);
    Outbox outbox = office.outbox();
    List<Long> letters = office.approved(5_000);
    clock.advance(SendingOffice.UNDO);
    database.doInTransaction(() -> letters.forEach(l -> slipIn(l, text(random))));

    SmtpSender sender = office.sender(sink);
    office.ledger().doInTurn(() -> drain(outbox, sender));
    assertThat(sink.mails()).isEmpty();
    assertThat(letters).allMatch(l -> office.state(l) == State.NEEDS_PERSON);
    sender.close();
  }

  private static void drain(Outbox outbox, SmtpSender sender) {
    Dispatch dispatch = SendingOffice.dispatch(outbox, sender::send);
    for (List<Approval> due = dispatch.due(); !due.isEmpty(); due = dispatch.due()) {
      due.forEach(dispatch::send);
    }
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder("Dear Ann,\n\n");
    int place = random.nextInt(30);
    for (int i = 0; i < 30; i++) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
      if (i == place) {
        text.append(MARKERS.get(random.nextInt(MARKERS.size()))).append(' ');
      }
    }
    return text.toString();
  }

  @Test
  void aWarningThatAppearsAfterTheApprovalBringsTheReplyBack() {
    long letter = office.approved(1).getFirst();
    clock.advance(SendingOffice.UNDO);
    database.doInTransaction(() ->
        database
            .sql("UPDATE draft SET warnings = ? WHERE letter_id = ?")
            .params("[{\"word\":\"needs-help\",\"sentence\":\"Read it.\"}]", letter)
            .update());

    try (SmtpSender sender = office.sender(sink)) {
      SendingOffice.sendDue(office.outbox(), sender::send);
    }

    assertThat(sink.mails()).isEmpty();
    assertThat(office.state(letter)).isEqualTo(State.NEEDS_PERSON);
  }

  private void slipIn(long letter, String text) {
    Approval was = office.queue().approvalOf(letter).orElseThrow();
    String hash =
        ReplyHash.of(
            was.messageId(),
            was.from(),
            was.to(),
            was.thread(),
            text,
            was.enclosed(),
            was.warnings());
    database
        .sql("UPDATE approval SET text = ?, packed = NULL, hash = ? WHERE id = ?")
        .params(text, hash, was.id())
        .update();
  }

  private static final String BAD = "\r\n\0\u2028\u2029\u0085\u000b\f\u007f";
  private static final List<String> ATTACKS =
      List.of(
          "Bcc: eve@example.net",
          "\r\nBcc: eve@example.net",
          "\nRCPT TO:<eve@example.net>",
          "\r\n.\r\nMAIL FROM:<eve@example.net>",
          "=?utf-8?q?a=0d=0aBcc:_eve?=",
          "a@b> NOTIFY=x",
          "\u2028Bcc: eve@example.net",
          "\0",
          "é",
          "中文",
          "\"quoted\"",
          "(comment)",
          "<x@y>");

  /// Each value stands once in the subject, the names, the addresses and the ids of a letter. What
  /// can be written at all goes over the wire.
  @Test
  void noHeaderValueMakesAFieldARecipientOrACommand() {
    SplittableRandom random = new SplittableRandom(7);
    SmtpClient client = new SmtpClient(SendingOffice.server(sink.port()));
    Composer composer = new Composer(java.nio.file.Path.of("."));
    int sent = 0;
    for (int i = 0; i < 10_000; i++) {
      sent += isSent(client, composer, i % 5, value(random)) ? 1 : 0;
    }
    client.close();

    assertThat(sent).isBetween(1_000, 9_999);
    assertThat(sink.mails()).hasSize(sent);
    assertThat(sink.commands())
        .allMatch(c -> c.matches("(?s)(EHLO|MAIL|RCPT|DATA|RSET|QUIT|NOOP).*"))
        .noneMatch(c -> c.startsWith("RCPT") && c.contains("eve@"));
    assertThat(sink.mails().stream().flatMap(m -> foreignFields(m).stream())).isEmpty();
  }

  private static final List<String> OURS =
      List.of(
          "Date",
          "From",
          "To",
          "Message-ID",
          "In-Reply-To",
          "References",
          "Subject",
          "X-Postbag",
          "MIME-Version",
          "Content-Type",
          "Content-Transfer-Encoding");

  /// Lines of the head that begin a field which is not ours, or is there a second time.
  private static List<String> foreignFields(LedgerSink.Mail mail) {
    String head = mail.text().substring(0, mail.text().indexOf("\r\n\r\n"));
    List<String> rest = new ArrayList<>(OURS);
    List<String> foreign = new ArrayList<>();
    for (String line : head.split("\r\n", -1)) {
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      if (!folded && !rest.remove(line.replaceFirst("(?s):.*", ""))) {
        foreign.add(line);
      }
    }
    return foreign;
  }

  private static String value(SplittableRandom random) {
    StringBuilder value = new StringBuilder("x");
    for (int i = random.nextInt(4); i >= 0; i--) {
      switch (random.nextInt(3)) {
        case 0 -> value.append(BAD.charAt(random.nextInt(BAD.length())));
        case 1 -> value.append(ATTACKS.get(random.nextInt(ATTACKS.size())));
        default -> value.append((char) ('a' + random.nextInt(26)));
      }
    }
    return value.toString();
  }

  /// False when our own words refuse to carry the value.
  private boolean isSent(SmtpClient client, Composer composer, int field, String value) {
    try {
      Address ann = new Address(field == 0 ? value : "ann", "example.org");
      NamedAddress to = new NamedAddress(field == 1 ? value : "Ann", ann);
      NamedAddress from =
          new NamedAddress(field == 2 ? value : "Office", new Address("office", "field.example"));
      MessageId id = new MessageId(field == 3 ? "<" + value + "@x>" : "<1@x>");
      ReplyThread thread =
          new ReplyThread(field == 4 ? value : "Re: x", java.util.Optional.of(id), List.of(id, id));
      Composed composed = composer.compose(approval(from, to, thread), clock.instant());
      return composed instanceof Composed.Message message
          && client.send(from.address(), to.address(), message.bytes()) instanceof Answer.Accepted;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private Approval approval(NamedAddress from, NamedAddress to, ReplyThread thread) {
    MessageId id = new MessageId("<ours.postbag@field.example>");
    return new Approval(
        1,
        1,
        "office",
        "ann",
        clock.instant(),
        clock.instant(),
        "",
        id,
        from,
        to,
        thread,
        "Dear Ann",
        java.util.Optional.empty(),
        java.util.Optional.empty(),
        Enclosed.NONE,
        List.of());
  }
}
