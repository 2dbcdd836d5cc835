package org.postbag.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Placeholder;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.database.SettableClock;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.email.MessageId;
import org.postbag.intake.Screening.Outcome;
import org.postbag.intake.ScreeningReason;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.ReviewReason;
import org.postbag.matching.Match;
import org.postbag.people.place.Constituency;
import org.postbag.review.ReplyCheck;

class ReplyComposerTest {
  private static final TopicId CALAIS = new TopicId("calais");
  private static final TopicId BUSES = new TopicId("buses");
  private static final TopicId WAR = new TopicId("war");
  private static final Address OFFICE = new Address("office", "field.example");

  private final SettableClock clock = new SettableClock();

  private static Topic topic(TopicId id, String reply) {
    return new Topic(id, id.value(), Optional.ofNullable(reply), List.of(), 0.7);
  }

  private static StandardReply reply(String name, String markdown) {
    return reply(name, Optional.empty(), markdown);
  }

  private static StandardReply reply(String name, Optional<String> subject, String markdown) {
    return new StandardReply(
        name,
        subject,
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.of(2027, 1, 31)),
        List.of(),
        List.of("en"),
        markdown,
        "hash-" + name);
  }

  private ReplyComposer composer(String markdown) {
    return composer(reply("calais", markdown));
  }

  private ReplyComposer composer(StandardReply calais) {
    Catalog catalog =
        new Catalog(
            Map.of(
                CALAIS, topic(CALAIS, "calais"),
                BUSES, topic(BUSES, "buses"),
                WAR, new Topic(WAR, "War", Optional.empty(), List.of(), 0.7)),
            Map.of("calais", calais, "buses", reply("buses", "Buses")));
    ReplySettings settings =
        new ReplySettings(
            Set.of(OFFICE),
            Map.of("office", "Jo Field\nMember for Field"),
            ZoneId.of("Europe/London"),
            Constituency.UNKNOWN);
    return new ReplyComposer(() -> catalog, settings, clock);
  }

  private static Letter letter(String headers, String body) {
    String text =
        "From: Ms Ann Lee <ann@lee.example>\r\nTo: office@field.example\r\n"
            + "Message-ID: <1@lee.example>\r\n"
            + headers
            + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
            + body;
    return new LetterReader().read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final Letter PLAIN =
      letter("Subject: The situation in Calais\r\n", "I am worried about the port of Calais.");

  private static Match match(TopicId topic, double probability, boolean abstained) {
    return new Match(
        Optional.of(topic),
        probability,
        Optional.empty(),
        abstained,
        List.of(new Match.Candidate(topic, probability)),
        List.of());
  }

  private Proposal propose(String markdown, Letter letter, Outcome outcome, Match match) {
    return composer(markdown).propose(letter, "office", outcome, match, false);
  }

  private Proposal.Answer answer(String markdown, Letter letter) {
    return (Proposal.Answer)
        propose(markdown, letter, new Outcome.Personal(), match(CALAIS, 0.95, false));
  }

  /// `check` accepts a standard reply with any of them, so that none may stop its first approval.
  @ParameterizedTest
  @EnumSource
  void everyDeclaredPlaceholderIsFilledIn(Placeholder declared) {
    String open = "Dear Ann,\n\n{{ %1$s }} and {{%1$s}}".formatted(declared.word());

    String text = answer(open, PLAIN).text();

    assertThat(ReplyCheck.problems("Re: Calais", text)).isEmpty();
  }

  @Test
  void theStandardReplyIsFilledInAddressedAndThreaded() {
    Proposal.Answer answer =
        answer("{{salutation}},\n\nThank you. {{date}} £19 million\n\n{{signature}}", PLAIN);

    assertThat(answer.text())
        .isEqualTo(
            "Dear Ms Lee,\n\nThank you. 23 November 2026 £19 million\n\nJo Field\nMember for Field");
    assertThat(answer.to().address()).hasToString("ann@lee.example");
    assertThat(answer.thread().subject()).isEqualTo("Re: The situation in Calais");
    assertThat(answer.thread().inReplyTo()).hasValue(new MessageId("<1@lee.example>"));
    assertThat(answer.replyHash()).isEqualTo("hash-calais");
  }

  private Proposal.ForPerson forPerson(Letter letter) {
    return (Proposal.ForPerson)
        propose("About Calais", letter, new Outcome.Personal(), match(CALAIS, 0.95, false));
  }

  @Test
  void aLetterThatSaysNothingIsAPersonsWhateverItsSubject() {
    Letter letter = letter("Subject: Calais\r\n", "Dear Jo,\r\n\r\nPlease see attached.\r\n");

    assertThat(forPerson(letter).reason()).isEqualTo(DraftReason.NOTHING_TO_READ);
    assertThat(forPerson(letter).suggestion()).isPresent();
  }

  @Test
  void distressIsSeenBelowASignatureAndInAQuotation() {
    String port = "I am worried about the port of Calais.\r\n\r\n";
    String words = "I want to end my life.\r\n";

    assertThat(
            forPerson(letter("Subject: Re: Calais\r\n", port + "-- \r\nAnn\r\n\r\n" + words))
                .reason()
                .word())
        .isEqualTo("needs-help-self-harm");
    assertThat(forPerson(letter("Subject: Re: Calais\r\n", port + "> " + words)).reason().word())
        .isEqualTo("needs-help-self-harm");
  }

  @Test
  void theFieldsOfASubjectAreFilledInAsPlainText() {
    Letter letter = letter("Subject: Re: *Calais* {{date}}\r\n", "I worry about Calais.");
    StandardReply reply =
        reply("calais", Optional.of("{{name}}, your letter: {{subject}}"), "{{salutation}},");

    Proposal proposal =
        composer(reply)
            .propose(letter, "office", new Outcome.Personal(), match(CALAIS, 0.95, false), false);

    assertThat(((Proposal.Answer) proposal).thread().subject())
        .isEqualTo("Ms Ann Lee, your letter: *Calais* date");
  }

  @Test
  void aStrangersSubjectIsTextAndNeverMarkdownOrAPlaceholder() {
    Letter hostile = letter("Subject: *x* <b> [link](/evil) {{signature}}\r\n", "Calais");

    assertThat(answer("You wrote: {{subject}}", hostile).text())
        .isEqualTo("You wrote: \\*x\\* b link (/evil) signature");
  }

  /// Each is a letter from somebody with that name and subject.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{salutation}}",
        "{name}",
        "\\{\\{name\\}\\}",
        "&#123;name&#125;",
        "[Name]",
        "[Name](https://evil.example)",
        "<name>",
        "<<date>>",
        "%NAME%",
        "____",
        "TODO",
        "TBC",
        "XX",
        "INSERT",
        "｛name｝",
        "https://evil.example/prize",
        "www.evil.example",
        "null",
        "None",
        "undefined",
        "Undefined Null"
      })
  void noNameOrSubjectOfAStrangersStopsAReplyOrPassesForAPlaceholder(String evil) {
    Letter hostile = hostile(evil);

    Proposal.Answer answer =
        answer("{{salutation}},\n\nYour name is {{name}}, your subject {{subject}}.", hostile);

    assertThat(ReplyCheck.problems(answer.thread().subject(), answer.text())).isEmpty();
    assertThat(answer.text())
        .startsWith("Dear Sir or Madam,\n\nYour name is Sir or Madam, your subject ")
        .doesNotContain("evil.example");
    assertThat(answer.thread().subject()).startsWith("Re: ").doesNotContain("evil.example");
  }

  private static Letter hostile(String evil) {
    String encoded =
        "=?utf-8?B?"
            + java.util.Base64.getEncoder().encodeToString(evil.getBytes(StandardCharsets.UTF_8))
            + "?=";
    String text =
        "From: %s <eve@evil.example>\r\nSubject: %s\r\n\r\nI worry about Calais."
            .formatted(encoded, encoded);
    return new LetterReader().read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theMarksOfMailProgramsAndListsInASubjectDoNotStopItsReply() {
    Letter letter =
        letter("Subject: Re: [EXTERNAL] Calais [petition]\r\n", "I worry about Calais.");

    Proposal.Answer answer = answer("{{salutation}}, about {{subject}}", letter);

    assertThat(answer.thread().subject()).isEqualTo("Re: EXTERNAL Calais petition");
    assertThat(ReplyCheck.problems(answer.thread().subject(), answer.text())).isEmpty();
  }

  @Test
  void whereTheSalutationHasNoNameTheNameFallsBackToo() {
    Letter council =
        new LetterReader()
            .read(
                "From: Danum Council <info@council.example>\r\nSubject: Calais\r\n\r\nAbout Calais"
                    .getBytes(StandardCharsets.UTF_8));

    assertThat(answer("{{salutation}}, {{name}}", council).text())
        .isEqualTo("Dear Sir or Madam, Sir or Madam");
  }

  @Test
  void belowTheThresholdAPersonDecidesAndSeesTheSuggestion() {
    Proposal proposal = propose("Text", PLAIN, new Outcome.Personal(), match(CALAIS, 0.5, true));

    assertThat(proposal).isInstanceOf(Proposal.ForPerson.class);
    Proposal.ForPerson person = (Proposal.ForPerson) proposal;
    assertThat(person.reason()).isEqualTo(DraftReason.UNSURE);
    assertThat(person.suggestion()).isPresent();
  }

  @Test
  void aMachinesLetterIsSetAsideAndNeverHasADraft() {
    assertThat(
            propose(
                "Text",
                PLAIN,
                new Outcome.SetAside(ScreeningReason.AUTO_SUBMITTED),
                match(CALAIS, 0.99, false)))
        .isEqualTo(
            new Proposal.SetAside(new ReviewReason.Screened(ScreeningReason.AUTO_SUBMITTED)));
  }

  @Test
  void aLetterThatOnlyBearsListMarksIsHeldForAPerson() {
    Proposal proposal =
        propose("Text", PLAIN, new Outcome.Held(ScreeningReason.LIST), match(CALAIS, 0.99, false));

    assertThat(((Proposal.ForPerson) proposal).reason())
        .isEqualTo(new ReviewReason.Screened(ScreeningReason.LIST));
  }

  @Test
  void aLetterOnTwoTopicsIsNeverPickedSilently() {
    Match two =
        new Match(
            Optional.of(CALAIS),
            0.8,
            Optional.of(BUSES),
            false,
            List.of(new Match.Candidate(CALAIS, 0.8), new Match.Candidate(BUSES, 0.15)),
            List.of(),
            Optional.of(new Match.Candidate(BUSES, 0.75)));

    Proposal proposal = propose("Text", PLAIN, new Outcome.Personal(), two);
    Proposal.ForPerson person = (Proposal.ForPerson) proposal;
    assertThat(person.reason()).isEqualTo(DraftReason.TWO_TOPICS);
    Proposal.Answer joint = person.suggestion().orElseThrow();
    assertThat(joint.replyName()).isEqualTo("calais + buses");
    assertThat(joint.text()).contains("Text").contains("Buses");
  }

  @Test
  void someoneInTroubleIsSeenByAPerson() {
    Letter trouble =
        letter("Subject: Calais\r\n", "Calais. My landlord is evicting us on Friday, please help.");

    Proposal proposal =
        propose("Text", trouble, new Outcome.Personal(), match(CALAIS, 0.99, false));
    assertThat(((Proposal.ForPerson) proposal).reason().word()).isEqualTo("needs-help-housing");
  }

  @Test
  void aTopicWithoutAReplyIsLeftToAPerson() {
    Proposal proposal = propose("Text", PLAIN, new Outcome.Personal(), match(WAR, 0.99, false));

    assertThat(proposal)
        .isEqualTo(new Proposal.ForPerson(DraftReason.NO_REPLY_FILE, Optional.empty()));
  }

  @Test
  void anExpiredReplyIsNotUsed() {
    clock.advance(Duration.ofDays(365));

    Proposal proposal = propose("Text", PLAIN, new Outcome.Personal(), match(CALAIS, 0.99, false));
    assertThat(proposal)
        .isEqualTo(new Proposal.ForPerson(DraftReason.REPLY_EXPIRED, Optional.empty()));
  }

  @Test
  void aReplyIsNotUsedForALetterInAnotherLanguage() {
    Letter french =
        letter(
            "Subject: Calais\r\n",
            "Je vous écris au sujet de la situation à Calais, qui est très grave pour nous tous et"
                + " pour les habitants de la ville. Merci de votre réponse.");

    Proposal proposal = propose("Text", french, new Outcome.Personal(), match(CALAIS, 0.99, false));
    assertThat(proposal)
        .isEqualTo(new Proposal.ForPerson(DraftReason.OTHER_LANGUAGE, Optional.empty()));
  }

  @Test
  void nothingIsAnsweredToOurselves() {
    Letter own = letter("Reply-To: office@field.example\r\nSubject: Calais\r\n", "About Calais");

    assertThat(answer("Text", own).to().address()).hasToString("ann@lee.example");
  }

  @Test
  void theOneWhoIsAnsweredIsGreetedAndNotTheFormThatSentTheLetter() {
    Letter form =
        new LetterReader()
            .read(
                """
                From: Website contact form <form@field.example>
                Reply-To: Alan Hill <alan@hill.example>
                Subject: Calais
                Content-Type: text/plain

                About Calais
                """
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8));

    assertThat(answer("{{salutation}},", form).text()).isEqualTo("Dear Alan Hill,");
  }

  @Test
  void anImportedLetterGetsNoDraft() {
    Proposal proposal =
        composer("Text")
            .propose(PLAIN, "office", new Outcome.Personal(), match(CALAIS, 0.99, false), true);

    assertThat(proposal).isEqualTo(new Proposal.ForPerson(DraftReason.IMPORTED, Optional.empty()));
  }
}
