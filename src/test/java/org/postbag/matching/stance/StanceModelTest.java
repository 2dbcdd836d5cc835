package org.postbag.matching.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.catalog.Stance;

class StanceModelTest {
  private static final StanceModel FIREWORKS =
      new StanceModel(
          List.of(
              new Stance(
                  "for", "For the ban", List.of("Please vote for the Bill.", "Ban fireworks.")),
              new Stance(
                  "against",
                  "Against it",
                  List.of("Please vote against the Bill.", "Keep fireworks."))));

  private record Row(String part, String side, String bill, String thing, String letter) {
    StanceMatch match() {
      Stance agrees = new Stance("for", "for", List.of("Please vote for the " + bill + "."));
      Stance differs =
          new Stance(
              "against",
              "against",
              List.of("Please vote against the " + bill + ".", "I support " + thing + "."));
      return new StanceModel(List.of(agrees, differs))
          .match("Dear Jo,\n\nI write about the debate.\n\n" + letter + "\n\nYours,\nAnn Lee\n");
    }

    boolean isRight() {
      return match().stance().map(Stance::name).equals(Optional.of(side));
    }

    boolean isDecided() {
      return match().stance().isPresent();
    }
  }

  private static List<Row> letters(String part) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(StanceModelTest.class.getResourceAsStream("letters.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(c -> new Row(c[0], c[2], c[3], c[4], c[5]))
          .filter(row -> row.part.equals(part))
          .toList();
    }
  }

  private static Optional<String> side(String text) {
    return FIREWORKS.match(text).stance().map(Stance::name);
  }

  @Test
  void whereItDecidesItIsRight() throws IOException {
    for (String part : List.of("seen", "held")) {
      List<Row> letters = letters(part);
      List<Row> decided = letters.stream().filter(Row::isDecided).toList();

      assertThat(letters).hasSize(200);
      assertThat(decided.size() / 200.0).as("decided of " + part).isGreaterThan(0.7);
      assertThat(decided.stream().filter(Row::isRight).count() / (double) decided.size())
          .as("right of " + part)
          .isGreaterThanOrEqualTo(0.95);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Please vote for the Bill.                                    | for
          Please do not vote for the Bill.                             | against
          Please don't vote against the Bill.                          | for
          I ask you to oppose it.                                      | against
          Do not ban fireworks!                                        | against
          Those who oppose the Bill are wrong. Please vote for it.     | for
          """)
  void oneLittleWordTurnsItRound(String text, String side) {
    assertThat(side(text)).contains(side);
  }

  @ParameterizedTest
  @CsvSource({
    "When will the Bill be read?",
    "I support part of the Bill and oppose part of the Bill.",
    "My neighbour is a firework maker."
  })
  void whereNothingTellsNobodyDecides(String text) {
    assertThat(FIREWORKS.match(text).isUnsure()).isTrue();
  }

  @Test
  void theWordsThatSaySoAreNamedByTheirPlaces() {
    String text = "Dear Jo, please do not vote for the Bill.";

    assertThat(FIREWORKS.match(text).places())
        .extracting(place -> text.substring(place.start(), place.end()))
        .contains("vote for the Bill");
  }
}
