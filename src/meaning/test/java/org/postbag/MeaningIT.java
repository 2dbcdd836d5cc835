package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Both jars as programs of their own: the variant that knows what letters mean, and the plain one.
class MeaningIT {
  private static final String LETTER =
      """
      From: Ann Lee <ann@example.org>\r
      To: office@example.org\r
      Subject: Please do something\r
      Message-ID: <1@example.org>\r
      \r
      Every night people in rubber dinghies risk their lives on the sea to reach us from the French coast.\r
      """;

  @TempDir Path folder;

  private record Outcome(int status, String output) {}

  private void configure(String meaning) throws IOException {
    Files.createDirectories(folder.resolve("config/topics"));
    Files.createDirectories(folder.resolve("config/replies"));
    Files.writeString(
        folder.resolve("config/application.yaml"),
        "postbag:\n  matching:\n    meaning: " + meaning + "\n");
    Files.writeString(
        folder.resolve("config/topics/calais.yaml"),
        """
        title: Calais and illegal migration
        threshold: 0.4
        keywords:
          - calais: 3
          - "small boats": 3
          - migrants: 2
          - asylum
        """);
    Files.writeString(
        folder.resolve("config/topics/buses.yaml"),
        "title: Local buses\nkeywords:\n  - bus: 3\n  - timetable\n");
    Files.writeString(
        folder.resolve("config/topics/schools.yaml"),
        "title: School funding\nkeywords:\n  - school: 3\n  - pupils\n");
    Files.writeString(folder.resolve("letter.eml"), LETTER);
  }

  private Outcome run(String jar, String... arguments) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> line =
        Stream.concat(
                Stream.of(
                    java.toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-jar",
                    Path.of("target", jar).toAbsolutePath().toString()),
                Stream.of(arguments))
            .toList();
    Process process =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }

  @Test
  void onlyTheVariantNamesTheTopicOfALetterThatUsesNoneOfItsWords() throws Exception {
    configure("unsure");
    Outcome plain = run("postbag.jar", "explain", "--json", "letter.eml");
    Outcome variant = run("postbag-meaning.jar", "explain", "--json", "letter.eml");

    assertThat(plain.output()).contains("\"abstained\":true").doesNotContain("similar in meaning");
    assertThat(variant.output())
        .contains("\"topic\":\"calais\"", "similar in meaning to the topic's own words");
  }

  @Test
  void thePlainProgramSaysWhatItLacksAndWorks() throws Exception {
    configure("always");
    Outcome plain = run("postbag.jar", "check", "--offline");
    assertThat(plain.status()).isZero();
    assertThat(plain.output())
        .contains("letters are matched by their words alone", "POSTBAG_VARIANT=meaning");

    Outcome variant = run("postbag-meaning.jar", "check", "--offline");
    assertThat(variant.status()).isZero();
    assertThat(variant.output()).doesNotContain("by their words alone");
  }
}
