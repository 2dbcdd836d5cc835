package org.postbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsEvaluateCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void twoTopics() throws IOException {
    Files.createDirectories(folder.resolve("topics"));
    write("topics/ferries.yaml", "title: Ferries\nkeywords: [ferry, harbour]\n");
    write("topics/libraries.yaml", "title: Libraries\nkeywords: [library, book loan]\n");
    write("test.tsv", "ferries\tThe ferry\\nThe ferry left the harbour.\nlibraries\tNo library\n");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private String path(String file) {
    return folder.resolve(file).toString();
  }

  private int evaluate(String... more) {
    List<String> line = new ArrayList<>(List.of("topics", "evaluate"));
    line.addAll(List.of("--topics", path("topics"), "--test", path("test.tsv")));
    line.addAll(List.of(more));
    return new CommandLineFrame(new PrintWriter(out), new PrintWriter(err, true), Map.of())
        .run(line.toArray(String[]::new));
  }

  @Test
  void lettersOfTopicsThatAreLeftOutAreOutOfScope() throws IOException {
    write("known.txt", "ferries\n\n");
    assertThat(evaluate("--known", path("known.txt"))).isZero();
    assertThat(out.toString()).startsWith("1 letters in scope, 1 out of scope; 1 topics");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void severalListsOfTopicsAreTriedEachAndCountedTogether() throws IOException {
    write("one.txt", "ferries\n");
    write("other.txt", "libraries\n");
    write("predictions.tsv", "");
    assertThat(
            evaluate(
                "--known",
                path("one.txt"),
                "--known",
                path("other.txt"),
                "--predictions",
                path("predictions.tsv")))
        .isZero();
    assertThat(out.toString()).startsWith("2 letters in scope, 2 out of scope; 1 topics");
    assertThat(out.toString()).contains("  least of 2 lists", "  mean of 2 lists");
    assertThat(Files.readAllLines(folder.resolve("predictions.tsv"))).hasSize(4);
  }

  @Test
  void everyMistypedTopicIsNamedWithItsLine() throws IOException {
    write("known.txt", "ferrys\nlibraries\nparks\n");
    assertThat(evaluate("--known", path("known.txt"))).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            path("known.txt") + ":1: no topic `ferrys`; did you mean `ferries`?",
            path("known.txt") + ":3: no topic `parks`; known here: ferries, libraries");
  }

  @Test
  void aListWithoutATopicIsNoListOfAll() throws IOException {
    write("known.txt", "\n");
    assertThat(evaluate("--known", path("known.txt"))).isEqualTo(2);
    assertThat(err.toString()).contains("no topic in it");
  }

  @Test
  void aTestWithoutALetterIsNoTest() throws IOException {
    write("test.tsv", "\n");
    assertThat(evaluate()).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            path("test.tsv") + ": no letter in it; write label<TAB>text a line");
  }

  @Test
  void whatIsNotUtf8IsNamedWithItsLine() throws IOException {
    Files.write(
        folder.resolve("test.tsv"),
        "ferries\tThe ferry\nferries\tAt the caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(evaluate()).isEqualTo(2);
    assertThat(err.toString()).startsWith(path("test.tsv") + ":2: not UTF-8");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLabel() throws IOException {
    write("test.tsv", "\uFEFFferries\tThe ferry\r\n");
    assertThat(evaluate()).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aLabelWithoutAFileIsSaidForItMayBeMistyped() throws IOException {
    write("test.tsv", "ferries\tThe ferry\nferys\tThe ferry\n");
    assertThat(evaluate()).isZero();
    assertThat(err.toString()).contains("known by their names alone: ferys");
  }
}
