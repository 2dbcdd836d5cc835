package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.upkeep.backup.BackupResult;
import org.postbag.upkeep.backup.Backups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `backup FILE`: works on the data folder, with or without the daemon.
@Command(
    name = "backup",
    description = {
      "Writes a copy of the database and the configuration to one new file, while the daemon runs, and"
          + " reads it again. Secrets are left out, and the index, which is made again.",
      "A daily backup is made by the daemon: see postbag.backup in application.yaml.",
    })
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "A file that does not exist, such as postbag.zip.")
  private Path file = Path.of("");

  @Mixin private Passphrase passphrase = new Passphrase();

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PostbagCommand postbag = LetterDatabase.postbag(spec);
    DatabaseSettings settings = LetterDatabase.settings(postbag, spec.commandLine().getErr());
    try (Database database = Database.open(settings)) {
      Backups backups =
          new Backups(database, postbag.data(), postbag.config(), InstantSource.system());
      switch (backups.make(file.toAbsolutePath(), passphrase.read())) {
        case BackupResult.Done done -> print(done);
        case BackupResult.Refused refused -> throw Failure.work("backup: " + refused.why());
      }
    }
    return 0;
  }

  private void print(BackupResult.Done done) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("file", done.file().toString());
      line.put("size", done.size());
      line.put("letters", done.manifest().letters());
      line.put("head", done.manifest().head());
      JsonLine.print(line, out);
      return;
    }
    out.printf(
        "%s: %,d letters, %,d bytes, verified. The ledger's head in it is %s%n",
        done.file(), done.manifest().letters(), done.size(), done.manifest().head());
  }
}
