package org.postbag.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.postbag.intake.MailServer.Security;

class MailServerTest {
  private static MailServer of(String uri) {
    return MailServer.of(URI.create(uri));
  }

  @Test
  void theSchemeSaysHowTheWayIsProtected() {
    assertThat(of("imaps://imap.example.org"))
        .isEqualTo(new MailServer("imap.example.org", 993, Security.TLS));
    assertThat(of("imap://imap.example.org"))
        .isEqualTo(new MailServer("imap.example.org", 143, Security.STARTTLS));
    assertThat(of("smtp://smtp.example.org:2525"))
        .isEqualTo(new MailServer("smtp.example.org", 2525, Security.STARTTLS));
  }

  @Test
  void plainTextGoesToThisMachineOnly() {
    assertThat(of("imap://127.0.0.1:3143").security()).isEqualTo(Security.NONE);
    assertThat(of("smtp://localhost").security()).isEqualTo(Security.NONE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MailServer("127.0.0.1.example.org", 143, Security.NONE));
    assertThat(of("imap://127.example.org").security()).isEqualTo(Security.STARTTLS);
  }

  @Test
  void anythingElseIsRefused() {
    for (String uri : new String[] {"http://a", "imaps:///", "imaps://user:secret@host", "a"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> of(uri));
    }
  }

  @Test
  void aMessageIdIsFoundAsItStandsThere() {
    assertThat(messageId("Subject: a\r\nmessage-id:\r\n <1@x>\r\n\r\n")).isEqualTo("<1@x>");
    assertThat(messageId("Message-ID: <2@x>\nSubject: a\n\nb")).isEqualTo("<2@x>");
    assertThat(messageId("Subject: a\r\n\r\nMessage-ID: <3@x>\r\n")).isNull();
    assertThat(messageId("Subject: a\r\n Message-ID: <4@x>\r\n\r\n")).isNull();
    assertThat(messageId("Message-ID:")).isNull();
    assertThat(messageId("Message-ID: <5\u0000@x>")).isEqualTo("<5@x>");
    assertThat(messageId("")).isNull();
  }

  private static @org.jspecify.annotations.Nullable String messageId(String letter) {
    return Fingerprint.of(letter.getBytes(StandardCharsets.ISO_8859_1)).messageId();
  }
}
