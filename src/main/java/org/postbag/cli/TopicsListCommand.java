package org.postbag.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.DraftRule;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.matching.training.Agreement;
import org.postbag.matching.training.RejectedModel;
import org.postbag.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `topics list`: the topics of the configuration.
@Command(
    name = "list",
    description = {
      "Lists the topics with their keywords, reply and threshold, how many letters people gave each,"
          + " and how many of these had been recognised."
    })
final class TopicsListCommand implements Callable<Integer> {
  @ParentCommand private TopicsCommand topics = new TopicsCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    CatalogReader.Reading reading = CatalogReader.read(topics.postbag().config());
    Decided decided = decided();
    Map<TopicId, Agreement> agreements = decided.agreements;
    for (Topic topic : reading.catalog().withDefault(decided.draftRule).all()) {
      Agreement agreement = agreements.getOrDefault(topic.id(), Agreement.NOTHING);
      if (json) {
        JsonLine.print(object(topic, agreement), out);
      } else {
        print(topic, agreement, out);
      }
    }
    decided.rejected.filter(_ -> !json).ifPresent(refused -> print(refused, out));
    reading.problems().forEach(spec.commandLine().getErr()::println);
    return reading.hasErrors() ? ExitCode.USAGE : ExitCode.OK;
  }

  private record Decided(
      Map<TopicId, Agreement> agreements, Optional<RejectedModel> rejected, DraftRule draftRule) {}

  private static void print(RejectedModel refused, PrintWriter out) {
    out.printf("not learned at %s: %s%n", refused.at(), refused.why());
    if (!refused.letters().isEmpty()) {
      out.println(
          "  was one of these letters given the wrong topic? "
              + refused.letters().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
  }

  /// Nothing has been decided where there is no data yet.
  private Decided decided() {
    PostbagCommand postbag = topics.postbag();
    Optional<Settings> settings = SettingsFile.reading(postbag).settings();
    DraftRule draftRule = settings.map(Settings::draftRule).orElse(DraftRule.DEFAULT);
    Optional<DatabaseSettings> stored =
        settings.map(Settings::database).filter(DatabaseSettings::exists);
    if (stored.isEmpty()) {
      return new Decided(Map.of(), Optional.empty(), draftRule);
    }
    try (Database database = Database.open(stored.get())) {
      return new Decided(Agreement.all(database), RejectedModel.last(database), draftRule);
    }
  }

  private static void print(Topic topic, Agreement agreement, PrintWriter out) {
    out.printf("%s  %s%n", topic.id(), topic.title());
    out.printf("  reply      %s%n", replies(topic));
    out.printf("  drafts     %s%n", rule(draftRule(topic)));
    if (agreement.decided() > 0) {
      out.printf(
          Locale.ROOT,
          "  decided    %d letters, of which %d were recognised (%.0f %%)%n",
          agreement.decided(),
          agreement.recognised(),
          100 * agreement.accuracy());
      out.printf("             %s%n", agreement.sentence());
    }
    out.printf(
        "  keywords   %s%n",
        topic.keywords().stream()
            .map(TopicsListCommand::written)
            .collect(Collectors.joining(", ")));
  }

  private static String replies(Topic topic) {
    return topic.byLanguage().isEmpty()
        ? topic.reply().orElse("none: a person answers")
        : new TreeMap<>(topic.byLanguage())
            .entrySet().stream()
                .map(reply -> reply.getKey() + ": " + reply.getValue())
                .collect(Collectors.joining(", "));
  }

  private static DraftRule draftRule(Topic topic) {
    return topic.draftRule().orElse(DraftRule.DEFAULT);
  }

  private static String rule(DraftRule rule) {
    return switch (rule) {
      case DraftRule.DraftsRight(double share) -> "drafts-right " + share;
      case DraftRule.Threshold(double probability) -> "threshold " + probability;
    };
  }

  private static Map<String, @Nullable Object> object(Topic topic, Agreement agreement) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("topic", topic.id().value());
    object.put("title", topic.title());
    object.put("reply", topic.reply().orElse(null));
    object.put("threshold", draftRule(topic) instanceof DraftRule.Threshold(double p) ? p : null);
    object.put(
        "draftsRight", draftRule(topic) instanceof DraftRule.DraftsRight(double s) ? s : null);
    object.put("examples", agreement.decided());
    object.put("drafted", agreement.drafted());
    object.put("draftedRight", agreement.right());
    object.put("waitedRight", agreement.waited());
    object.put("accuracy", agreement.decided() == 0 ? null : agreement.accuracy());
    object.put("keywords", topic.keywords().stream().map(TopicsListCommand::written).toList());
    return object;
  }

  /// The keyword as it would stand in the file.
  private static String written(Keyword keyword) {
    String text =
        switch (keyword.kind()) {
          case WORD -> keyword.text();
          case PREFIX -> keyword.text() + "*";
          case PHRASE -> "\"" + keyword.text() + "\"";
        };
    String place = keyword.field().map(f -> f.name().toLowerCase(Locale.ROOT) + ":").orElse("");
    String weight = keyword.excluded() ? "" : ": " + plain(keyword.weight());
    return (keyword.excluded() ? "-" : "") + place + text + weight;
  }

  private static String plain(double weight) {
    return BigDecimal.valueOf(weight).stripTrailingZeros().toPlainString();
  }
}
