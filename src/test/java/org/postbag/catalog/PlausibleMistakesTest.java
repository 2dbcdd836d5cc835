package org.postbag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Slips that people make who know neither YAML nor Markdown: each is named with its line and mend.
class PlausibleMistakesTest {
  @TempDir Path config;

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(config.resolve("topics"));
    Files.createDirectories(config.resolve("replies"));
  }

  private List<String> topic(String text) throws IOException {
    Files.write(config.resolve("topics/a.yaml"), text.getBytes(StandardCharsets.UTF_8));
    return problems();
  }

  private List<String> reply(String text) throws IOException {
    Files.write(config.resolve("replies/a.md"), text.getBytes(StandardCharsets.UTF_8));
    return problems();
  }

  private List<String> problems() {
    return CatalogReader.read(config).problems().stream()
        // The columns have a test of their own, in SettingsReaderTest.
        .map(problem ->
            problem.toString().replace(config + "/", "").replaceFirst("(:\\d+):\\d+: ", "$1: "))
        .toList();
  }

  @Test
  void aKeywordThatBeginsWithASignOfYamlIsToBePutInQuotes() throws IOException {
    assertThat(topic("title: A\nkeywords:\n  - !!\n  - ferry\n  - !urgent\n  - &boat\n  - #quay\n"))
        .containsExactly(
            "topics/a.yaml:3: a value begins with `!`; put it in quotes",
            "topics/a.yaml:5: a value begins with `!`; put it in quotes",
            "topics/a.yaml:6: a value begins with `&`; put it in quotes",
            "topics/a.yaml:7: a value begins with `#`; put it in quotes");
  }

  @Test
  void aCharacterThatNobodySeesIsNamedByLineAndByte() throws IOException {
    assertThat(topic("title: A\nkeywords:\n  - fer\0ry\n  - bo\u0007at: 99\n"))
        .containsExactly(
            "topics/a.yaml:3: byte 27 is a NUL, which no text holds; write the line anew, or take a"
                + " backup of the file",
            "topics/a.yaml:4: byte 37 is the control character 7, which no text holds; write the line"
                + " anew, or take a backup of the file",
            "topics/a.yaml:4: the keyword `bo at` has the weight `99`; write a number from 0.1 to 10");
    Files.delete(config.resolve("topics/a.yaml"));
    assertThat(reply("Dear reader,\n\nThank\0 you.\n"))
        .singleElement()
        .asString()
        .startsWith("replies/a.md:3: byte 20 is a NUL");
    assertThat(CatalogReader.read(config).catalog().replies()).isEmpty();
  }

  @Test
  void aBlankThatIsNoneIsNamed() throws IOException {
    assertThat(topic("title: A\nkeywords:\n\u00a0\u00a0- ferry\n  -\u00a0boat\n"))
        .containsExactly(
            "topics/a.yaml:3: is indented with a no-break space; indent with blanks",
            "topics/a.yaml:4: is indented with a no-break space; indent with blanks");
  }

  @Test
  void aWordThatIsKeywordAndExclusionKeepsTheFileOutOfForce() throws IOException {
    assertThat(topic("title: A\nkeywords:\n  - Ferry\n  - boat\n  - -ferry\n"))
        .containsExactly(
            "topics/a.yaml:5: `ferry` is both a keyword (line 3) and excluded; leave one of them out");
    assertThat(CatalogReader.read(config).catalog().topics()).isEmpty();
  }

  @Test
  void thePlaceOfAKeywordStandsWithoutABlank() throws IOException {
    assertThat(topic("title: A\nkeywords:\n  - subject: ferry\n"))
        .containsExactly(
            "topics/a.yaml:3: the keyword `subject` has the weight `ferry`; write `subject:ferry`,"
                + " without the blank, or a number from 0.1 to 10");
  }

  @Test
  void aReplyIsNamedWithoutTheEndingOfItsFile() throws IOException {
    reply("Dear reader\n");
    assertThat(topic("title: A\nreply: a.md\nkeywords: [ferry]\n"))
        .containsExactly(
            "topics/a.yaml:2: the reply `a.md` does not exist; write `a`, without `.md`");
  }

  @Test
  void theHeadOfAReplyIsNotSentToTheWriter() throws IOException {
    assertThat(reply("--\nowner: Jo\n--\nDear reader\n"))
        .containsExactly(
            "replies/a.md:1: the lines above the letter do not begin with a line `---`; write `---`"
                + " above and below them");
    assertThat(reply("\n---\nowner: Jo\n---\nDear reader\n"))
        .containsExactly(
            "replies/a.md:2: the lines above the letter do not begin with a line `---`; write `---`"
                + " above and below them, from the first line on");
    assertThat(reply("owner: Jo\n\nDear reader\n"))
        .singleElement()
        .asString()
        .startsWith("replies/a.md:1: the lines above the letter do not begin");
    assertThat(reply("Subject to your reply: we are glad.\n")).isEmpty();
  }

  @Test
  void aReplyInAFileOfAnotherKindIsRemarked() throws IOException {
    Files.writeString(config.resolve("replies/ferry.txt"), "Dear");
    Files.writeString(config.resolve("replies/boat.markdown"), "Dear");
    Files.writeString(config.resolve("replies/map.txt"), "a map");
    assertThat(reply("---\nattachments: [map.txt]\n---\nDear reader\n"))
        .containsExactly(
            "replies/boat.markdown: is not read; replies are files whose name ends with .md, or named"
                + " as an attachment",
            "replies/ferry.txt: is not read; replies are files whose name ends with .md, or named as"
                + " an attachment");
  }

  @Test
  void aShareIsWrittenFromNoughtToOne() throws IOException {
    assertThat(topic("title: A\nkeywords: [ferry]\nthreshold: 70\n"))
        .containsExactly(
            "topics/a.yaml:3: `threshold: 70` cannot be used; write a number from 0 to 1, as in `0.7`");
  }
}
