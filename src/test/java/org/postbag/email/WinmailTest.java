package org.postbag.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// Outlook's `winmail.dat`, MS-OXTNEF.
class WinmailTest {
  private static final int BODY = 0x0002800C;
  private static final int TITLE = 0x00018010;
  private static final int DATA = 0x0006800F;
  private static final int PROPERTIES = 0x00069005;
  private static final int MESSAGE = 0x00069003;
  private static final int RENDERING = 0x00069002;

  private final ByteArrayOutputStream tnef = new ByteArrayOutputStream();

  private WinmailTest() {
    tnef.writeBytes(number(0x223E9F78));
    tnef.writeBytes(new byte[] {1, 0});
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private WinmailTest with(int name, byte[] value) {
    tnef.write(1);
    tnef.writeBytes(number(name));
    tnef.writeBytes(number(value.length));
    tnef.writeBytes(value);
    tnef.writeBytes(new byte[2]);
    return this;
  }

  private WinmailTest with(int name, String value) {
    return with(name, (value + "\0").getBytes(StandardCharsets.ISO_8859_1));
  }

  /// One property: the long file name, in UTF-16.
  private static byte[] longName(String name) {
    return property(0x3707001F, name.getBytes(StandardCharsets.UTF_16LE));
  }

  private static byte[] property(int tag, byte[] value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(number(1));
    out.writeBytes(number(tag));
    out.writeBytes(number(1));
    out.writeBytes(number(value.length));
    out.writeBytes(Arrays.copyOf(value, (value.length + 3) / 4 * 4));
    return out.toByteArray();
  }

  /// Uncompressed RTF in the frame of MS-OXRTFCP §2.1.3.1.
  private static byte[] framed(String rtf) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(number(rtf.length() + 12));
    out.writeBytes(number(rtf.length()));
    out.writeBytes(number(0x414C454D));
    out.writeBytes(number(0));
    out.writeBytes(rtf.getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private Letter read(String plain) {
    String letter =
        """
        From: ann@example.org
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        %s
        --b
        Content-Type: application/ms-tnef; name=winmail.dat
        Content-Transfer-Encoding: base64

        %s
        --b--
        """
            .formatted(plain, Base64.getMimeEncoder().encodeToString(tnef.toByteArray()));
    return new LetterReader().read(letter.getBytes(StandardCharsets.US_ASCII));
  }

  private static java.util.List<String> names(Letter letter) {
    return letter.attachments().stream().map(Letter.Attachment::name).toList();
  }

  @Test
  void theFilesInWinmailDatAreNamed() {
    with(RENDERING, new byte[14]).with(TITLE, "MINUTE~1.DOC").with(DATA, new byte[300]);
    with(PROPERTIES, longName("Minutes of the meeting — März.doc"));
    with(RENDERING, new byte[14]).with(TITLE, "..\\map.png");
    Letter letter = read("See the files.");
    assertThat(names(letter))
        .containsExactly("winmail.dat", "Minutes of the meeting — März.doc", "map.png");
    assertThat(letter.attachments().get(1).size()).isEqualTo(300);
    assertThat(letter.text()).isEqualTo("See the files.");
  }

  @Test
  void itsTextIsReadWhereThereIsNoOther() {
    with(BODY, "Please help with the buses.");
    assertThat(read("").visibleText()).isEqualTo("Please help with the buses.");
  }

  @Test
  void theTextAmongTheMessagesPropertiesIsRead() {
    with(MESSAGE, property(0x1000001F, "Grüße — Ruth".getBytes(StandardCharsets.UTF_16LE)));
    assertThat(read("").visibleText()).isEqualTo("Grüße — Ruth");
  }

  @Test
  void theHtmlAmongTheMessagesPropertiesIsRead() {
    byte[] html = "<p>Please help with <b>the buses</b>.</p>".getBytes(StandardCharsets.US_ASCII);
    with(MESSAGE, property(0x10130102, html));
    Letter letter = read("");
    assertThat(letter.visibleText()).isEqualTo("Please help with the buses.");
    assertThat(letter.safeHtml()).contains("<b>the buses</b>");
  }

  /// The example of MS-OXRTFCP §4.1.1.
  @Test
  void compressedRtfIsRead() {
    byte[] rtf =
        HexFormat.of()
            .parseHex(
                "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232"
                    + "0af32068656c090020627705b06c647d0a800fa0");
    with(MESSAGE, property(0x10090102, rtf));
    assertThat(read("").visibleText()).isEqualTo("hello world");
  }

  @Test
  void rtfIsReadAsItsTextAlone() {
    String rtf =
        "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1{\\fonttbl{\\f0 Arial;}}{\\*\\htmltag64 <p>}"
            + "Stra\\'dfe \\u8364?5\\htmlrtf\\par\\htmlrtf0{\\*\\htmltag244 </p>}\\par "
            + "\\{the roof\\}\\line\\lquote now\\rquote}";
    with(MESSAGE, property(0x10090102, framed(rtf)));
    assertThat(read("").visibleText()).isEqualTo("Straße €5\n{the roof}\n‘now’");
  }

  @Test
  void aBrokenOneIsListedAsFarAsItGoes() {
    with(RENDERING, new byte[14]).with(TITLE, "plan.pdf");
    tnef.writeBytes(new byte[] {1, 5, (byte) 0x90, 6, 0, -1, -1, -1, 127, 9, 9, 9});
    assertThat(names(read("x"))).containsExactly("winmail.dat", "plan.pdf");
  }
}
