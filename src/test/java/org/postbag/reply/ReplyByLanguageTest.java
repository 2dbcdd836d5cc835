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
import org.postbag.catalog.TopicId;
import org.postbag.database.SettableClock;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.intake.Screening.Outcome;
import org.postbag.ledger.DraftReason;
import org.postbag.matching.Match;
import org.postbag.people.name.Salutations;
import org.postbag.people.place.Constituency;

/// One topic with a text for each language, from its file to the draft.
class ReplyByLanguageTest {
  private static final TopicId BUSES = new TopicId("buses");
  private static final String TOPIC =
      """
      title: Buses
      reply: {en: buses, cy: bysiau}
      keywords:
        - bus
      """;
  private static final String WELSH =
      """
      Annwyl Ms Prys,

      rwy'n falch o glywed am y bws newydd. Pryd fydd yn dechrau rhedeg i'r pentref?

      Yn gywir,
      Ann Lee
      """;
  private static final String ENGLISH =
      """
      Dear Ms Prys,

      the bus to our village was cut. Would you please ask the council to keep it?

      Yours sincerely,
      Ann Lee
      """;

  @TempDir Path config;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(config.resolve("topics"));
    Files.createDirectories(config.resolve("replies"));
    Files.writeString(config.resolve("topics/buses.yaml"), TOPIC);
    Files.writeString(
        config.resolve("replies/buses.md"),
        "{{salutation}},\n\nThe buses will stay, as of {{date}}.\n\nYours\n");
    Files.writeString(
        config.resolve("replies/bysiau.md"),
        "{{salutation}},\n\nBydd y bysiau yn aros, ar {{date}}. Diolch i chi.\n\nYn gywir\n");
  }

  private static Letter letter(String body) {
    String bytes =
        "From: Ann Lee <ann@lee.example>\nTo: office@field.example\nSubject: bus\n"
            + "Date: Mon, 2 Nov 2026 10:00:00 +0000\n"
            + "Content-Type: text/plain; charset=utf-8\n\n"
            + body;
    return new LetterReader().read(bytes.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static final Match MATCH =
      new Match(
          Optional.of(BUSES),
          0.99,
          Optional.empty(),
          false,
          List.of(new Match.Candidate(BUSES, 0.99)),
          List.of());

  private ReplyComposer composer() {
    CatalogReader.Reading reading = CatalogReader.read(config);
    assertThat(reading.problems()).isEmpty();
    ReplySettings settings =
        new ReplySettings(
            Set.of(Address.parse("office@field.example").orElseThrow()),
            Map.of(),
            ZoneId.of("Europe/London"),
            Constituency.UNKNOWN,
            Salutations.STANDARD,
            true);
    return new ReplyComposer(reading::catalog, settings, new SettableClock());
  }

  private Proposal propose(Letter letter) {
    return composer().propose(letter, "office", new Outcome.Personal(), MATCH, false);
  }

  @Test
  void aLetterIsAnsweredInItsOwnLanguage() {
    Proposal.Answer welsh = (Proposal.Answer) propose(letter(WELSH));
    Proposal.Answer english = (Proposal.Answer) propose(letter(ENGLISH));

    assertThat(welsh.replyName()).isEqualTo("bysiau");
    assertThat(welsh.text()).startsWith("Annwyl Ann Lee,").containsPattern("ar \\d+ [A-Z]\\w+ 20");
    assertThat(english.replyName()).isEqualTo("buses");
    assertThat(english.text()).startsWith("Dear Ann Lee,");
  }

  @Test
  void theLineAboveTheQuotationIsInTheReplysLanguage() {
    assertThat(((Proposal.Answer) propose(letter(WELSH))).enclosed().quote())
        .startsWith("Ar 2 Tachwedd 2026, ysgrifennodd Ann Lee:");
    assertThat(((Proposal.Answer) propose(letter(ENGLISH))).enclosed().quote())
        .startsWith("On 2 November 2026, Ann Lee wrote:");
  }

  @Test
  void whatIsUndecidedGoesToAPersonWithTheFirstOfThem() {
    Proposal.ForPerson both = (Proposal.ForPerson) propose(letter(WELSH + "\n" + ENGLISH));
    Proposal.ForPerson french =
        (Proposal.ForPerson)
            propose(
                letter("Bonjour,\n\nle bus est supprimé. Que comptez-vous faire pour nous ?\n"));

    assertThat(both.reason()).isEqualTo(DraftReason.OTHER_LANGUAGE);
    assertThat(both.suggestion().orElseThrow().replyName()).isEqualTo("buses");
    assertThat(french.reason()).isEqualTo(DraftReason.OTHER_LANGUAGE);
  }

  /// A call for help in Polish would be seen by nobody.
  @Test
  void aLetterInALanguageWithoutSignsOfHelpGoesToAPersonAndSaysSo() {
    Letter polish =
        letter(
            "Dzień dobry,\n\nautobus nie jeździ już od maja. Proszę mi pomóc, bo nie wiem co.\n");

    assertThat(((Proposal.ForPerson) propose(polish)).reason()).isEqualTo(DraftReason.HELP_UNREAD);
    assertThat(composer().warnings(polish, MATCH, propose(polish)))
        .extracting(Warning::word)
        .contains("help-unread");
    assertThat(composer().warnings(letter(WELSH), MATCH, propose(letter(WELSH))))
        .extracting(Warning::word)
        .doesNotContain("help-unread");
  }

  @Test
  void everyMistakeIsNamedWithItsLine() throws IOException {
    Files.writeString(
        config.resolve("topics/buses.yaml"),
        TOPIC.replace("{en: buses, cy: bysiau}", "\n  english: buses\n  cy: bysiauu"));

    assertThat(CatalogReader.read(config).problems())
        .extracting(Problem::toString)
        .anySatisfy(p -> assertThat(p).contains("buses.yaml:3:").contains("no language code"))
        .anySatisfy(p -> assertThat(p).contains("bysiauu").contains("did you mean `bysiau`"));
  }
}
