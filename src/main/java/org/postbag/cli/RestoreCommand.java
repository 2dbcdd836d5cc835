package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.postbag.upkeep.backup.BackupResult;
import org.postbag.upkeep.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `restore FILE`: puts a backup into an empty data folder.
@Command(
    name = "restore",
    description = {
      "Verifies a backup and puts it into the data folder, which must be empty or missing; its"
          + " configuration too, if the configuration folder is empty or missing.",
      "After the next start, nothing leaves before the mailbox was asked what has left since.",
    })
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "What `backup` has written.")
  private Path file = Path.of("");

  @Mixin private Passphrase passphrase = new Passphrase();

  @Override
  public Integer call() throws IOException {
    PostbagCommand postbag = LetterDatabase.postbag(spec);
    Restore restore = new Restore(InstantSource.system());
    switch (restore.restore(file, postbag.data(), postbag.config(), passphrase.read())) {
      case BackupResult.Done done -> print(postbag, done);
      case BackupResult.Refused refused -> throw Failure.work("restore: " + refused.why());
    }
    return 0;
  }

  private void print(PostbagCommand postbag, BackupResult.Done done) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s: %,d letters of %s, as they were at %s%n",
        postbag.data(), done.manifest().letters(), done.file(), done.manifest().made());
    out.println(
        done.config()
            ? postbag.config()
                + ": put back; where it says ${REMOVED_FROM_BACKUP}, put the secret in again"
            : postbag.config()
                + ": left as it is; name an empty folder with --config to get the backup's");
  }
}
