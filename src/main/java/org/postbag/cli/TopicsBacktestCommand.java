package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.Problem;
import org.postbag.catalog.TopicId;
import org.postbag.catalog.Unusable;
import org.postbag.database.Database;
import org.postbag.email.LetterReader;
import org.postbag.intake.Intake;
import org.postbag.matching.Backtest;
import org.postbag.matching.Backtest.Judgement;
import org.postbag.matching.Matching;
import org.postbag.matching.training.TrainingService;
import org.postbag.reply.OwnReplies;
import org.postbag.review.JdbcSentReplies;
import org.postbag.search.IndexFollower;
import org.postbag.search.LetterIndex;
import org.postbag.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `topics backtest`: what other topics would change.
@Command(
    name = "backtest",
    description = {
      "What would change, over the letters in the data folder, if the topics were those in DIR:"
          + " each letter that gains, loses or changes its topic, judged by what people decided.",
      "Changes nothing."
    })
public final class TopicsBacktestCommand implements Callable<Integer> {
  private static final InstantSource CLOCK = InstantSource.system();

  @ParentCommand private TopicsCommand topics = new TopicsCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--topics",
      paramLabel = "DIR",
      required = true,
      description = "The topics to try.")
  private Path directory = Path.of("");

  @Option(names = "--json", description = "One JSON object a change, then one with the sums.")
  private boolean json;

  @Override
  public Integer call() {
    PostbagCommand postbag = topics.postbag();
    PrintWriter err = spec.commandLine().getErr();
    CatalogReader.Reading now = CatalogReader.read(postbag.config());
    CatalogReader.Reading then =
        CatalogReader.read(directory, Optional.of(postbag.config().resolve("replies")));
    then.problems().forEach(err::println);
    if (then.hasErrors()) {
      return ExitCode.USAGE;
    }
    if (then.catalog().topics().isEmpty()) {
      throw Failure.usage(
          directory + ": no topics here; name the folder whose files are topics, NAME.yaml");
    }
    if (!Files.isDirectory(postbag.data())) {
      throw Failure.usage(postbag.data() + ": no such data folder; name it with --data DIR");
    }
    now.problems().stream().filter(Problem::isError).forEach(err::println);
    run(now.catalog(), then.catalog(), SettingsFile.read(postbag, err));
    return ExitCode.OK;
  }

  private void run(Catalog now, Catalog then, Settings settings) {
    PrintWriter err = spec.commandLine().getErr();
    Path folder = settings.data().resolve("index");
    try (Database database = Database.open(settings.database());
        LetterIndex index = LetterIndex.open(folder)) {
      index
          .problem()
          .map(Problem::toString)
          .map(Failure::work)
          .ifPresent(failure -> {
            throw failure;
          });
      Matching matching = new Matching(now);
      LetterReader reader =
          new LetterReader(new OwnReplies(() -> now, new JdbcSentReplies(database)::texts));
      TrainingService learning =
          new TrainingService(database, new Intake(database, CLOCK), matching, reader, CLOCK);
      try (ProgressReporter _ =
          new ProgressReporter(() -> "learning from what people decided", err)) {
        learning.resume();
      }
      follow(database, index, folder, learning, reader, err);
      Backtest test = matching.backtest(then, learning.onNoTopic());
      int letters = index.size();
      try (ProgressReporter _ =
          new ProgressReporter(() -> ofAll("matched", test.letters(), letters), err)) {
        print(test.run(index));
      }
    }
  }

  /// The index may lie behind, or be missing.
  private static void follow(
      Database database,
      LetterIndex index,
      Path folder,
      TrainingService learning,
      LetterReader reader,
      PrintWriter err) {
    if (index.isWritable()) {
      try (IndexFollower follower =
              new IndexFollower(database, index, learning::collectDecisions, reader, CLOCK);
          ProgressReporter _ =
              new ProgressReporter(() -> ofAll("indexed", follower.progress()), err)) {
        follower.catchUp();
      } catch (IOException e) {
        throw Failure.work("the index of the letters cannot be written: " + Unusable.of(folder, e));
      }
    }
  }

  private static String ofAll(String done, IndexFollower.Progress progress) {
    return ofAll(done, progress.indexed(), progress.kept());
  }

  private static String ofAll(String done, long letters, long all) {
    return String.format(Locale.ROOT, "%,d of %,d letters %s", letters, all, done);
  }

  private void print(Backtest.Outcome outcome) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      outcome.changes().forEach(change -> JsonLine.print(object(change), out));
      JsonLine.print(sums(outcome), out);
      return;
    }
    if (outcome.letters() == 0) {
      out.println("no letters are kept yet, so there is nothing to compare");
      return;
    }
    outcome
        .changes()
        .forEach(change ->
            out.printf(
                "letter %d  %s -> %s  %s%n",
                change.letter(),
                name(change.before()),
                name(change.after()),
                change.judged().name().toLowerCase(Locale.ROOT)));
    out.printf(
        "%d letters: %d gain a topic, %d lose theirs, %d change it;"
            + " by what people decided %d better, %d worse%n",
        outcome.letters(),
        outcome.gained(),
        outcome.lost(),
        outcome.moved(),
        outcome.count(Judgement.BETTER),
        outcome.count(Judgement.WORSE));
  }

  private static String name(Optional<TopicId> topic) {
    return topic.map(TopicId::value).orElse("(a person)");
  }

  private static Map<String, Object> object(Backtest.Change change) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("letter", change.letter());
    object.put("before", change.before().map(TopicId::value).orElse(null));
    object.put("after", change.after().map(TopicId::value).orElse(null));
    object.put("judged", change.judged().name().toLowerCase(Locale.ROOT));
    return object;
  }

  private static Map<String, Object> sums(Backtest.Outcome outcome) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("letters", outcome.letters());
    object.put("gained", outcome.gained());
    object.put("lost", outcome.lost());
    object.put("moved", outcome.moved());
    object.put("better", outcome.count(Judgement.BETTER));
    object.put("worse", outcome.count(Judgement.WORSE));
    return object;
  }
}
