package org.postbag;

import java.util.ArrayList;
import java.util.List;
import org.postbag.catalog.LiveCatalog;
import org.postbag.catalog.Problem;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxStatus;
import org.postbag.sending.Outbox;
import org.postbag.sending.Trouble;
import org.postbag.web.Notice;
import org.postbag.web.Notices;

/// What staff must know at this moment, gathered from the rooms.
record HouseNotices(MailboxHealth mailboxes, LiveCatalog catalog, Outbox outbox)
    implements Notices {
  @Override
  public List<Notice> now() {
    List<Notice> notices = new ArrayList<>();
    mailboxes.all().stream()
        .filter(MailboxStatus::isTroubled)
        .map(HouseNotices::of)
        .forEach(notices::add);
    outbox.troubles().stream().map(HouseNotices::of).forEach(notices::add);
    catalog.problems().stream().map(HouseNotices::of).forEach(notices::add);
    if (outbox.isDryRun()) {
      notices.add(
          new Notice(
              Notice.Level.INFORMATION,
              "This is a dry run: approved replies stay here and nothing is sent.",
              "To send, set postbag.sending.dry-run to false in config/application.yaml."));
    }
    return notices;
  }

  private static Notice of(MailboxStatus status) {
    return new Notice(
        Notice.Level.ERROR,
        "The mailbox “" + status.mailbox() + "” cannot be read.",
        status.trouble().orElse(""));
  }

  private static Notice of(Trouble trouble) {
    return new Notice(
        Notice.Level.ERROR, "Replies from “" + trouble.mailbox() + "” are waiting.", trouble.why());
  }

  private static Notice of(Problem problem) {
    Notice.Level level =
        switch (problem.severity()) {
          case ERROR -> Notice.Level.ERROR;
          case WARNING -> Notice.Level.WARNING;
        };
    String place = problem.file() + (problem.line() > 0 ? ", line " + problem.line() : "");
    return new Notice(level, place + ": " + problem.message() + ".", problem.mend());
  }
}
