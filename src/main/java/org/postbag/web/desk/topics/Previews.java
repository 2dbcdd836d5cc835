package org.postbag.web.desk.topics;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Problem;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.matching.Backtest;
import org.postbag.matching.tuning.FileChange;
import org.postbag.matching.tuning.Preview;
import org.postbag.matching.tuning.Tuning;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.springframework.stereotype.Component;

/// Shows what a change of a topic or of its reply would mean.
@Component
class Previews {
  private static final int MOST_ROWS = 12;

  private final Tuning tuning;
  private final ReviewQueue queue;
  private final Supplier<Catalog> catalog;

  Previews(Tuning tuning, ReviewQueue queue, Supplier<Catalog> catalog) {
    this.tuning = tuning;
    this.queue = queue;
    this.catalog = catalog;
  }

  /// @param before the text of the file that is changed
  PreviewView of(List<FileChange> changes, TopicId topic, String before, String after) {
    Preview preview = tuning.preview(changes);
    return new PreviewView(
        sentences(preview.problems(), Problem::isError),
        sentences(preview.problems(), problem -> !problem.isError()),
        scope(preview),
        bucket(preview.gained(topic)),
        bucket(preview.lost(topic)),
        bucket(preview.others(topic)),
        preview.count(Backtest.Judgement.BETTER),
        preview.count(Backtest.Judgement.WORSE),
        FileDifference.between(before, after));
  }

  static List<String> sentences(List<Problem> problems, Predicate<Problem> which) {
    return problems.stream().filter(which).map(Previews::sentence).toList();
  }

  private static String sentence(Problem problem) {
    String file = problem.file().substring(problem.file().lastIndexOf('/') + 1);
    String line = problem.line() > 0 ? ", line " + problem.line() : "";
    return file + line + ": " + problem.message() + "; " + problem.mend() + ".";
  }

  private static String scope(Preview preview) {
    return preview.all()
        ? "all %,d letters".formatted(preview.letters())
        : "the %,d letters that came or were decided last".formatted(preview.letters());
  }

  private PreviewView.Bucket bucket(List<Backtest.Change> changes) {
    return new PreviewView.Bucket(
        changes.size(),
        changes.stream().limit(MOST_ROWS).flatMap(change -> row(change).stream()).toList());
  }

  private Optional<ChangeRow> row(Backtest.Change change) {
    return queue
        .find(change.letter())
        .map(item ->
            new ChangeRow(
                "/letters/" + item.letter(),
                who(item),
                item.subject().isBlank() ? "(no subject)" : item.subject(),
                title(change.before()),
                title(change.after()),
                verdict(change.judged())));
  }

  private static String verdict(Backtest.Judgement judged) {
    return switch (judged) {
      case BETTER -> "right";
      case WORSE -> "wrong";
      case NEITHER -> "still wrong";
      case UNDECIDED -> "";
    };
  }

  private static String who(QueueItem item) {
    return item.from()
        .map(from ->
            Optional.ofNullable(from.name())
                .filter(name -> !name.isBlank())
                .orElseGet(() -> from.address().toString()))
        .orElse("(no sender)");
  }

  private String title(Optional<TopicId> topic) {
    return topic
        .map(id -> catalog.get().topic(id).map(Topic::title).orElse("the new topic"))
        .orElse("a person");
  }
}
