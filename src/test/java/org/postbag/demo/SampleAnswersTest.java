package org.postbag.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.intake.Screening;
import org.postbag.matching.Match;
import org.postbag.matching.Matching;
import org.postbag.reply.Proposal;
import org.postbag.reply.ReplyComposer;
import org.postbag.reply.ReplySettings;

/// The shipped topics and replies against the sample letters.
class SampleAnswersTest {
  private static final Set<Address> OWN =
      Set.copyOf(Address.parse(DemoMailServer.OFFICE).stream().toList());
  private static final CatalogReader.Reading CONFIG = CatalogReader.read(Path.of("config"));
  private static final Catalog CATALOG = CONFIG.catalog();

  private final LetterReader reader = new LetterReader();
  private final Screening screening = new Screening();
  private final Matching matching = new Matching(CATALOG);
  private final ReplyComposer composer =
      new ReplyComposer(
          () -> CATALOG,
          new ReplySettings(
              OWN,
              Map.of("office", "Margaret Thorne MP"),
              ZoneId.of("UTC"),
              org.postbag.people.place.Constituency.UNKNOWN),
          InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")));

  private record Answer(String state, String topic, Proposal proposal) {}

  @Test
  void theShippedTopicsAndRepliesHoldNoMistake() {
    assertThat(CONFIG.problems()).isEmpty();
    assertThat(CATALOG.topics()).hasSizeGreaterThanOrEqualTo(9);
    assertThat(CATALOG.replies()).hasSizeGreaterThanOrEqualTo(9);
  }

  @TestFactory
  Stream<DynamicTest> everyLetterEndsWhereItShould() {
    Map<String, Expected> expected = Expected.all();
    assertThat(SampleMailbox.written())
        .extracting(SampleLetter::name)
        .hasSameElementsAs(expected.keySet());
    return SampleMailbox.written().stream()
        .map(letter ->
            DynamicTest.dynamicTest(
                letter.name(), () -> check(answer(letter), of(letter, expected))));
  }

  private static Expected of(SampleLetter letter, Map<String, Expected> expected) {
    return Objects.requireNonNull(expected.get(letter.name()));
  }

  private static void check(Answer answer, Expected expected) {
    assertThat(expected.allows(answer.state(), answer.topic()))
        .as("%s is allowed by %s", answer, expected)
        .isTrue();
  }

  /// On the first day a draft needs a line above which 98 of 100 are right (ADR 19).
  @Test
  void sixInTenOfTheLettersOnKnownMattersGetADraftOnTheFirstDay() {
    Map<String, Expected> expected = Expected.all();
    List<SampleLetter> known =
        SampleMailbox.written().stream()
            .filter(letter -> of(letter, expected).state().equals("waiting"))
            .toList();
    long drafted =
        known.stream().filter(letter -> answer(letter).state().equals("waiting")).count();
    assertThat(drafted * 10).isGreaterThanOrEqualTo(known.size() * 6L);
  }

  @Test
  void theLetterOnCalaisThanksTwiceAndKeepsItsCharacters() {
    SampleLetter calais =
        SampleMailbox.written().stream()
            .filter(letter -> letter.name().startsWith("calais/01"))
            .findFirst()
            .orElseThrow();
    assertThat(answer(calais).proposal())
        .isInstanceOfSatisfying(
            Proposal.Answer.class,
            reply -> {
              assertThat(reply.text())
                  .startsWith("Dear ")
                  .contains("Pemberton,")
                  .contains("£19 million", "€10 million", "tunnel’s railhead")
                  .containsSubsequence("Thank you for writing", "Thank you once again")
                  .doesNotContain("{{", "SAMPLE")
                  .endsWith("Margaret Thorne MP");
            });
  }

  private Answer answer(SampleLetter sample) {
    Letter letter = reader.read(sample.bytes());
    Match match = matching.match(letter);
    Proposal proposal =
        composer.propose(letter, "office", screening.screen(letter, OWN), match, false);
    String state =
        switch (proposal) {
          case Proposal.Answer _ -> "waiting";
          case Proposal.ForPerson _ -> "needsPerson";
          case Proposal.SetAside _ -> "setAside";
        };
    return new Answer(state, match.topic().map(Object::toString).orElse(""), proposal);
  }
}
