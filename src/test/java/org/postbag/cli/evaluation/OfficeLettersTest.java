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
import org.postbag.classifier.PrecisionCurve;

/// Letters as people write them: short, cross, and seldom in the words of the topic's file. Topics
/// of five keywords each, nothing learned.
class OfficeLettersTest {
  private static final Path FOLDER = Path.of("src/test/resources/office-letters");

  /// Where drafts begin on the first day, by the shipped drafts-right.
  private static final double LINE = PrecisionCurve.Pair.SHIPPED.words().line(0.98);

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
    return guesses.stream().filter(rankedLabel -> rankedLabel.confidence() >= LINE).toList();
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

  /// What an office gets that sets the older threshold in place of a share of right drafts.
  @Test
  void aThresholdDraftsMoreOfThemAndNineInTenRight() {
    List<RankedLabel> drafted =
        guesses.stream().filter(one -> one.confidence() >= Topic.DEFAULT_THRESHOLD).toList();
    long right = drafted.stream().filter(RankedLabel::right).count();
    assertThat(right).isGreaterThanOrEqualTo(28);
    assertThat(right * 10).isGreaterThanOrEqualTo(drafted.size() * 9L);
  }

  @Test
  void someGetADraftOnTheFirstDayAndMostFindTheirTopicFirst() {
    assertThat(guesses).filteredOn(RankedLabel::inScope).hasSize(72);
    assertThat(recognised()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(guesses.stream().filter(RankedLabel::right).toList())
        .hasSizeGreaterThanOrEqualTo(50);
  }
}
