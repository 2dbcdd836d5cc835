package org.postbag.people.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the shipped `needs-help.yaml` finds.
class NeedsHelpTest {
  private static final String CAMPAIGN =
      """
      Dear Jo,

      I am writing as your constituent to ask you to support the Hedgehog Bill.

      Gardens have lost a third of their hedgehogs since 2000 because fences leave no gaps.

      %s

      Other countries have shown that small holes in fences are enough.

      Please press the minister to back the Bill, and let me know how you will vote.

      Yours sincerely,
      Sam Field
      """;

  private final HelpDetector detector = LiveHelp.shipped();

  private record Row(boolean help, String text) {}

  private static List<Row> heldOut() throws IOException {
    return rows("held-out.tsv").stream()
        .map(row -> new Row(row[0].equals("help"), row[2]))
        .toList();
  }

  /// Of another hand than the examples, and harder: whole letters among them.
  private static List<Row> letters(String kind) throws IOException {
    return rows("held-out-letters.tsv").stream()
        .filter(row -> row[0].equals(kind))
        .map(row -> new Row(!kind.equals("ordinary"), row[1]))
        .toList();
  }

  private static List<String[]> rows(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(NeedsHelpTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    }
  }

  private double share(List<Row> rows, String letter) {
    return share(rows, letter, _ -> true);
  }

  /// In how many of them there is such a sign.
  private double share(List<Row> rows, String letter, Predicate<HelpSign> sign) {
    long found =
        rows.stream()
            .filter(r -> detector.signs(letter.formatted(r.text)).stream().anyMatch(sign))
            .count();
    return (double) found / rows.size();
  }

  @Test
  void nearlyEveryCallForHelpThatNoExampleHasIsSeen() throws IOException {
    List<Row> calls = heldOut().stream().filter(Row::help).toList();

    assertThat(calls).hasSizeGreaterThan(150);
    assertThat(share(calls, "%s")).isGreaterThanOrEqualTo(0.95);
    assertThat(share(calls, CAMPAIGN)).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void fewOtherSentencesRaiseAnAlarm() throws IOException {
    List<Row> others = heldOut().stream().filter(row -> !row.help).toList();

    assertThat(others).hasSizeGreaterThan(200);
    assertThat(share(others, "%s")).isLessThanOrEqualTo(0.15);
    assertThat(share(List.of(new Row(false, "")), CAMPAIGN)).isZero();
  }

  /// What goes to a person, and is not only marked.
  @Test
  void mostCallsAreSureEnoughForAPersonAlsoInACampaign() throws IOException {
    List<Row> calls = heldOut().stream().filter(Row::help).toList();

    assertThat(share(calls, "%s", HelpSign::isSure)).isGreaterThanOrEqualTo(0.9);
    assertThat(share(calls, CAMPAIGN, HelpSign::isSure)).isGreaterThanOrEqualTo(0.75);
  }

  @Test
  void callsOfAnotherHandAreFoundToo() throws IOException {
    assertThat(letters("call")).hasSize(121);
    assertThat(share(letters("call"), "%s")).isGreaterThanOrEqualTo(0.9);
    assertThat(share(letters("call"), "%s", HelpSign::isSure)).isGreaterThanOrEqualTo(0.85);
    assertThat(share(letters("letter"), "%s")).isEqualTo(1);
    assertThat(share(letters("letter"), "%s", HelpSign::isSure)).isGreaterThanOrEqualTo(0.75);
  }

  /// They tell of hardship and anger in every second line.
  @Test
  void sixInTenOrdinaryLettersThatTellOfHardshipAreNotTakenForCalls() throws IOException {
    assertThat(letters("ordinary")).hasSize(60);
    assertThat(share(letters("ordinary"), "%s", HelpSign::isSure)).isLessThanOrEqualTo(0.4);
  }

  /// The same sentence, in a letter that says little else and in a long one.
  @Test
  void inALongLetterASentenceHasToBeSurer() {
    String sentence = "My mother waits for her operation.";
    String others = "Please support the Pond Bill at second reading. ".repeat(40);

    assertThat(detector.signs(sentence).stream().map(HelpSign::isSure)).containsExactly(true);
    assertThat(detector.signs(others + sentence).stream().map(HelpSign::isSure))
        .containsExactly(false);
  }

  /// `money, we, or` tell nobody why a letter was marked.
  @Test
  void smallWordsAreNotMarkedByThemselves() throws IOException {
    for (Row row : letters("ordinary")) {
      for (HelpSign sign : detector.signs(row.text)) {
        assertThat(sign.words())
            .extracting(
                place -> row.text.substring(place.start(), place.end()).toLowerCase(Locale.ROOT))
            .as(row.text.substring(sign.sentence().start(), sign.sentence().end()))
            .anyMatch(word -> word.length() > 3 || !List.of("and", "or", "we", "i").contains(word));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          I cannot go on and think of killing myself                             | self-harm
          We have been served a section 21 notice and I don't know where to go   | housing
          My PIP was stopped in March and I have had nothing since               | benefits
          my husband's visa expires next week and the Home Office won't answer   | immigration-and-detention
          My mother has waited fourteen months for her operation                 | health-and-care
          My father died in that hospital last week                              | bereavement
          """)
  void theClassIsTold(String text, String kind) {
    assertThat(detector.signs(text)).extracting(sign -> sign.kind().name()).contains(kind);
  }

  /// The same words, about other people, in a quotation, or long ago.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Universal Credit should be reformed. Benefits are too low.",
        "Waiting lists in the NHS are far too long.",
        "The Telegraph reports that a tenant was evicted by bailiffs.",
        "My grandfather was killed in the war in 1916.",
        "Please vote against evictions without a reason."
      })
  void whatIsSaidOfOthersIsNotACallForHelp(String text) {
    assertThat(detector.signs(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The bailiffs are coming to our house on Friday.",
        "On Friday the bailifs come to our house.",
        "To our house came the bailiffs, this Friday."
      })
  void wordOrderTensesAndSlipsOfThePenAreFree(String text) {
    assertThat(detector.signs(text)).isNotEmpty();
  }

  @Test
  void theWordsThatRaisedItAreNamedByTheirPlaces() {
    String text = "Thank you for your letter. My landlord has evicted us. See you soon.";

    HelpSign sign = detector.signs(text).getFirst();

    assertThat(sign.words())
        .extracting(place -> text.substring(place.start(), place.end()))
        .contains("landlord", "evicted");
    assertThat(text.substring(sign.sentence().start(), sign.sentence().end()).strip())
        .isEqualTo("My landlord has evicted us.");
  }

  @Test
  void onlyTheGivenPartsAreJudged() {
    String text = "My landlord has evicted us.\n\nPlease support the Bill.";
    int second = text.indexOf("Please");

    assertThat(detector.signs(text, List.of(new HelpSign.Place(second, text.length())))).isEmpty();
    assertThat(detector.signs(text, List.of(new HelpSign.Place(0, second)))).hasSize(1);
  }

  @Test
  void theMostPressingSignComesFirst() {
    List<HelpSign> signs =
        detector.signs("My landlord has evicted us and I am homeless.\n\nI want to kill myself.");

    assertThat(signs.getFirst().kind().name()).isEqualTo("self-harm");
    assertThat(signs).hasSizeGreaterThan(1);
  }
}
