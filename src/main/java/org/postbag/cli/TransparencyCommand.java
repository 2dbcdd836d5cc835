package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.DraftRule;
import org.postbag.catalog.Topic;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.database.Database;
import org.postbag.intake.MailboxSettings;
import org.postbag.ledger.Ledger;
import org.postbag.settings.Settings;
import org.postbag.upkeep.Installation;
import org.postbag.upkeep.TransparencyRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `transparency`: the public record of the tool, as Markdown to edit.
@Command(
    name = "transparency",
    description = {
      "Writes the record that British public bodies publish of such tools (Algorithmic Transparency"
          + " Recording Standard, tiers 1 and 2) and the facts for a data protection impact assessment,"
          + " filled in with this installation's settings and figures.",
    })
final class TransparencyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes to a file that does not exist; default: standard output.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    PostbagCommand postbag = LetterDatabase.postbag(spec);
    PrintWriter err = spec.commandLine().getErr();
    Settings settings = SettingsFile.read(postbag, err);
    Catalog catalog = CatalogReader.read(postbag.config()).catalog();
    InstantSource clock = InstantSource.system();
    String record;
    try (Database database = Database.open(LetterDatabase.settings(postbag, err))) {
      record =
          new TransparencyRecord(database, new Ledger(database, clock), settings.upkeep(), clock)
              .write(installation(settings, catalog.topics().values()));
    }
    if (file == null) {
      spec.commandLine().getOut().print(record);
      return 0;
    }
    if (Files.exists(file)) {
      throw Failure.usage(file + " is there already; name a new file");
    }
    Files.writeString(file, record);
    return 0;
  }

  private static Installation installation(Settings settings, Collection<Topic> topics)
      throws IOException {
    return new Installation(
        settings.desk().office(),
        Version.number(),
        settings.mailboxes().stream().findFirst().map(MailboxSettings::address).orElse(""),
        settings.mailboxes().stream().map(MailboxSettings::name).toList(),
        topics.size(),
        (int) topics.stream().filter(topic -> topic.reply().isPresent()).count(),
        settings.undoWindow(),
        settings.sending().dryRun(),
        settings.meaning() != Embedder.When.OFF,
        draftsRight(settings.draftRule()));
  }

  private static String draftsRight(DraftRule rule) {
    return switch (rule) {
      case DraftRule.DraftsRight right -> "%.0f %%".formatted(100 * right.share());
      case DraftRule.Threshold line ->
          "those of probability %s and more".formatted(line.probability());
    };
  }
}
