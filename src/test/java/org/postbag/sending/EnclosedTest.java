package org.postbag.sending;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.catalog.CatalogReader;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestDatabases;
import org.postbag.email.LetterReader;
import org.postbag.ledger.State;
import org.postbag.ledger.WithheldReason;
import org.postbag.people.name.Salutations;
import org.postbag.people.place.Constituency;
import org.postbag.reply.Enclosed;
import org.postbag.reply.Proposal;
import org.postbag.reply.ReplyComposer;
import org.postbag.reply.ReplySettings;

/// What leaves beside a reply's text: the standard reply's files, and the quoted letter.
class EnclosedTest {
  @TempDir Path config;
  private final Database database = TestDatabases.sqlite();
  private final SettableClock clock = new SettableClock();
  private final SendingOffice office = new SendingOffice(database, clock);
  private final LedgerSink sink = new LedgerSink();
  private final Outbox outbox = office.outbox();

  @BeforeEach
  void writeTheReply() throws IOException {
    Files.createDirectories(config.resolve("replies/maps"));
    Files.createDirectories(config.resolve("topics"));
    Files.writeString(
        config.resolve("topics/calais.yaml"), "title: Calais\nreply: calais\nkeywords: [calais]\n");
    Files.writeString(
        config.resolve("replies/calais.md"),
        "---\nreviewed: 2026-11-02\nattachments: [leaflet.txt, maps/port.txt]\n---\n{{salutation}},\n\nThank you.\n");
    leaflet("The leaflet as it was approved");
    Files.writeString(config.resolve("replies/maps/port.txt"), "A map of the port");
    office.change(CatalogReader.read(config).catalog());
  }

  @AfterEach
  void close() {
    sink.close();
    database.close();
  }

  private void leaflet(String text) throws IOException {
    Files.writeString(config.resolve("replies/leaflet.txt"), text);
  }

  private Proposal.Answer answer(String letter, boolean quotes) {
    ReplySettings settings =
        new ReplySettings(
            Set.of(),
            Map.of(),
            ZoneId.of("Europe/London"),
            Constituency.UNKNOWN,
            Salutations.STANDARD,
            quotes);
    ReplyComposer composer = new ReplyComposer(office::catalog, settings, clock);
    byte[] bytes = letter.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    return composer
        .answer(new LetterReader().read(bytes), "office", SendingOffice.CALAIS)
        .orElseThrow();
  }

  private static String letter(String words) {
    return "From: Ann Lee <ann@example.org>\nTo: office@field.example\nSubject: Calais\n"
        + "Date: Mon, 23 Nov 2026 10:00:00 +0000\nMessage-ID: <1@example.org>\n"
        + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        + words;
  }

  private long approved(Proposal.Answer answer) {
    long letter = office.waiting(answer);
    office.approve(letter);
    clock.advance(SendingOffice.UNDO);
    return letter;
  }

  private void flow() {
    try (SmtpSender sender = office.sender(sink.port(), config.resolve("replies"))) {
      SendingOffice.sendDue(outbox, sender::send);
    }
  }

  @Test
  void theFilesOfTheStandardReplyLeaveWithIt() {
    long letter = approved(answer(letter("Please act."), false));
    flow();
    assertThat(office.state(letter)).isEqualTo(State.SENT);
    assertThat(parts())
        .containsEntry("leaflet.txt", "The leaflet as it was approved")
        .containsEntry("port.txt", "A map of the port")
        .containsKeys("text/plain", "text/html");
  }

