package org.postbag.people.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the shipped language files find. Lines of even number were held out of all tuning.
class OtherLanguagesTest {
  private final HelpDetector detector = LiveHelp.shipped();

  private static List<String> heldOut(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            OtherLanguagesTest.class.getResourceAsStream("/org/postbag/languages/" + file))) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return IntStream.range(0, lines.size())
          .filter(i -> i % 2 == 1 && !lines.get(i).startsWith("#"))
          .mapToObj(lines::get)
          .toList();
    }
  }

  private static List<String> letters(String language, boolean help) throws IOException {
    return heldOut("letters-" + language + ".tsv").stream()
        .map(line -> line.split("\t"))
        .filter(row -> row[0].equals("help") == help)
        .map(row -> row[3].replace("\\n", "\n"))
        .toList();
  }

  private double seen(List<String> texts) {
    return (double) texts.stream().filter(t -> !detector.signs(t).isEmpty()).count() / texts.size();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cy", "de", "fr"})
  void nearlyEveryCallForHelpIsSeen(String language) throws IOException {
    List<String> calls =
        Stream.concat(
                heldOut("calls-" + language + ".txt").stream(), letters(language, true).stream())
            .toList();

    assertThat(calls).hasSize(25);
    assertThat(seen(calls)).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cy", "de", "fr"})
  void mostOtherLettersRaiseNoAlarm(String language) throws IOException {
    List<String> letters = letters(language, false);

    assertThat(letters).hasSize(25);
    assertThat(seen(letters)).isLessThanOrEqualTo(0.34);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ich will mich umbringen.",
        "Je vais me tuer.",
        "Rwyf am ladd fy hun.",
        "Dear Ms Thorne,\n\nplease save the 57 bus.\n\nJe vais me tuer.\n\nYours,\nAnn",
        "Sehr geehrter Herr Brandt,\n\nbitte erhalten Sie den Bus.\n\nI want to kill myself."
      })
  void whoWantsToDieIsSeenInEveryLanguageAndInLettersOfTwo(String text) {
    assertThat(detector.signs(text))
        .isNotEmpty()
        .first()
        .satisfies(sign -> assertThat(sign.kind().name()).isEqualTo("self-harm"));
  }

  @Test
  void aLanguageWithoutSignsIsNotKnown() {
    assertThat(detector.languages()).containsExactlyInAnyOrder("cy", "de", "en", "fr");
    assertThat(detector.knows("pl", "Dzień dobry")).isFalse();
    assertThat(detector.knows("de", "Guten Tag")).isTrue();
  }

  /// What is too short to tell its language is read in all of them; what is long and in none that
  /// is known is in one that nobody reads.
  @Test
  void aLongTextInNoKnownLanguageIsNotKnown() {
    assertThat(detector.knows("und", "Calais 2026")).isTrue();
    assertThat(detector.knows("und", "neno ".repeat(20))).isFalse();
  }

  @Test
  void oneSentenceIsOneSign() {
    assertThat(detector.signs("Je vais me tuer.")).hasSize(1);
  }
}
