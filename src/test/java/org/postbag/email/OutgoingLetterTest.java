package org.postbag.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingLetterTest {
  private static final Instant DATE = Instant.parse("2026-11-17T08:30:00Z");
  private static final MessageId ID = new MessageId("<reply-1@example.com>");
  private static final NamedAddress OFFICE =
      new NamedAddress("Office of Jo Thorne, MP", new Address("office", "example.com"));
  private static final NamedAddress RUTH =
      new NamedAddress("Jürgen \"Jo\" König", new Address("ruth", "example.org"));
  private static final String TEXT =
      "Dear Ruth,\n\n£20 – that’s “too much” for me, too: €.\n.\nFrom here on, a line of dots.\n"
          + "and one long one ".repeat(200)
          + "\n";

  private static ReplyThread thread(String subject) {
    return new ReplyThread(
        subject,
        Optional.of(new MessageId("<t1@example.org>")),
        List.of(new MessageId("<t1@example.org>")));
  }

  private static OutgoingLetter letter(String subject) {
    return OutgoingLetter.reply(
        ID,
        OFFICE,
        RUTH,
        thread(subject),
        TEXT,
        "<p>" + TEXT + "</p>",
        Map.of("Auto-Submitted", "auto-replied"));
  }

  @Test
  void whatIsWrittenIsWhatIsRead() {
    Letter read = new LetterReader().read(letter("Re: Größe, £ und €").toBytes(DATE));

    assertThat(read.subject()).isEqualTo("Re: Größe, £ und €");
    assertThat(read.from()).contains(OFFICE);
    assertThat(read.to()).containsExactly(RUTH);
    assertThat(read.date()).contains(DATE);
    assertThat(read.messageId()).contains(ID);
    assertThat(read.inReplyTo()).containsExactly(new MessageId("<t1@example.org>"));
    assertThat(read.references()).containsExactly(new MessageId("<t1@example.org>"));
    assertThat(read.text().stripTrailing()).isEqualTo(TEXT.stripTrailing());
    assertThat(read.safeHtml()).contains("“too much”");
    assertThat(read.headers().first("Auto-Submitted")).contains("auto-replied");
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void aFileIsSentAlongUnderItsName() {
    byte[] content = {0, 1, 2, (byte) 255, '\n', '\r'};
    OutgoingLetter.Attachment file =
        new OutgoingLetter.Attachment(
            "Antwort für Straße 7 – Übersicht der geplanten Haltestellen.pdf",
            "application/pdf",
            () -> content);
    OutgoingLetter with =
        new OutgoingLetter(
            ID, OFFICE, RUTH, thread("Re: x"), "See the file.", "", List.of(file), List.of());

    Letter read = new LetterReader().read(with.toBytes(DATE));

    assertThat(read.text().strip()).isEqualTo("See the file.");
    assertThat(read.attachments())
        .containsExactly(new Letter.Attachment(file.name(), "application/pdf", content.length));
  }

  @Test
  void linesAreShortAndEndWithCrLf() {
    String longSubject = "Re: " + "ß".repeat(3_000);
    List<MessageId> many =
        IntStream.range(0, 2_000).mapToObj(i -> new MessageId("<" + i + "@example.org>")).toList();
    OutgoingLetter letter =
        new OutgoingLetter(
            ID,
            OFFICE,
            RUTH,
            new ReplyThread(longSubject, Optional.empty(), many),
            "x".repeat(100_000) + "\r bare \n",
            "",
            List.of(),
            List.of());

    String bytes = new String(letter.toBytes(DATE), StandardCharsets.ISO_8859_1);

    assertThat(bytes.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    assertThat(bytes.split("\r\n", -1)).allMatch(line -> line.length() <= 998);
    assertThat(bytes.chars()).allMatch(c -> c < 128);
    assertThat(new LetterReader().read(letter.toBytes(DATE)).subject()).isEqualTo(longSubject);
  }

  @Test
  void theSameLetterGivesTheSameBytes() {
    assertThat(letter("Re: x").toBytes(DATE)).isEqualTo(letter("Re: x").toBytes(DATE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\r\nBcc: x@example.org", "a\nb", "a\rb", "a\0b", "a\u2028b", "a\u0085b"})
  void noValueCanBeginAHeaderFieldOfItsOwn(String value) {
    assertThatThrownBy(() -> letter(value)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            OutgoingLetter.reply(ID, OFFICE, RUTH, thread("x"), "", "", Map.of("X-Note", value)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> OutgoingLetter.reply(ID, OFFICE, RUTH, thread("x"), "", "", Map.of(value, "x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            OutgoingLetter.reply(
                ID, OFFICE, new NamedAddress(value, RUTH.address()), thread("x"), "", "", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OutgoingLetter.Attachment(value, "text/plain", () -> new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
