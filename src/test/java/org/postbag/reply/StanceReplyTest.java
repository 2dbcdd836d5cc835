package org.postbag.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.Problem;
import org.postbag.catalog.TemplateMarks;
import org.postbag.catalog.TopicId;
import org.postbag.database.SettableClock;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.intake.Screening.Outcome;
import org.postbag.ledger.DraftReason;
import org.postbag.matching.Match;
import org.postbag.people.place.Constituency;

/// From the topic's file and the standard reply to the draft.
class StanceReplyTest {
  private static final TopicId FIREWORKS = new TopicId("fireworks");
  private static final String TOPIC =
      """
      title: Fireworks
      reply: fireworks
      keywords:
        - fireworks
      stances:
        for:
          title: For the ban
          examples:
            - Please vote for the Bill.
        against:
          title: Against the ban
          examples:
            - Please vote against the Bill.
      """;
  private static final String REPLY =
      """
      ---
      languages: [en]
      ---
      {{salutation}},

      Thank you for your letter.

      {{only for}} I am glad that we agree.

      {{only against}} I am sorry that we differ.

      {{signature}}
      """;

  @TempDir Path config;

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(config.resolve("topics"));
    Files.createDirectories(config.resolve("replies"));
    save(TOPIC, REPLY);
  }

  private void save(String topic, String reply) throws IOException {
    Files.writeString(config.resolve("topics/fireworks.yaml"), topic);
    Files.writeString(config.resolve("replies/fireworks.md"), reply);
  }

  private static Letter letter(String body) {
    String bytes =
        "From: Ann Lee <ann@lee.example>\r\nTo: office@field.example\r\nSubject: Fireworks\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\n\r\nDear Jo,\r\n\r\n"
            + body
            + "\r\n\r\nYours sincerely,\r\nAnn Lee\r\n";
    return new LetterReader().read(bytes.getBytes(StandardCharsets.UTF_8));
  }

  private static final Match MATCH =
      new Match(
          Optional.of(FIREWORKS),
          0.99,
          Optional.empty(),
          false,
          List.of(new Match.Candidate(FIREWORKS, 0.99)),
          List.of());

  private ReplyComposer composer() {
    CatalogReader.Reading reading = CatalogReader.read(config);
    assertThat(reading.problems()).isEmpty();
    ReplySettings settings =
        new ReplySettings(
            Set.of(Address.parse("office@field.example").orElseThrow()),
            Map.of(),
            ZoneId.of("Europe/London"),
            Constituency.UNKNOWN);
    return new ReplyComposer(reading::catalog, settings, new SettableClock());
  }

  private Proposal propose(Letter letter) {
    return composer().propose(letter, "office", new Outcome.Personal(), MATCH, false);
  }

  private List<String> warnings(Letter letter) {
    return composer().warnings(letter, MATCH, propose(letter)).stream().map(Warning::word).toList();
  }

  @Test
  void eachSideGetsItsOwnParagraphsAlone() {
    Proposal agrees = propose(letter("Please vote for the Bill on fireworks."));
    Proposal differs = propose(letter("Please do not vote for the Bill on fireworks."));

    assertThat(((Proposal.Answer) agrees).text())
        .contains("Thank you", "I am glad that we agree.")
        .doesNotContain("differ", "{{only");
    assertThat(((Proposal.Answer) differs).text())
        .contains("Thank you", "I am sorry that we differ.")
        .doesNotContain("agree", "{{only");
  }

  /// Letters are approved together that have the same warnings.
  @Test
  void lettersOfTwoSidesNeverHaveTheSameWarnings() {
    assertThat(warnings(letter("Please vote for the Bill on fireworks."))).contains("stance-for");
    assertThat(warnings(letter("Please do not vote for the Bill on fireworks.")))
        .contains("stance-against");
  }

  @Test
  void whereTheSideIsUnsureAPersonChoosesTheParagraphs() {
    Letter letter = letter("When will the Bill on fireworks be read?");

    Proposal.ForPerson person = (Proposal.ForPerson) propose(letter);

    assertThat(person.reason()).isEqualTo(DraftReason.STANCE_UNSURE);
    String text = person.suggestion().orElseThrow().text();
    assertThat(text).contains("{{only for}} I am glad", "{{only against}} I am sorry");
    assertThat(TemplateMarks.in(text)).isNotEmpty();
    assertThat(warnings(letter)).noneMatch(word -> word.startsWith("stance-"));
  }

  @Test
  void everyMistakeIsNamedWithItsLine() throws IOException {
    save(
        TOPIC.replace("  against:", "  against:\n    exampels: [No]").replace("  for:", "  For:"),
        REPLY.replace("{{only against}}", "{{only agianst}}"));

    assertThat(CatalogReader.read(config).problems())
        .extracting(Problem::toString)
        .anySatisfy(p -> assertThat(p).contains("fireworks.yaml:6:").contains("no name for a side"))
        .anySatisfy(p -> assertThat(p).contains("fireworks.yaml:11:").contains("exampels"))
        .anySatisfy(p ->
            assertThat(p).contains("fireworks.yaml:5:").contains("agianst").contains("against"));
  }

  @Test
  void oneSideAloneOrOneThatNothingTellsIsAMistake() throws IOException {
    save(
        "title: F\nreply: fireworks\nkeywords: [fireworks]\nstances:\n  for:\n    title: For\n",
        "Dear friend,\n\nthank you.\n");

    assertThat(CatalogReader.read(config).problems())
        .extracting(Problem::toString)
        .anySatisfy(p -> assertThat(p).contains("fireworks.yaml:4:").contains("one side only"))
        .anySatisfy(p -> assertThat(p).contains("fireworks.yaml:5:").contains("nothing tells"));
  }
}
