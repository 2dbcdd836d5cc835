package org.postbag.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoMailServerTest {
  private static final String LOOPBACK = "127.0.0.1";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));

  private final DemoMailServer server = DemoMailServer.start(CLOCK);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyLetterLiesInTheMailboxByteForByte() throws Exception {
    List<SampleLetter> letters = SampleMailbox.written();
    letters.forEach(letter -> server.arrive(letter, CLOCK.instant()));
    assertThat(inbox())
        .isEqualTo(letters.stream().map(l -> new String(l.bytes(), ISO_8859_1)).toList());
  }

  @Test
  void someLettersLieThereAtOnceAndTheRestArriveMeanwhile() throws Exception {
    List<SampleLetter> letters = SampleMailbox.letters(20);
    try (Arrivals arrivals = new Arrivals(server, CLOCK)) {
      arrivals.begin(letters, Duration.ofSeconds(1), () -> true);
      assertThat(inbox()).hasSizeBetween(12, 19);
      await().atMost(Duration.ofSeconds(10)).until(() -> inbox().size() == 20);
    }
  }

  @Test
  void nothingArrivesBeforeTheFirstLook() throws Exception {
    AtomicBoolean looked = new AtomicBoolean();
    try (Arrivals arrivals = new Arrivals(server, CLOCK)) {
      arrivals.begin(SampleMailbox.letters(10), Duration.ofHours(1), looked::get);
      assertThat(inbox()).isEmpty();
      looked.set(true);
      await().atMost(Duration.ofSeconds(10)).until(() -> inbox().size() == 6);
    }
  }

  @Test
  void lettersCarryFreshDates() throws Exception {
    try (Arrivals arrivals = new Arrivals(server, CLOCK)) {
      arrivals.begin(SampleMailbox.letters(10), Duration.ofHours(1), () -> true);
      assertThat(inbox()).hasSize(6).allMatch(l -> l.matches("(?s).*Date: ..., 2[0-3] Nov 2026.*"));
    }
  }

  @Test
  void whatIsSentIsKeptOnceWithAllItsRecipients() throws Exception {
    send("ann@example.org", "bob@example.net");
    assertThat(server.sent()).hasSize(1);
    SentLetter sent = server.sent().getFirst();
    assertThat(sent.recipients()).containsExactly("ann@example.org", "bob@example.net");
    assertThat(new String(sent.bytes(), ISO_8859_1)).contains("Subject: Re: Calais");
    assertThat(inbox()).isEmpty();
  }

  private void send(String... to) throws MessagingException {
    MimeMessage message = new MimeMessage(session());
    message.setFrom(DemoMailServer.OFFICE);
    for (String address : to) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
    }
    message.setSubject("Re: Calais");
    message.setText("Thank you.");
    Transport.send(message, DemoMailServer.OFFICE, DemoMailServer.PASSWORD);
  }

  private List<String> inbox() throws MessagingException, IOException {
    try (Store store = session().getStore("imap")) {
      store.connect(LOOPBACK, server.imapPort(), DemoMailServer.OFFICE, DemoMailServer.PASSWORD);
      Folder folder = store.getFolder("INBOX");
      folder.open(Folder.READ_ONLY);
      List<String> letters = new ArrayList<>();
      for (Message message : folder.getMessages()) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        letters.add(out.toString(ISO_8859_1));
      }
      return letters;
    }
  }

  private Session session() {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", LOOPBACK);
    properties.setProperty("mail.smtp.port", "" + server.smtpPort());
    properties.setProperty("mail.smtp.auth", "true");
    properties.setProperty("mail.imap.fetchsize", "1000000");
    return Session.getInstance(properties);
  }
}
