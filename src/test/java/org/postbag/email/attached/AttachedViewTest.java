package org.postbag.email.attached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;

/// Attached files are looked at within limits, and nothing of them but their looks comes out.
class AttachedViewTest {
  private static byte[] message(String type, String name, byte[] file) {
    String head =
        "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            + "--b\r\nContent-Type: text/plain\r\n\r\nPlease look at this.\r\n"
            + "--b\r\nContent-Type: "
            + type
            + "; name=\""
            + name
            + "\"\r\nContent-Disposition: attachment; filename=\""
            + name
            + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    String body = Base64.getMimeEncoder().encodeToString(file);
    return (head + body + "\r\n--b--\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static AttachedView view(byte[] message) {
    Letter.Attachment file = only(message);
    return AttachedView.of(message, file.name(), file.mediaType(), file.size());
  }

  private static Letter.Attachment only(byte[] message) {
    return new LetterReader().read(message).attachments().getFirst();
  }

  private static Optional<BufferedImage> seen(byte[] message, int page) throws IOException {
    Letter.Attachment file = only(message);
    Optional<AttachedView.Picture> picture =
        AttachedView.picture(message, file.name(), file.mediaType(), file.size(), page);
    return picture.isEmpty()
        ? Optional.empty()
        : Optional.of(ImageIO.read(new ByteArrayInputStream(picture.get().bytes())));
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
    return out.toByteArray();
  }

  private static byte[] pdf(int pages, PDRectangle size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        document.addPage(new PDPage(size));
      }
      document.save(out);
    }
    return out.toByteArray();
  }

  @Test
  void aLargePictureComesOutSmallerAndNothingBehindItsEndComesOut() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(png(4_000, 1_000));
    file.writeBytes("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
    byte[] message = message("image/png", "photo.png", file.toByteArray());
    assertThat(view(message)).isEqualTo(new AttachedView(1, "", Optional.empty()));
    BufferedImage image = seen(message, 0).orElseThrow();
    assertThat(image.getWidth()).isLessThanOrEqualTo(PictureReader.LONGEST);
    assertThat(image.getWidth()).isCloseTo(4 * image.getHeight(), within(4));
    assertThat(seen(message, 1)).isEmpty();
  }

  @Test
  void aPictureThatSaysItHasABillionPixelsIsNotDecoded() throws IOException {
    byte[] small = png(8, 8);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(header);
    data.writeBytes("IHDR");
    data.writeInt(100_000);
    data.writeInt(100_000);
    data.write(small, 24, 5);
    CRC32 crc = new CRC32();
    crc.update(header.toByteArray());
    data.writeInt((int) crc.getValue());
    System.arraycopy(header.toByteArray(), 0, small, 12, header.size());
    byte[] message = message("image/png", "bomb.png", small);
    assertThat(view(message).problem().orElseThrow()).contains("more pixels");
    assertThat(seen(message, 0)).isEmpty();
  }

  @Test
  void whatIsNoPictureSaysSo() throws IOException {
    byte[] message = message("image/png", "x.png", "<svg/>".getBytes(StandardCharsets.US_ASCII));
    assertThat(view(message).problem()).isPresent();
    assertThat(seen(message, 0)).isEmpty();
  }

  @Test
  void theFirstTwentyPagesOfAPdfAreDrawn() throws IOException {
    byte[] message = message("application/pdf", "letter.pdf", pdf(23, PDRectangle.A4));
    assertThat(view(message).pages()).isEqualTo(20);
    assertThat(view(message).problem().orElseThrow()).contains("first 20 of 23");
    BufferedImage page = seen(message, 19).orElseThrow();
    assertThat(page.getHeight()).isBetween(1_000, 1_400);
    assertThat(seen(message, 20)).isEmpty();
  }

  @Test
  void anEnormousPageIsDrawnSmallAndAThreadOfOneNot() throws IOException {
    byte[] wide = message("application/pdf", "w.pdf", pdf(1, new PDRectangle(14_000, 14_000)));
    assertThat(seen(wide, 0).orElseThrow().getWidth()).isLessThanOrEqualTo(1_401);
    byte[] thin = message("application/pdf", "t.pdf", pdf(1, new PDRectangle(14_000, 1)));
    assertThat(seen(thin, 0)).isEmpty();
  }

  @Test
  void onlyPicturesPdfAndDocxAreLookedAt() {
    assertThat(AttachedView.shows("image/jpeg", "a.jpg")).isTrue();
    assertThat(AttachedView.shows("application/octet-stream", "Letter.PDF")).isTrue();
    assertThat(AttachedView.shows("image/svg+xml", "a.svg")).isFalse();
    assertThat(AttachedView.shows("text/html", "a.html")).isFalse();
  }
}
