package org.postbag.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.postbag.email.Address;
import org.postbag.ledger.Actor;
import org.postbag.upkeep.person.ErasureResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `person …`: what is kept on one correspondent.
@Command(
    name = "person",
    description = {
      "Everything that is kept on one correspondent: exported, or erased.",
      "One person is one address; anna@ and Anna+shop@ are the same, and so are Gmail addresses with and"
          + " without dots.",
    })
final class PersonCommand implements Runnable {
  static final Actor TERMINAL = new Actor("terminal");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "person: say what to do");
  }

  @Command(
      name = "export",
      description =
          "Writes a ZIP file: person.json, person.html, and each letter as letters/NUMBER.eml.")
  void export(
      @Parameters(paramLabel = "ADDRESS", description = "The correspondent.") String address,
      @Option(
              names = "--out",
              paramLabel = "FILE",
              required = true,
              description = "A file that does not exist.")
          Path file) {
    Address person = address(address);
    try (OfflineUpkeep upkeep = open();
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      int letters = upkeep.export().write(person, TERMINAL, out);
      spec.commandLine().getOut().printf("%s: %d letters%n", file, letters);
    } catch (FileAlreadyExistsException e) {
      throw Failure.usage(file + " is there already; name a new file");
    } catch (IOException e) {
      throw Failure.work(file + ": " + e);
    }
  }

  @Command(
      name = "erase",
      description = {
        "Erases everything that is kept on a correspondent, so that no byte of theirs is left in the data"
            + " folder: letters, drafts, replies, the index, the free space of the database. The counts"
            + " and the ledger stay.",
        "Letters in the mailbox are left alone, and so are backups from before: delete them yourself, or"
            + " wait until they are replaced.",
        "Through the API of the running daemon; on the data folder itself when none runs.",
      })
  void erase(
      @Parameters(paramLabel = "ADDRESS", description = "The correspondent.") String address,
      @Option(names = "--dry-run", description = "Only says how many letters there are.")
          boolean dryRun,
      @Option(names = "--yes", description = "Erases; without it, nothing is erased.") boolean yes,
      @Option(
              names = "--token",
              paramLabel = "TOKEN",
              description = "An administrator's API token.")
          @Nullable String token)
      throws IOException {
    Address person = address(address);
    PrintWriter out = spec.commandLine().getOut();
    if (!dryRun && !yes) {
      throw Failure.usage("person erase cannot be taken back; see --dry-run, then give --yes");
    }
    PostbagCommand postbag = LetterDatabase.postbag(spec);
    if (RunningDaemon.runs(postbag) || token != null) {
      ObjectNode body = JsonMapper.shared().createObjectNode();
      body.put("address", person.toString()).put("dryRun", dryRun);
      JsonNode done =
          RunningDaemon.api(postbag, token, spec.commandLine().getErr())
              .postPatiently("people/erase", body);
      print(out, dryRun, done.path("letters").asInt(), done.path("sending").size());
      return;
    }
    try (OfflineUpkeep upkeep = open()) {
      ErasureResult result =
          dryRun ? upkeep.erasure().preview(person) : upkeep.erasure().erase(person, TERMINAL);
      switch (result) {
        case ErasureResult.Done done -> print(out, dryRun, done.letters(), done.sending().size());
        case ErasureResult.Refused refused -> throw Failure.work("not erased: " + refused.why());
      }
    }
  }

  private static void print(PrintWriter out, boolean dryRun, int letters, int sending) {
    out.println(
        letters
            + (letters == 1 ? " letter " : " letters ")
            + (dryRun ? "would be erased" : "erased"));
    if (sending > 0) {
      out.println(sending + " of them are being sent at this moment: erase again in a minute");
    }
  }

  private OfflineUpkeep open() {
    return OfflineUpkeep.open(LetterDatabase.postbag(spec), spec.commandLine().getErr());
  }

  private static Address address(String text) {
    return Address.parse(text)
        .orElseThrow(() -> Failure.usage("`" + text + "` is no address; write ann@example.org"));
  }
}
