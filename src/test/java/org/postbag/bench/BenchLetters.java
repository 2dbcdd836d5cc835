package org.postbag.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.postbag.demo.SampleMailbox;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;

/// Letters for measurements: what the sample letters say, said so often that a letter has 8 kB on
/// average, each from a writer of its own; and with every tenth a picture of 100 kB. The same
/// number gives the same letters.
final class BenchLetters {
  private static final int SHORTEST = 2_000;
  private static final int SPREAD = 12_000;
  private static final int PICTURE = 100_000;
  private static final int SAMPLES = 1_000;
  private static final String HEAD =
      """
      From: Writer %1$d <writer%1$d@example.org>
      To: office@example.org
      Subject: %2$s
      Message-ID: <%1$d@bench.example.org>
      Date: Fri, 20 Nov 2026 08:00:00 +0000
      MIME-Version: 1.0
      """
          .replace("\n", "\r\n");

  private final Random random = new Random(1);
  private final List<Letter> samples;

  BenchLetters() {
    LetterReader reader = new LetterReader();
    samples =
        SampleMailbox.letters(SAMPLES).stream()
            .map(sample -> reader.read(sample.bytes()))
            .filter(letter -> letter.visibleText().length() > 100)
            .toList();
  }

  byte[] next(int number) {
    Letter sample = samples.get(number % samples.size());
    String subject = sample.subject().replaceAll("[^ -~]", "?");
    String head = HEAD.formatted(number, subject);
    String whole = number % 10 == 0 ? withPicture(head, text(sample)) : plain(head, text(sample));
    return whole.getBytes(StandardCharsets.UTF_8);
  }

  private String text(Letter sample) {
    List<String> sentences = Arrays.asList(sample.visibleText().split("(?<=[.!?])\\s+"));
    int length = SHORTEST + random.nextInt(SPREAD);
    StringBuilder text = new StringBuilder(sample.visibleText()).append("\n\n");
    while (text.length() < length) {
      Collections.shuffle(sentences, random);
      sentences.forEach(sentence -> text.append(sentence).append('\n'));
    }
    return text.toString().replace("\r", "").replace("\n", "\r\n");
  }

  private static String plain(String head, String text) {
    return head + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text;
  }

  private String withPicture(String head, String text) {
    byte[] picture = new byte[PICTURE];
    random.nextBytes(picture);
    return head
        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
        + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
        + text
        + "\r\n--b\r\nContent-Type: image/jpeg; name=picture.jpg\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n"
        + Base64.getMimeEncoder().encodeToString(picture)
        + "\r\n--b--\r\n";
  }
}
