package org.postbag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyTextTest {
  private static final String FERRY =
      """
      ---
      # Who may change it: Ann.
      owner: Ann
      expires: 2027-01-31   # the timetable ends
      languages: [en]
      ---
      {{salutation}},

      The ferry runs.

      {{signature}}
      """;

  private static ReplyText text(String text) {
    return ReplyText.of(text).orElseThrow();
  }

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("config/replies"))) {
      return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void fieldsThatDidNotChangeLeaveEveryByte(Path file) throws IOException {
    String before = Files.readString(file);
    assertThat(text(before).with(text(before).fields())).isEqualTo(before);
  }

  @Test
  void aDayAndTheLetterChangeAndTheRestOfTheHeadStays() {
    ReplyFields fields = text(FERRY).fields();
    String changed =
        text(FERRY)
            .with(
                new ReplyFields(
                    Optional.of("Re: the ferry"),
                    fields.owner(),
                    Optional.of("2026-11-30"),
                    Optional.of("2027-06-30"),
                    fields.letter().replace("runs", "sails")));
    assertThat(changed)
        .isEqualTo(
            FERRY
                .replace("owner: Ann\n", "owner: Ann\nreviewed: 2026-11-30\n")
                .replace("2027-01-31 ", "2027-06-30 ")
                .replace("languages: [en]\n", "languages: [en]\nsubject: \"Re: the ferry\"\n")
                .replace("runs", "sails"));
  }

  @Test
  void aLetterWithoutAHeadGetsOneWhenItNeedsIt() {
    String bare = "{{salutation}},\n\nThe ferry runs.\n";
    assertThat(text(bare).with(text(bare).fields())).isEqualTo(bare);
    ReplyFields fields = text(bare).fields();
    assertThat(
            text(bare)
                .with(
                    new ReplyFields(
                        fields.subject(),
                        fields.owner(),
                        fields.reviewed(),
                        Optional.of("2027-06-30"),
                        fields.letter())))
        .isEqualTo("---\nexpires: 2027-06-30\n---\n" + bare);
  }

  @Test
  void aHeadThatDoesNotEndIsNoForm() {
    assertThat(ReplyText.of("---\nowner: Ann\n")).isEmpty();
  }
}
