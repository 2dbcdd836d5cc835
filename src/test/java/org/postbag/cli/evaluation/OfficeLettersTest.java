package org.postbag.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.Topic;

/// Letters as people write them: short, cross, and seldom in the words of the topic's file. Topics
/// of five keywords each, nothing learned.
class OfficeLettersTest {
  private static final Path FOLDER = Path.of("src/test/resources/office-letters");

  private static List<RankedLabel> guesses = List.of();

  @BeforeAll
  static void readThem() throws IOException {
    Catalog catalog =
        CatalogReader.read(FOLDER.resolve("topics"), Optional.of(FOLDER.resolve("replies")))
            .catalog();
    List<LabelledLine> letters = LabelledLine.read(FOLDER.resolve("letters.tsv"));
    Evaluation all = new Evaluation(catalog, List.of(), letters, Set.of());
    guesses = all.guesses(all.learn());
  }

  /// Those that a draft is made for.
  private static List<RankedLabel> recognised() {
    return guesses.stream()
        .filter(rankedLabel -> rankedLabel.confidence() >= Topic.DEFAULT_THRESHOLD)
        .toList();
  }

  @Test
  void noOddLetterGetsADraft() {
    assertThat(guesses).filteredOn(rankedLabel -> !rankedLabel.inScope()).hasSize(33);
    assertThat(recognised()).allMatch(RankedLabel::inScope);
  }

  @Test
  void whatGetsADraftGetsTheRightOne() {
    assertThat(recognised()).allMatch(RankedLabel::right);
  }

  @Test
  void manyGetADraftAndMostFindTheirTopicFirst() {
    assertThat(guesses).filteredOn(RankedLabel::inScope).hasSize(72);
    assertThat(recognised()).hasSizeGreaterThanOrEqualTo(28);
    assertThat(guesses.stream().filter(RankedLabel::right).toList())
        .hasSizeGreaterThanOrEqualTo(50);
  }
}
