package org.postbag.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Letters built to break the reader. The limit is generous: what is quadratic in such sizes takes
/// minutes, what is linear takes a fraction of a second.
class ReadingHostileLettersTest {
  private static final Duration FAR_TOO_LONG = Duration.ofSeconds(30);
  private static final String HEAD = "From: eve@example.org\nSubject: x\n";

  private final LetterReader reader = new LetterReader();

  static Stream<Map.Entry<String, String>> bombs() {
    return Stream.of(
        Map.entry("10,000 parts within parts", HEAD + nested(10_000)),
        Map.entry(
            "50,000 parts",
            HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(50_000)),
        Map.entry(
            "messages within messages", HEAD + "Content-Type: message/rfc822\n\n".repeat(5_000)),
        Map.entry("100,000 header fields", HEAD + "X-A: b\n".repeat(100_000) + "\nx"),
        Map.entry("a header field of 5 MB", HEAD + "X-A: " + "a".repeat(5_000_000) + "\n\nx"),
        Map.entry("100,000 folds", HEAD + "X-A: b" + "\n c".repeat(100_000) + "\n\nx"),
        Map.entry("comments within comments", "From: " + "(".repeat(60_000) + "\n\nx"),
        Map.entry("open quotes", "To: " + "\"a".repeat(60_001) + "\n\nx"),
        Map.entry(
            "encoded words that never end", "Subject: " + "=?utf-8?q?".repeat(10_000) + "\n\nx"),
        Map.entry("parameters", "Content-Type: text/plain" + "; a*1*=x".repeat(10_000) + "\n\nx"),
        Map.entry("ids", HEAD + "References: " + "<".repeat(100_000) + "\n\nx"),
        Map.entry(
            "elements within elements",
            HEAD + "Content-Type: text/html\n\n" + "<div><b>".repeat(50_000)),
        Map.entry(
            "tables within tables",
            HEAD + "Content-Type: text/html\n\n" + "<table><tr><td>".repeat(20_000)),
        Map.entry(
            "quotation marks", HEAD + "\n" + ">".repeat(500_000) + "\n" + "> ".repeat(200_000)),
        Map.entry(
            "attributions that never come",
            HEAD + "\n" + "On Monday 3 May 2026, 10:10:\n".repeat(50_000)),
        Map.entry("one endless attribution", HEAD + "\nOn " + "a ".repeat(500_000) + "wrote:\n"),
        Map.entry("rulers", HEAD + "\n" + "-----\n\n".repeat(100_000)),
        Map.entry("signatures", HEAD + "\nx\n" + "-- \n\n\n".repeat(100_000)),
        Map.entry(
            "quotations one by one", HEAD + "\n" + "> a\nSent from my iPhone\n".repeat(50_000)),
        Map.entry("header lines", HEAD + "\n" + "From: a\nx\n".repeat(100_000)),
        Map.entry("combining marks", HEAD + "\nZ" + "\u0301".repeat(300_000)),
        Map.entry("a subject of marks", "Subject: " + "Re: [x] ".repeat(10_000) + "\n\nx"));
  }

  private static String nested(int depth) {
    return IntStream.range(0, depth)
        .mapToObj(i -> "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n")
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void aBombIsReadInTimeAndSpaceThatGrowWithItsSizeOnly(Map.Entry<String, String> bomb) {
    byte[] bytes = bomb.getValue().getBytes(StandardCharsets.UTF_8);

    Letter letter =
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
            FAR_TOO_LONG, () -> reader.read(bytes));

    assertThat(letter.text().length()).isLessThanOrEqualTo(bytes.length + 1_000);
    assertThat(letter.safeHtml().length()).isLessThanOrEqualTo(3 * bytes.length + 1_000);
    assertThat(letter.problems().size()).isLessThanOrEqualTo(50);
  }

  @Test
  void whateverIsDoneToALetterItIsRead() throws IOException {
    List<byte[]> letters = letters();
    Random random = new Random(20261123);
    for (int round = 0; round < 1_500; round++) {
      byte[] mutated = mutated(letters.get(random.nextInt(letters.size())), letters, random);
      Letter letter = reader.read(mutated);
      assertThat(letter.subject()).doesNotContain("\n", "\r", "\0");
      assertThat(letter.problems()).noneMatch(p -> p.startsWith("the body cannot be read"));
      assertThat(letter.attachments()).noneMatch(a -> a.name().contains("/"));
    }
  }

  private static List<byte[]> letters() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/letters"))) {
      return files
          .filter(f -> f.toString().endsWith(".eml"))
          .sorted()
          .map(ReadingHostileLettersTest::bytes)
          .toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  /// Flips bytes, cuts, doubles a stretch, or grafts a stretch of another letter in.
  private static byte[] mutated(byte[] letter, List<byte[]> letters, Random random) {
    byte[] bytes = letter.clone();
    for (int n = random.nextInt(8); n > 0 && bytes.length > 0; n--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    byte[] other = letters.get(random.nextInt(letters.size()));
    int cut = random.nextInt(bytes.length + 1);
    int from = random.nextInt(other.length + 1);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    out.write(bytes, 0, cut);
    out.write(other, from, random.nextInt(other.length - from + 1));
    int rest = random.nextInt(bytes.length - cut + 1);
    out.write(bytes, bytes.length - rest, rest);
    return out.toByteArray();
  }
}
