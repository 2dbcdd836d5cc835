package org.postbag.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.catalog.Variant;
import org.postbag.database.SettableClock;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.intake.Screening.Outcome;
import org.postbag.matching.Match;
import org.postbag.people.help.LiveHelp;
import org.postbag.people.name.Salutations;
import org.postbag.people.place.Constituency;

/// What a letter, its match and its reply warn of by themselves.
class WarningsTest {
  private static final TopicId CALAIS = new TopicId("calais");
  private static final TopicId BUSES = new TopicId("buses");
  private static final Address OFFICE = new Address("office", "field.example");
  private static final String TO = "To: office@field.example\r\n";
  private static final String TEXT =
      "I am worried about the port of Calais, and about the people who wait there. 4 Mill Lane, DN1"
          + " 2AB";
  private static final String REPLY =
      "Thank you for writing to me about the port of Calais and the security of our borders.";

  private static final SenderChecks SUSPICIOUS =
      new SenderChecks() {
        @Override
        public boolean isUnproven(Letter letter) {
          return true;
        }

        @Override
        public Optional<String> lookAlike(Letter letter) {
          return Optional.of("leé.example");
        }
      };

  private Constituency constituency = Constituency.UNKNOWN;
  private SenderChecks checks = SenderChecks.NONE;
  private String reply = REPLY;
  private List<String> languages = List.of("en");
  private Letter letter = letter(TO, TEXT);
  private Match match = match(0.95, 0.03, false, Optional.empty());

  private static Letter letter(String headers, String body) {
    String bytes =
        "From: Ms Ann Lee <ann@lee.example>\r\nSubject: Calais\r\n"
            + headers
            + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
            + body;
    return new LetterReader((text, _) -> WarningsTest.ours(text))
        .read(bytes.getBytes(StandardCharsets.UTF_8));
  }

  /// Our own words, where they stand in a letter.
  private static List<org.postbag.email.text.Fold> ours(String text) {
    int at = text.indexOf(REPLY);
    return at < 0
        ? List.of()
        : List.of(
            new org.postbag.email.text.Fold(
                at, at + REPLY.length(), org.postbag.email.text.Fold.Why.OURS));
  }

  private static Match match(
      double first, double second, boolean abstained, Optional<Match.Candidate> also) {
    return new Match(
        Optional.of(CALAIS),
        first,
        Optional.of(BUSES),
        abstained,
        List.of(new Match.Candidate(CALAIS, first), new Match.Candidate(BUSES, second)),
        List.of(),
        also);
  }

  private ReplyComposer composer() {
    StandardReply standard = standardReply("calais", reply);
    Catalog catalog =
        new Catalog(
            Map.of(
                CALAIS,
                new Topic(CALAIS, "Calais", Optional.of("calais"), List.of(), 0.7),
                BUSES,
                new Topic(BUSES, "Local buses", Optional.of("buses"), List.of(), 0.7)),
            Map.of("calais", standard, "buses", standardReply("buses", "Buses")));
    ReplySettings settings =
        new ReplySettings(
            Set.of(OFFICE),
            Map.of(),
            ZoneId.of("Europe/London"),
            constituency,
            Salutations.STANDARD,
            false);
    return new ReplyComposer(() -> catalog, settings, checks, new SettableClock());
  }

  private Optional<Variant> elsewhere = Optional.empty();
  private Optional<Variant> noAddress = Optional.empty();

  private StandardReply standardReply(String name, String text) {
    return new StandardReply(
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        languages,
        text,
        elsewhere,
        noAddress,
        "hash");
  }

  private Proposal proposal() {
    return composer().propose(letter, "office", new Outcome.Personal(), match, false);
  }

  private List<Warning> warnings() {
    return composer().warnings(letter, match, proposal());
  }

  private List<String> words() {
    return warnings().stream().map(Warning::word).toList();
  }

  private String at(Warning warning) {
    Warning.Place place = warning.place().orElseThrow();
    return letter.text().substring(place.start(), place.end());
  }

  @Test
  void anHonestLetterHasNone() {
    assertThat(warnings()).isEmpty();
  }