  /// The text of every part, by its type, or its name for a file.
  private Map<String, String> parts() {
    try {
      byte[] bytes = sink.mails().getLast().text().getBytes(StandardCharsets.UTF_8);
      Map<String, String> parts = new HashMap<>();
      collect(new MimeMessage((Session) null, new ByteArrayInputStream(bytes)), parts);
      return parts;
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void collect(Part part, Map<String, String> parts)
      throws IOException, MessagingException {
    if (part.isMimeType("multipart/*")) {
      Multipart all = (Multipart) part.getContent();
      for (int i = 0; i < all.getCount(); i++) {
        collect(all.getBodyPart(i), parts);
      }
    } else {
      String text = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String name = part.getFileName() == null ? part.getContentType() : part.getFileName();
      parts.put(name.replaceAll(";.*", ""), text.replace("\r\n", "\n").strip());
    }
  }

  @Test
  void aFileThatChangedAfterApprovalStopsItsRepliesAndAsksAgain() throws IOException {
    long letter = approved(answer(letter("Please act."), false));
    leaflet("Another leaflet");
    office.change(CatalogReader.read(config).catalog());
    flow();
    assertThat(office.state(letter)).isEqualTo(State.NEEDS_PERSON);
    assertThat(office.queue().find(letter).orElseThrow().reason())
        .contains(WithheldReason.REPLY_CHANGED);

    assertThat(office.approve(letter)).isInstanceOf(org.postbag.review.Decision.Done.class);
    clock.advance(SendingOffice.UNDO);
    flow();
    assertThat(sink.mails()).hasSize(1);
    assertThat(parts()).containsEntry("leaflet.txt", "Another leaflet");
  }

  /// The catalog has not been read again yet, or the file changes between the claim and the
  /// reading.
  @Test
  void whatLeavesIsReadOnceAndHeldAgainstTheApproval() throws IOException {
    long letter = approved(answer(letter("Please act."), false));
    leaflet("Changed at the last moment");
    flow();
    assertThat(sink.mails()).isEmpty();
    assertThat(office.state(letter)).isEqualTo(State.NEEDS_PERSON);
    assertThat(office.queue().approvalOf(letter)).isEmpty();

    Files.delete(config.resolve("replies/leaflet.txt"));
    office.approve(letter);
    clock.advance(SendingOffice.UNDO);
    flow();
    assertThat(sink.mails()).isEmpty();
    assertThat(office.ledger().verify()).isEmpty();
  }

  @Test
  void nothingIsQuotedUnlessTheOfficeWantsIt() {
    assertThat(answer(letter("Please act."), false).enclosed().quote()).isEmpty();
  }

  @Test
  void theLetterStandsBelowItsReplyInBothForms() {
    approved(answer(letter("Please act.\n\nIt matters to me.\n"), true));
    flow();
    String text = parts().getOrDefault("text/plain", "");
    assertThat(text)
        .startsWith("Dear Ann Lee,\n\nThank you.")
        .endsWith("On 23 November 2026, Ann Lee wrote:\n\n> Please act.\n>\n> It matters to me.");
    assertThat(parts().get("text/html"))
        .contains("<p>On 23 November 2026, Ann Lee wrote:</p>")
        .contains("<blockquote>Please act.<br>\n<br>\nIt matters to me.</blockquote>");
  }

  @Test
  void aHostileLetterIsQuotedAsTextAndNothingElse() {
    String hostile =
        """
        <script>alert(1)</script><img src=x onerror=alert(2)>
        </blockquote><b>The office agrees</b>
        ![pixel](https://evil.example/p.gif) [click](javascript:alert(3))
        {{signature}} [insert name] XX
        .
        Bcc: eve@example.net
        \u202Ereversed\u202C &lt;done&gt;
        """;
    approved(answer(letter(hostile), true));
    flow();
    assertThat(sink.mails()).hasSize(1);
    String html = parts().getOrDefault("text/html", "");
    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;")
        .contains("&lt;/blockquote&gt;&lt;b&gt;The office agrees")
        .contains("![pixel](https://evil.example/p.gif) [click](javascript:alert(3))")
        .contains("{{signature}} [insert name] XX", "&amp;lt;done&amp;gt;")
        .doesNotContain("<script", "<img", "<b>", "<a ", "\u202E");
    assertThat(html.split("</blockquote>", -1)).hasSize(2);
    assertThat(sink.mails().getFirst().field("Bcc")).isEmpty();
    assertThat(sink.mails().getFirst().to()).isEqualTo("ann@example.org");
  }

  @Test
  void aQuoteOrAFileThatWasChangedBehindTheApprovalStops() {
    long quoted = approved(answer(letter("Please act."), true));
    long listed = approved(answer(letter("Please act."), false));
    database.doInTransaction(() -> {
      set("quote", "Ann wrote:\nI am a fool.", quoted);
      set("attachments", "", listed);
    });
    flow();
    assertThat(sink.mails()).isEmpty();
    assertThat(List.of(quoted, listed)).allMatch(l -> office.state(l) == State.NEEDS_PERSON);
  }

  private void set(String column, String value, long letter) {
    database
        .sql("UPDATE approval SET " + column + " = ? WHERE letter_id = ?")
        .params(value, letter)
        .update();
  }

  @Test
  void aLongLetterIsCutAndAnEmptyOneIsNotQuoted() {
    assertThat(answer(letter("long ".repeat(10_000)), true).enclosed().quote())
        .hasSizeLessThan(20_100)
        .endsWith(" …");
    assertThat(answer(letter(""), true).enclosed()).extracting(Enclosed::quote).isEqualTo("");
  }
}
