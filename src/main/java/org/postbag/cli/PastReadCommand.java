package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;
import org.postbag.email.Address;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.OAuthTokens;
import org.postbag.intake.imap.ImapHistory;
import org.postbag.intake.imap.MailboxUnavailable;
import org.postbag.past.FolderChoice;
import org.postbag.past.Past;
import org.postbag.past.PastImport;
import org.postbag.past.ReadingProgress;
import org.postbag.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `past read`: reads years of letters and answers.
@Command(
    name = "read",
    description = {
      "Reads letters and answers of the past into the data folder: from the mailboxes of the"
          + " configuration, or from mbox files and Maildir folders on this machine. With or without the"
          + " daemon beside it.",
      "Nothing changes in a mailbox: folders are only looked at (EXAMINE). Without --folder it reads INBOX,"
          + " the archive and the folder of sent letters, as the server marks them (RFC 6154) or mail"
          + " programs name them; at Google the folder of all letters.",
      "It can be ended at any time; the same command goes on from there. Letters that are known already"
          + " are not kept twice.",
    })
final class PastReadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--mailbox",
      paramLabel = "NAME",
      description = "A name under postbag.mailboxes; default: all, unless files are named.")
  private List<String> mailboxes = new ArrayList<>();

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "An IMAP folder, as the server names it.")
  private List<String> folders = new ArrayList<>();

  @Option(names = "--mbox", paramLabel = "FILE", description = "An mbox file (RFC 4155).")
  private List<Path> mboxes = new ArrayList<>();

  @Option(
      names = "--maildir",
      paramLabel = "DIR",
      description = "A Maildir, with the folders below it.")
  private List<Path> maildirs = new ArrayList<>();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description =
          "Letters from that day on, such as 2024-01-31; default: those of the last year.")
  private @Nullable LocalDate since;

  @Option(names = "--all", description = "Letters of any age.")
  private boolean all;

  @Option(
      names = "--own",
      split = ",",
      paramLabel = "ADDRESS",
      description = "Further addresses of the office: letters from these were sent.")
  private List<String> own = new ArrayList<>();

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    PostbagCommand postbag = LetterDatabase.postbag(spec);
    Settings settings = SettingsFile.read(postbag, spec.commandLine().getErr());
    InstantSource clock = InstantSource.system();
    ReadingProgress progress = new ReadingProgress(clock);
    List<MailboxSettings> chosen = chosen(settings);
    requireFiles();
    try (Database database = open(settings);
        ProgressReporter _ = new ProgressReporter(progress::line, spec.commandLine().getErr())) {
      PastImport past = new PastImport(database, own(settings), from(clock), progress, clock);
      for (MailboxSettings mailbox : chosen) {
        read(mailbox, past, settings, clock);
      }
      readFiles(past);
      long answered = past.pair();
      print(progress.counts(), new Past(database).account(), answered);
    }
    return 0;
  }

  private Database open(Settings settings) {
    try {
      Files.createDirectories(settings.data());
    } catch (IOException e) {
      throw Failure.work(settings.data() + ": " + e.getMessage());
    }
    return Database.open(settings.database());
  }

  private List<MailboxSettings> chosen(Settings settings) {
    if (mailboxes.isEmpty()) {
      return mboxes.isEmpty() && maildirs.isEmpty() ? settings.mailboxes() : List.of();
    }
    List<MailboxSettings> chosen = new ArrayList<>();
    for (String name : mailboxes) {
      chosen.add(
          settings.mailboxes().stream()
              .filter(mailbox -> mailbox.name().equals(name))
              .findFirst()
              .orElseThrow(() ->
                  Failure.usage(
                      "no mailbox is called `%s`; there are %s"
                          .formatted(
                              name,
                              settings.mailboxes().stream().map(MailboxSettings::name).toList()))));
    }
    return chosen;
  }

  private void requireFiles() {
    try {
      for (Path file : mboxes) {
        if (!Files.isRegularFile(file) || !PastImport.isMbox(file)) {
          throw Failure.usage(file + ": is no mbox file; one begins with `From `");
        }
      }
    } catch (IOException e) {
      throw Failure.work("an mbox file cannot be read: " + e);
    }
    for (Path folder : maildirs) {
      if (!PastImport.isMaildir(folder)) {
        throw Failure.usage(folder + ": is no Maildir; one holds the folders cur and new");
      }
    }
  }

  private Set<Address> own(Settings settings) {
    Set<Address> addresses = new HashSet<>(settings.own());
    for (String text : own) {
      addresses.add(
          Address.parse(text)
              .orElseThrow(
                  () -> Failure.usage("`" + text + "` is no address; write office@example.org")));
    }
    return addresses;
  }

  private Instant from(InstantSource clock) {
    if (all && since != null) {
      throw Failure.usage("--since and --all contradict each other; give one of them");
    }
    LocalDate aYearAgo = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(1);
    return all
        ? Instant.EPOCH
        : (since == null ? aYearAgo : since).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void read(
      MailboxSettings mailbox, PastImport past, Settings settings, InstantSource clock)
      throws InterruptedException {
    ImapHistory history = new ImapHistory(mailbox, new OAuthTokens(settings.data(), clock), clock);
    try {
      for (FolderChoice.Chosen folder : folders(mailbox, history.folders())) {
        past.folder(mailbox.name(), history, folder);
      }
    } catch (MailboxUnavailable e) {
      throw Failure.work(
          "%s: IMAP %s: %s; what was read is kept, and the same command goes on from there"
              .formatted(mailbox.name(), mailbox.imap(), e.getMessage()));
    }
  }

  private List<FolderChoice.Chosen> folders(
      MailboxSettings mailbox, List<ImapHistory.Folder> there) {
    String sent = mailbox.writeBack().sentFolder();
    return folders.isEmpty()
        ? FolderChoice.of(there, sent)
        : FolderChoice.named(folders, there, sent)
            .orElseThrow(() ->
                Failure.usage(
                    "%s: not all of %s are there; its folders are %s"
                        .formatted(
                            mailbox.name(),
                            folders,
                            there.stream().map(ImapHistory.Folder::name).toList())));
  }

  private void readFiles(PastImport past) {
    try {
      for (Path file : mboxes) {
        past.mbox(file);
      }
      for (Path folder : maildirs) {
        past.maildir(folder);
      }
    } catch (IOException e) {
      throw Failure.work("a file cannot be read: " + e.getMessage());
    }
  }

  private void print(ReadingProgress.Counts counts, Past.Account account, long answered) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("read", counts.seen());
      line.put("new", counts.kept());
      line.put("withheld", counts.withheld());
      line.put("received", account.received());
      line.put("sent", account.sent());
      line.put("answered", answered);
      JsonLine.print(line, out);
      return;
    }
    out.printf("%,d letters read, %,d of them new%n", counts.seen(), counts.kept());
    if (counts.withheld() > 0) {
      out.printf(
          "%,d letters were listed by the server and not given; they are asked for at the next reading%n",
          counts.withheld());
    }
    out.printf(
        "The past has %,d received letters and %,d sent ones; of %,d it is known what they answer%n",
        account.received(), account.sent(), answered);
  }
}
