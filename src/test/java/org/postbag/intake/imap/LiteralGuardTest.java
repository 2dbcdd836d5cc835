package org.postbag.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LiteralGuardTest {
  private static LiteralGuard over(String answers) {
    byte[] bytes = answers.getBytes(StandardCharsets.US_ASCII);
    return new LiteralGuard(new ByteArrayInputStream(bytes), 100);
  }

  private static String all(String answers) throws IOException {
    return new String(over(answers).readAllBytes(), StandardCharsets.US_ASCII);
  }

  @Test
  void ordinaryAnswersPassUnchanged() throws IOException {
    String answers =
        "* 1 FETCH (BODY[] {5}\r\nab\r\nc)\r\n* OK {no literal} here\r\n* {2}\r\n{}\r\n";
    assertThat(all(answers)).isEqualTo(answers);
  }

  @Test
  void aLiteralOverTheLimitIsRefused() {
    assertThatThrownBy(() -> all("* 1 FETCH (BODY[] {101}\r\n"))
        .isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> all("* 1 FETCH (BODY[] {4294967295}\r\n"))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void aNegativeLiteralIsRefused() {
    assertThatThrownBy(() -> all("* 1 FETCH (BODY[] {-1}\r\n"))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void whatALiteralHoldsIsNoAnnouncement() throws IOException {
    String answers = "* 1 FETCH (BODY[] {16}\r\nxx {4294967295}\r\n)\r\n";
    assertThat(all(answers)).isEqualTo(answers);
  }

  @Test
  void itKnowsWhetherALineIsHalfRead() throws IOException {
    LiteralGuard guard = over("* OK\r\n* BY");
    byte[] read = new byte[6];
    assertThat(guard.read(read, 0, 6)).isEqualTo(6);
    assertThat(guard.atLineStart()).isTrue();
    assertThat(guard.read(read, 0, 6)).isEqualTo(4);
    assertThat(guard.atLineStart()).isFalse();
    assertThat(guard.total()).isEqualTo(10);
  }
}
