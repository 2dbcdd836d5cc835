package org.postbag.people.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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
    try (InputStream in =
        Objects.requireNonNull(NeedsHelpTest.class.getResourceAsStream("held-out.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(row -> new Row(row[0].equals("help"), row[2]))
          .toList();
    }
  }

  private double share(List<Row> rows, String letter) {
    long found =
        rows.stream().filter(r -> !detector.signs(letter.formatted(r.text)).isEmpty()).count();
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

  /// Several times what was measured, so that a busy machine does not fail it: a slip that reads a
  /// letter once a class, or multiplies queries out, costs far more.
  @Test
  void aLetterCostsLittle() {
    String letter = CAMPAIGN.formatted("My landlord has evicted us.");
    var threads = ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 3000; i++) {
      detector.signs(letter + i);
    }
    long before = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < 1000; i++) {
      detector.signs(letter + i);
    }
    assertThat((threads.getCurrentThreadCpuTime() - before) / 1000).isLessThan(2_000_000);
  }
}
