package org.postbag.matching.tuning;

import java.time.Duration;
import java.util.List;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.matching.Backtest;
import org.postbag.matching.Matching;
import org.postbag.matching.training.TrainingService;
import org.postbag.search.LetterIndex;
import org.postbag.search.TellingWord;

/// Shows what a changed topic would mean, while somebody types, and suggests keywords.
public final class Tuning {
  /// An answer within a second, with what it takes to show it.
  private static final Duration ENOUGH = Duration.ofMillis(600);

  private static final int MOST_LETTERS = 200;

  private final CatalogEditor editor;
  private final Matching matching;
  private final TrainingService training;
  private final LetterIndex index;
  private final JdbcTuningLetters letters;

  public Tuning(
      Database database,
      CatalogEditor editor,
      Matching matching,
      TrainingService training,
      LetterIndex index) {
    this.editor = editor;
    this.matching = matching;
    this.training = training;
    this.index = index;
    this.letters = new JdbcTuningLetters(database);
  }

  /// Matches as many letters as there is time for, as the topics are and as they would be.
  public Preview preview(List<FileChange> changes) {
    CatalogEditor.Checked checked = editor.check(changes);
    if (checked.hasErrors()) {
      return new Preview(checked.problems(), 0, false, List.of());
    }
    long end = System.nanoTime() + ENOUGH.toNanos();
    Backtest.Outcome outcome =
        matching
            .backtest(checked.catalog(), training.onNoTopic())
            .run(index, () -> System.nanoTime() - end > 0);
    return new Preview(
        checked.problems(),
        outcome.letters(),
        outcome.letters() >= index.size(),
        outcome.changes());
  }

  /// Words of letters that staff gave this topic when the program had proposed another or none; of
  /// all that they gave it, if there are none of those.
  public List<TellingWord> suggestions(TopicId topic, int limit) {
    List<Long> corrected = letters.corrected(topic, MOST_LETTERS);
    List<Long> some = corrected.isEmpty() ? letters.on(topic, MOST_LETTERS) : corrected;
    return index.telling(some, limit);
  }

  /// Words of a campaign's letters.
  public List<TellingWord> suggestionsOf(long campaign, int limit) {
    return index.telling(letters.of(campaign, MOST_LETTERS), limit);
  }

  /// The largest campaigns that are on no topic yet.
  public List<Long> campaignsWithoutTopic(int limit) {
    return letters.campaignsWithoutTopic(limit);
  }
}
