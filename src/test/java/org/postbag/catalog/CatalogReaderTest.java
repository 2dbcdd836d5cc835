package org.postbag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.catalog.Keyword.Field;
import org.postbag.catalog.Keyword.Kind;

class CatalogReaderTest {
  @TempDir Path config;

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(config.resolve("topics"));
    Files.createDirectories(config.resolve("replies"));
  }

  private void topic(String name, String text) throws IOException {
    Files.writeString(config.resolve("topics").resolve(name + ".yaml"), text);
  }

  private void reply(String name, String text) throws IOException {
    Files.writeString(config.resolve("replies").resolve(name + ".md"), text);
  }

  private List<String> problems() {
    return CatalogReader.read(config).problems().stream()
        // The columns have a test of their own, in SettingsReaderTest.
        .map(problem ->
            problem.toString().replace(config + "/", "").replaceFirst("(:\\d+):\\d+: ", "$1: "))
        .toList();
  }

  @Test
  void aTopicIsReadWithEveryFormOfKeyword() throws IOException {
    reply("ferry", "Dear reader");
    topic(
        "ferry",
        """
        title: The ferry and the port
        reply: ferry
        keywords:
          - ferry: 3
          - "night boat": 1.5
          - harbour dues
          - cross*
          - -"fairy tale"
          - subject:timetable
          - 'text:"last sailing"': 4
        threshold: 0.8
        """);
    Topic topic = CatalogReader.read(config).catalog().topic(new TopicId("ferry")).orElseThrow();
    assertThat(topic.title()).isEqualTo("The ferry and the port");
    assertThat(topic.reply()).contains("ferry");
    assertThat(topic.draftRule()).contains(new DraftRule.Threshold(0.8));
    assertThat(topic.keywords())
        .containsExactly(
            new Keyword("ferry", Kind.WORD, Optional.empty(), 3, false, 4),
            new Keyword("night boat", Kind.PHRASE, Optional.empty(), 1.5, false, 5),
            new Keyword("harbour dues", Kind.PHRASE, Optional.empty(), 2, false, 6),
            new Keyword("cross", Kind.PREFIX, Optional.empty(), 2, false, 7),
            new Keyword("fairy tale", Kind.PHRASE, Optional.empty(), 2, true, 8),
            new Keyword("timetable", Kind.WORD, Optional.of(Field.SUBJECT), 2, false, 9),
            new Keyword("last sailing", Kind.PHRASE, Optional.of(Field.TEXT), 4, false, 10));
  }

  @Test
  void aTopicWithoutADraftRuleGetsTheOffices() throws IOException {
    topic("ferry", "title: Ferry\nkeywords: [ferry]\n");
    topic("port", "title: Port\nkeywords: [port]\ndrafts-right: 0.9\n");
    Catalog catalog = CatalogReader.read(config).catalog();
    DraftRule office = new DraftRule.DraftsRight(0.95);

    assertThat(catalog.topic(new TopicId("ferry")).orElseThrow().draftRule()).isEmpty();
    assertThat(catalog.withDefault(office).all())
        .extracting(topic -> topic.draftRule().orElseThrow())
        .containsExactly(office, new DraftRule.DraftsRight(0.9));
  }

  @Test
  void aReplyIsReadWithItsFrontMatter() throws IOException {
    Files.writeString(config.resolve("replies/map.txt"), "a map");
    reply(
        "ferry",
        """
        ---
        subject: "About the ferry: our answer"
        owner: Jo
        reviewed: 2026-02-03
        expires: 2027-02-03
        attachments: [map.txt]
        languages: [en, cy]
        ---
        {{salutation}},

        Thank you for £5 — and “more”.

        {{signature}}
        """);
    StandardReply reply = CatalogReader.read(config).catalog().reply("ferry").orElseThrow();
    assertThat(reply.subject()).contains("About the ferry: our answer");
    assertThat(reply.owner()).contains("Jo");
    assertThat(reply.reviewed()).contains(LocalDate.of(2026, 2, 3));
    assertThat(reply.expires()).contains(LocalDate.of(2027, 2, 3));
    assertThat(reply.attachments())
        .extracting(StandardReply.Attachment::path)
        .containsExactly("map.txt");
    assertThat(reply.languages()).containsExactly("en", "cy");
    assertThat(reply.markdown()).startsWith("{{salutation}},").endsWith("{{signature}}");
    assertThat(reply.hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void aListThatIsWrittenOtherwiseIsNamed() throws IOException {
    topic("comma", "title: T\nkeywords: bus, train\n");
    topic("dash", "title: T\nkeywords:\n  -windmill\n  -watermill\n");
    topic("weight", "title: T\nkeywords:\n  - windmill:\n");
    topic("without", "title: T\nreply: ferry\nkeywords:\n  - -turbine\n");
    reply("ferry", "Dear reader");

    assertThat(problems())
        .containsExactly(
            "topics/comma.yaml:2: the keyword `bus, train` is one phrase; write one keyword a line",
            "topics/dash.yaml:3: a dash without a blank begins no line of a list; write `- item`",
            "topics/weight.yaml:3: the keyword `windmill` has a colon and no weight;"
                + " write a number from 0.1 to 10",
            "topics/without.yaml:3: a topic without keywords is seldom found;"
                + " add `keywords:` with lines such as `- calais: 3`");
  }

  @Test
  void theHashOfAReplyChangesWithItsText() throws IOException {
    reply("ferry", "One");
    String before = CatalogReader.read(config).catalog().reply("ferry").orElseThrow().hash();
    reply("ferry", "Two");
    assertThat(CatalogReader.read(config).catalog().reply("ferry").orElseThrow().hash())
        .isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          titel: A\\nkeywords: [port]                      | 1 | unknown key `titel`; did you mean `title`?
          title: A\\nkeyword: [port]                       | 2 | did you mean `keywords`?
          title: A\\nreply: nowhere\\nkeywords: [port]     | 2 | the reply `nowhere` does not exist
          title: A\\nreply: ferri\\nkeywords: [port]       | 2 | did you mean `ferry`?
          title: A\\nkeywords: [port]\\nthreshold: 70      | 3 | a number from 0 to 1
          title: A\\nkeywords: [port]\\nthreshold: high    | 3 | a number from 0 to 1
          title: A\\nkeywords: [port]\\ndrafts-right: 98   | 3 | a number from 0 to 1
          title: A\\nkeywords: [port]\\ndrafts-right: 0.9\\nthreshold: 0.7 | 4 | leave one of them out
          title: A\\nkeywords:\\n  - port: 99              | 3 | a number from 0.1 to 10
          title: A\\nkeywords:\\n  - port:3                | 3 | `port: 3`
          title: A\\nkeywords:\\n  - port\\n  - a*          | 4 | too short a beginning
          title: A\\nkeywords:\\n  - po*rt                 | 3 | does not end a single word
          title: A\\nkeywords:\\n  - subjekt:port          | 3 | did you mean `subject`?
          title: A\\nkeywords:\\n  - -port: 3              | 3 | it has no weight
          title: A\\nkeywords:\\n  - "!!"                  | 3 | holds no word
          title: A\\nkeywords:\\n  - *port                 | 3 | a prefix ends with `*`
          title: A\\nkeywords:\\n  port: 3                 | 3 | begin each of its lines with `- `
          title: A\\nkeywords:\\n\\t- port                 | 3 | indented with a tab
          title: A\\ntitle: B\\nkeywords: [port]           | 2 | stands twice, first in line 1
          title: A\\nkeywords: []                          | 2 | the topic is empty
          title: A                                         | 1 | the topic is empty
          title: A: B\\nkeywords: [port]                   | 1 | put the text after the first in quotes
          title: "A\\nkeywords: [port]                     | 1 | a quotation mark is not closed
          title:A\\nkeywords: [port]                       | 1 | put a blank after the colon
          title A\\nkeywords: [port]                       | 1 | write `key: value`
          title: A\\n keywords: [port]                     | 2 | not indented like the lines
          title:\\nkeywords: [port]                        | 1 | `title` has no value
          keywords: [port]                                 | 1 | `title` is missing
          title: A\\nkeywords:\\n  - "night" boat: 2       | 3 | text stands beside the quotes
          title: [A, B]\\nkeywords: [port]                 | 1 | is a list
          """,
      maxCharsPerColumn = 300,
      quoteCharacter = '~')
  void everySlipInATopicIsNamedWithItsLine(String text, int line, String said) throws IOException {
    reply("ferry", "Dear reader");
    topic("a", text.replace("\\n", "\n").replace("\\t", "\t"));
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("topics/a.yaml:" + line + ": ")
        .contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ---\\nsubjekt: A\\n---\\nText               | 2 | did you mean `subject`?
          ---\\nsubject: "{{subjekt}}"\\n---\\nText | 2 | did you mean `subject`?
          ---\\nsubject: A\\nText                     | 1 | close them with a line `---`
          ---\\nreviewed: 3 May\\n---\\nText          | 2 | a day, as in `2026-03-31`
          ---\\nexpires: 2026-02-30\\n---\\nText      | 2 | a day, as in `2026-03-31`
          ---\\nattachments: [no.pdf]\\n---\\nText    | 2 | does not exist
          ---\\nattachments: [../../x]\\n---\\nText   | 2 | is elsewhere
          ---\\nlanguages: [english]\\n---\\nText     | 2 | is no language code
          ---\\nsubject: A\\n---\\n                   | 3 | the letter is empty
          Text\\n{{salutatoin}}                       | 2 | did you mean `salutation`?
          Text\\n{{name}                              | 2 | a placeholder is not closed
          """,
      maxCharsPerColumn = 300)
  void everySlipInAReplyIsNamedWithItsLine(String text, int line, String said) throws IOException {
    reply("a", text.replace("\\n", "\n"));
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("replies/a.md:" + line + ": ")
        .contains(said);
  }

  @Test
  void mistakesBehindABrokenLineAreNamedInTheSameRun() throws IOException {
    topic("a", "title: A: B\nkeywords:\n  - port: 99\n\t- quay\nthreshhold: 0.5\nreply: gone\n");
    assertThat(problems())
        .extracting(problem -> problem.replaceAll("topics/a.yaml:(\\d+):.*", "$1"))
        .containsExactly("1", "3", "4", "5", "6");
  }

  @Test
  void oneFaultyFileLeavesTheOthersUsable() throws IOException {
    topic("a", "title: A\nkeywords: [port]\n");
    topic("b", "title B");
    CatalogReader.Reading reading = CatalogReader.read(config);
    assertThat(reading.catalog().topics()).containsOnlyKeys(new TopicId("a"));
    assertThat(reading.faultyTopics()).containsExactly(new TopicId("b"));
    assertThat(reading.hasErrors()).isTrue();
  }

  @Test
  void aFileThatIsNotUtf8IsNamedWithTheLineOfTheFirstWrongByte() throws IOException {
    Files.write(
        config.resolve("topics/a.yaml"),
        "title: A\nkeywords:\n  - café\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problems()).singleElement().asString().contains("a.yaml:3: ").contains("UTF-8");
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreNoMistake() throws IOException {
    topic("a", "\uFEFFtitle: A\r\nkeywords:\r\n  - port\r\n");
    assertThat(problems()).isEmpty();
  }

  @Test
  void namesThatDifferOnlyInCaseAreRefused() throws IOException {
    topic("port", "title: A\nkeywords: [port]\n");
    topic("Port", "title: B\nkeywords: [port]\n");
    assertThat(problems()).singleElement().asString().contains("only in upper and lower case");
  }

  @Test
  void whatEditorsLeaveBehindIsPassedOver() throws IOException {
    topic("a", "title: A\nkeywords: [port]\n");
    for (String left : List.of(".a.yaml.swp", "a.yaml~", "#a.yaml#", ".#a.yaml")) {
      Files.writeString(config.resolve("topics").resolve(left), "nonsense");
    }
    assertThat(problems()).isEmpty();
  }

  @Test
  void aTopicFileWithAnotherEndingIsRemarkedOn() throws IOException {
    topic("a", "title: A\nkeywords: [port]\n");
    Files.writeString(config.resolve("topics/b.yml"), "title: B\nkeywords: [quay]\n");
    assertThat(problems()).singleElement().asString().contains("b.yml: is not read");
    assertThat(CatalogReader.read(config).hasErrors()).isFalse();
  }

  @Test
  void withoutAFolderOfRepliesTheirNamesAreTakenOnTrust() throws IOException {
    topic("a", "title: A\nreply: elsewhere\nkeywords: [port]\n");
    assertThat(CatalogReader.read(config.resolve("topics"), Optional.empty()).problems()).isEmpty();
  }

  @Test
  void aMissingFolderIsAProblemAndNoCrash() {
    assertThat(CatalogReader.read(config.resolve("nowhere")).problems()).hasSize(2);
  }
}