  @Test
  void aWriterInNeedIsNamedWithThePlace() {
    letter = letter(TO, TEXT + ".\r\n\r\n-- \r\nMy  Landlord\u2019s agent is EVICTING us tomorrow");

    assertThat(warnings())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.word()).isEqualTo("needs-help");
          assertThat(warning.sentence()).isEqualTo("The writer may need help with their home.");
          assertThat(at(warning)).isEqualTo("My  Landlord\u2019s agent is EVICTING");
        });
  }

  /// Its words are marked in the letter: a warning that is mostly false is acknowledged unread.
  @Test
  void aWeakSignIsNoWarning() {
    letter =
        letter(TO, TEXT + ".\r\n\r\nHalf of the girls who trained with me have gone to Australia.");

    assertThat(LiveHelp.shipped().signs(letter.text())).isNotEmpty();
    assertThat(warnings()).isEmpty();
  }

  @Test
  void aPlaceIsCountedInTheLettersTextWhateverStandsBeforeIt() {
    letter = letter(TO, "Cafe\u0301  \r\n\r\n  " + TEXT + " I  want to\r\nEND  my life");

    assertThat(at(warnings().getFirst()).replaceAll("\\s+", " ")).isEqualTo("END my life");
  }

  @Test
  void aTopicBelowItsLineIsUnlikely() {
    match = match(0.5, 0.03, true, Optional.empty());

    assertThat(words()).containsExactly("topic-unlikely");
  }

  @Test
  void aRunnerUpIsNearFromOneLetterInTen() {
    match = match(0.85, 0.0999, false, Optional.empty());
    assertThat(words()).isEmpty();

    match = match(0.85, 0.1, false, Optional.empty());
    assertThat(warnings())
        .containsExactly(
            new Warning(
                "topic-close",
                "The letter may be about \u201cLocal buses\u201d instead.",
                Optional.empty()));
  }

  @Test
  void aSecondTopicIsNamed() {
    match = match(0.8, 0.15, false, Optional.of(new Match.Candidate(BUSES, 0.75)));

    assertThat(words()).containsExactly("two-topics");
  }

  @Test
  void aLetterWhoseOwnTextWasNotReadSaysSo() {
    letter = letter(TO, "Dear Jo,\r\n\r\nPlease see attached.\r\n");

    assertThat(words()).containsExactly("text-unread");
  }

  @Test
  void linesOfSomebodyElseThatWereFoldedAwayAreNamedWithTheirPlace() {
    letter = letter(TO, TEXT + "\r\n\r\n> They will not tell you this.\r\n> Bob\r\n");

    assertThat(words()).containsExactly("text-hidden");
    assertThat(at(warnings().getFirst())).contains("They will not tell you this.");
  }

  @Test
  void ourOwnWordsAndASignatureMayBeFoldedAway() {
    letter = letter(TO, TEXT + "\r\n\r\n-- \r\nAnn Lee\r\n\r\n" + REPLY + "\r\n");

    assertThat(letter.folded()).hasSizeGreaterThan(1);
    assertThat(words()).isEmpty();
  }

  @Test
  void anAttachmentIsNamed() {
    String parts =
        "--b\r\nContent-Type: text/plain\r\n\r\n"
            + TEXT
            + "\r\n--b\r\n"
            + "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n"
            + "\r\nx\r\n--b--\r\n";
    letter =
        new LetterReader()
            .read(
                ("From: ann@lee.example\r\n"
                        + TO
                        + "MIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + parts)
                    .getBytes(StandardCharsets.UTF_8));

    assertThat(words()).containsExactly("attachment");
  }

  @Test
  void whoLivesElsewhereOrNowhereIsNamedWhereAConstituencyIsConfigured() {
    Letter nowhere = letter(TO, "I am worried about the port of Calais, and about the people.");
    constituency = new Constituency(List.of("DN1"));
    assertThat(words()).isEmpty();

    letter = nowhere;
    assertThat(words()).containsExactly("no-address");
    letter = letter(TO, TEXT.replace("DN1", "S10"));
    assertThat(words()).containsExactly("not-a-constituent");

    constituency = Constituency.UNKNOWN;
    assertThat(words()).isEmpty();
    letter = nowhere;
    assertThat(words()).isEmpty();
  }

  @Test
  void whatIsKnownAgainstASenderIsNamed() {
    checks = SUSPICIOUS;

    assertThat(words()).containsExactly("sender-unproven", "look-alike");
    assertThat(warnings().getLast().sentence()).contains("looks like one of leé.example");
  }

  @Test
  void aReplyToAnotherDomainIsNamedWithBoth() {
    letter = letter(TO + "Reply-To: ann@stranger.example\r\n", TEXT);
    assertThat(warnings())
        .containsExactly(
            new Warning(
                "reply-elsewhere",
                "The letter is from lee.example, and the reply goes to stranger.example.",
                Optional.empty()));

    letter = letter(TO + "Reply-To: ann.lee@LEE.example\r\n", TEXT);
    assertThat(words()).isEmpty();
  }

  @Test
  void aReplyThatIsForAnyLanguageIsHeldAgainstTheLetters() {
    languages = List.of();
    assertThat(words()).isEmpty();

    reply =
        "Merci de m'avoir écrit au sujet de la situation à Calais, qui est très grave pour tous.";
    assertThat(words()).containsExactly("other-language");
  }

  @Test
  void aCopyForTheOfficeIsNamedAndABlindOneIsNot() {
    letter = letter("To: minister@gov.example\r\nCc: OFFICE@field.example\r\n", TEXT);
    assertThat(words()).containsExactly("cc-only");

    letter = letter("To: minister@gov.example\r\n", TEXT);
    assertThat(words()).isEmpty();
    letter = letter(TO + "Cc: office@field.example\r\n", TEXT);
    assertThat(words()).isEmpty();
  }

  @Test
  void aTopicBelowHalfOfItsThresholdBringsNoReply() {
    match = match(0.34, 0.03, true, Optional.empty());
    assertThat(((Proposal.ForPerson) proposal()).suggestion()).isEmpty();

    match = match(0.35, 0.03, true, Optional.empty());
    assertThat(((Proposal.ForPerson) proposal()).suggestion()).isPresent();
  }

  @Test
  void aThreatIsNotOfferedTheReplyOfAnUnlikelyTopicEither() {
    letter = letter(TO, "I know where you live.");
    match = match(0.01, 0.001, true, Optional.empty());

    assertThat(((Proposal.ForPerson) proposal()).suggestion()).isEmpty();
    assertThat(words()).containsExactly("needs-help");
  }

  @Test
  void whoChoseTheTopicIsNotAskedWhetherItIsLikelyButIsShownTheRest() {
    letter = letter("Cc: office@field.example\r\n", TEXT);
    match = match(0.5, 0.4, true, Optional.empty());

    ChosenReply chosen = composer().chosen(letter, "office", CALAIS);

    assertThat(chosen.answer()).isPresent();
    assertThat(chosen.warnings()).extracting(Warning::word).containsExactly("cc-only");
  }

  @Test
  void aReplyThatSpeaksToThoseFromElsewhereOrNowhereNeedsNoWarning() {
    constituency = new Constituency(List.of("DN1"));
    elsewhere =
        Optional.of(new Variant.Paragraphs("Please write to {{member}}.\n\nI cannot help."));
    noAddress = Optional.of(new Variant.OtherReply("buses"));

    letter = letter(TO, TEXT.replace("DN1", "S10"));
    assertThat(words()).isEmpty();
    assertThat(((Proposal.Answer) proposal()).text())
        .contains("I cannot help.")
        .doesNotContain("write to");
    letter = letter(TO, "I am worried about the port of Calais, and about the people.");
    assertThat(words()).isEmpty();
    assertThat(((Proposal.Answer) proposal()).replyName()).isEqualTo("buses");
    letter = letter(TO, TEXT);
    assertThat(((Proposal.Answer) proposal()).text()).doesNotContain("I cannot help");
  }
}
