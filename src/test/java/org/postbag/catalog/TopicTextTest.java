package org.postbag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTextTest {
  private static final String FERRY =
      """
      # Why there is a topic for the ferry.
      title: The ferry   # as at the counter
      reply: ferry

      keywords:
        # the boat
        - ferry: 3     # our word
        - "night boat"
        - harbour
        # not this
        - -"fairy tale"

      # A line for others.
      threshold: 0.8   # tried in May
      """;

  private static TopicText text(String text) {
    return TopicText.of(text).orElseThrow();
  }

  private static TopicFields keywords(TopicFields fields, List<TopicFields.Line> lines) {
    return new TopicFields(fields.title(), fields.reply(), lines, fields.rule());
  }

  private static TopicFields.Line line(String text, String weight) {
    return new TopicFields.Line(text, weight);
  }

  @Test
  void theFieldsAreThoseOfTheFile() {
    assertThat(text(FERRY).fields())
        .isEqualTo(
            new TopicFields(
                "The ferry",
                Optional.of("ferry"),
                List.of(
                    line("ferry", "3"),
                    line("night boat", ""),
                    line("harbour", ""),
                    line("-\"fairy tale\"", "")),
                Optional.of(new TopicFields.Rule("threshold", "0.8"))));
  }

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("config/topics"))) {
      return files.toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void fieldsThatDidNotChangeLeaveEveryByte(Path file) throws IOException {
    String before = Files.readString(file);
    TopicText text = text(before);
    assertThat(text.with(text.fields())).isEqualTo(before);
  }

  @Test
  void oneWeightChangesOneNumberAndKeepsTheCommentBesideIt() {
    List<TopicFields.Line> lines = new ArrayList<>(text(FERRY).fields().keywords());
    lines.set(0, line("ferry", "5"));
    assertThat(text(FERRY).with(keywords(text(FERRY).fields(), lines)))
        .isEqualTo(FERRY.replace("- ferry: 3 ", "- ferry: 5 "));
  }

  @Test
  void aKeywordWithoutAWeightGetsOne() {
    List<TopicFields.Line> lines = new ArrayList<>(text(FERRY).fields().keywords());
    lines.set(1, line("night boat", "4"));
    assertThat(text(FERRY).with(keywords(text(FERRY).fields(), lines)))
        .isEqualTo(FERRY.replace("- \"night boat\"", "- \"night boat\": 4"));
  }

  @Test
  void aKeywordThatGoesTakesItsLineAndNoOther() {
    List<TopicFields.Line> lines = new ArrayList<>(text(FERRY).fields().keywords());
    lines.remove(2);
    assertThat(text(FERRY).with(keywords(text(FERRY).fields(), lines)))
        .isEqualTo(FERRY.replace("  - harbour\n", ""));
  }

  @Test
  void newKeywordsStandBehindTheLastAsItIsIndented() {
    List<TopicFields.Line> lines = new ArrayList<>(text(FERRY).fields().keywords());
    lines.add(line("last sailing", "2.5"));
    lines.add(line("cross*", ""));
    assertThat(text(FERRY).with(keywords(text(FERRY).fields(), lines)))
        .isEqualTo(
            FERRY.replace(
                "  - -\"fairy tale\"\n",
                "  - -\"fairy tale\"\n  - \"last sailing\": 2.5\n  - cross*\n"));
  }

  @Test
  void titleReplyAndLineChangeInTheirPlaces() {
    TopicFields fields = text(FERRY).fields();
    String changed =
        text(FERRY)
            .with(
                new TopicFields(
                    "Ferry: all of it",
                    Optional.empty(),
                    fields.keywords(),
                    Optional.of(new TopicFields.Rule("drafts-right", "0.95"))));
    assertThat(changed)
        .isEqualTo(
            FERRY
                .replace("title: The ferry ", "title: \"Ferry: all of it\" ")
                .replace("reply: ferry\n", "")
                .replace("threshold: 0.8 ", "drafts-right: 0.95 "));
  }

  @Test
  void aLineThatIsNotThereYetStandsAtTheEnd() {
    String bare = "title: Ferry\nkeywords: [ferry, boat]";
    TopicFields fields = text(bare).fields();
    assertThat(
            text(bare)
                .with(
                    new TopicFields(
                        "Ferry",
                        Optional.of("ferry"),
                        List.of(line("ferry", "3")),
                        Optional.of(new TopicFields.Rule("threshold", "0.6")))))
        .isEqualTo("title: Ferry\nreply: ferry\nkeywords:\n  - ferry: 3\nthreshold: 0.6\n");
    assertThat(fields.keywords()).containsExactly(line("ferry", ""), line("boat", ""));
  }

  /// Whatever staff type is read back as they typed it, beside whatever stands there.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "calais",
        "channel tunnel",
        "migrant*",
        "-this",
        "-\"booze cruise\"",
        "*",
        "#tag",
        "a: b",
        "yes",
        "47",
        "null",
        "\"exact words\"",
        "text:\"last sailing\"",
        "don't",
        "über",
        "😀 boat",
        "[x",
        "{y}",
        "& co",
        "! now",
        "%",
        "@home",
        "`tick`",
        "a #b",
        "- dash",
        "ends:",
        "back\\slash",
        "?",
        "~",
        "2026-11-02",
        ">",
        "|"
      })
  void everyKeywordIsReadBackAsItWasTyped(String typed) {
    List<TopicFields.Line> lines = new ArrayList<>(text(FERRY).fields().keywords());
    lines.add(0, line(typed, ""));
    lines.add(line(typed + "x", "2"));
    String changed = text(FERRY).with(keywords(text(FERRY).fields(), lines));
    assertThat(text(changed).fields().keywords()).containsExactlyInAnyOrderElementsOf(lines);
    assertThat(changed).contains("# our word", "# the boat", "# not this", "# A line for others.");
    String fresh = TopicText.fresh(keywords(text(FERRY).fields(), lines));
    assertThat(text(fresh).fields().keywords()).containsExactlyElementsOf(lines);
  }

  @Test
  void linesThatEndLikeThoseOfWindowsAreRead() {
    assertThat(text(FERRY.replace("\n", "\r\n")).fields()).isEqualTo(text(FERRY).fields());
  }

  @Test
  void charactersBeyondTheFirstPlaneDoNotShiftTheRest() {
    String smiling = FERRY.replace("# Why", "# 😀😀😀 Why");
    List<TopicFields.Line> lines = new ArrayList<>(text(smiling).fields().keywords());
    lines.set(0, line("ferry", "5"));
    assertThat(text(smiling).with(keywords(text(smiling).fields(), lines)))
        .isEqualTo(smiling.replace("- ferry: 3 ", "- ferry: 5 "));
  }

  @Test
  void whatAFormCannotShowIsNoForm() {
    assertThat(TopicText.of("title: [")).isEmpty();
    assertThat(TopicText.of("title: x\nkeywords:\n  - a: {b: c}\n")).isEmpty();
  }
}
