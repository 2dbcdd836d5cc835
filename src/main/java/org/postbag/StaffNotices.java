package org.postbag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postbag.catalog.LiveCatalog;
import org.postbag.catalog.Problem;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxStatus;
import org.postbag.intake.Reconciliation;
import org.postbag.matching.Matching;
import org.postbag.matching.training.RejectedModel;
import org.postbag.matching.training.TrainingService;
import org.postbag.people.help.LiveHelp;
import org.postbag.search.IndexFollower;
import org.postbag.search.LetterIndex;
import org.postbag.sending.Outbox;
import org.postbag.sending.SendingOutage;
import org.postbag.sending.StartupCheck;
import org.postbag.upkeep.backup.DailyBackups;
import org.postbag.web.Notice;
import org.postbag.web.Notices;

/// What staff must know at this moment, gathered from the rooms.
record StaffNotices(
    MailboxHealth mailboxes,
    LiveCatalog catalog,
    LiveHelp help,
    Outbox outbox,
    StartupCheck startupCheck,
    LetterIndex index,
    IndexFollower follower,
    Matching matching,
    TrainingService trainingService,
    Outages outages,
    DailyBackups backups)
    implements Notices {
  private static final int MANY = 500;
  private static final int MOST_NAMED = 50;

  @Override
  public List<Notice> now() {
    List<Notice> notices = new ArrayList<>();
    outages.now().stream().map(StaffNotices::of).forEach(notices::add);
    mailboxes.all().stream()
        .filter(MailboxStatus::isTroubled)
        .map(StaffNotices::of)
        .forEach(notices::add);
    mailboxes.reconciliations().stream()
        .filter(result -> !result.balances())
        .map(StaffNotices::of)
        .forEach(notices::add);
    mailboxes.notices().stream().map(StaffNotices::ofMailbox).forEach(notices::add);
    startupCheck.troubles().stream().map(StaffNotices::ofStart).forEach(notices::add);
    answeredElsewhere(startupCheck.answeredElsewhere()).ifPresent(notices::add);
    outbox.troubles().stream().map(StaffNotices::of).forEach(notices::add);
    catalog.problems().stream().map(StaffNotices::of).forEach(notices::add);
    help.problems().stream().map(StaffNotices::of).forEach(notices::add);
    matching
        .embedder()
        .trouble()
        .map(trouble ->
            new Notice(Notice.Level.WARNING, "Letters are matched by their words alone.", trouble))
        .ifPresent(notices::add);
    if (matching.lacksMemory()) {
      notices.add(
          new Notice(
              Notice.Level.WARNING,
              "No model could be trained on the latest decisions or topics: there is too little memory.",
              "Letters are matched as before. Give Java more, such as by"
                  + " POSTBAG_JAVA_OPTS=-Xmx512m, or keep fewer topics."));
    }
    backups
        .problem()
        .map(why -> new Notice(Notice.Level.ERROR, "The daily backup cannot be made.", why))
        .ifPresent(notices::add);
    trainingService.lastRejected().map(StaffNotices::of).ifPresent(notices::add);
    index
        .problem()
        .map(StaffNotices::ofIndex)
        .or(() -> behind(follower.progress()))
        .ifPresent(notices::add);
    return notices;
  }

  private static Notice of(Outages.Outage outage) {
    return new Notice(
        Notice.Level.ERROR,
        switch (outage.route()) {
          case "answer" -> "New letters cannot be written down at the moment.";
          case "send", "leave" -> "Approved replies cannot leave at the moment.";
          default -> "Something does not work at the moment.";
        },
        outage.words() + ". Nothing is lost; it is tried again all the time.");
  }

  private static Notice of(RejectedModel rejectedModel) {
    return rejectedModel.isNoImprovement() ? noImprovement() : worse(rejectedModel);
  }

  private static Notice noImprovement() {
    return new Notice(
        Notice.Level.INFORMATION,
        "A model trained on the latest decisions is no better than your topics by themselves.",
        "Letters are matched as before; the next model is trained after 20 more decisions.");
  }

  private static Notice worse(RejectedModel rejectedModel) {
    return new Notice(
        Notice.Level.INFORMATION,
        "A model trained on the latest decisions is not used, because it would recognise topics worse.",
        "Letters are matched as before; the next model is trained after 20 more decisions."
            + (rejectedModel.letters().isEmpty()
                ? ""
                : " Was one of these letters given the wrong topic?"),
        rejectedModel.letters());
  }

  private static Notice ofIndex(Problem problem) {
    return new Notice(
        Notice.Level.WARNING,
        "Searching does not find all letters at the moment, and letters are not compared with"
            + " decided ones.",
        problem
            + ". Letters are collected, matched and answered all the same, and this is tried"
            + " again by itself.");
  }

  /// A moment behind is how the index always is.
  private static Optional<Notice> behind(IndexFollower.Progress progress) {
    long behind = progress.kept() - progress.indexed();
    return behind < MANY
        ? Optional.empty()
        : Optional.of(
            new Notice(
                Notice.Level.INFORMATION,
                "Searching does not find all letters yet: %,d of %,d are indexed."
                    .formatted(progress.indexed(), progress.kept()),
                "The rest follows by itself."));
  }

  private static Notice of(MailboxStatus status) {
    return new Notice(
            Notice.Level.ERROR,
            "The mailbox “" + status.mailbox() + "” cannot be read.",
            status.trouble().orElse(""))
        .with(
            new Notice.Remedy(
                status.condition() == MailboxStatus.Condition.OTHER_ACCOUNT
                    ? Notice.Remedy.Kind.SAME_ACCOUNT
                    : Notice.Remedy.Kind.TRY_NOW,
                status.mailbox()));
  }

  private static Notice of(Reconciliation result) {
    String uids =
        result.missing().stream()
            .limit(MOST_NAMED)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return new Notice(
        Notice.Level.ERROR,
        "The mailbox “%s” held %,d letters in %s that were not known."
            .formatted(result.mailbox(), result.missing().size(), result.folder()),
        "They are fetched now; `bin/postbag reconcile %s` looks again. UIDs: %s"
            .formatted(result.mailbox(), uids));
  }

  private static Notice ofMailbox(String notice) {
    return new Notice(Notice.Level.WARNING, "Mailbox " + notice + ".", "");
  }

  private static Notice of(SendingOutage sendingOutage) {
    return new Notice(
            Notice.Level.ERROR,
            "Replies from “" + sendingOutage.mailbox() + "” are waiting.",
            sendingOutage.why())
        .with(new Notice.Remedy(Notice.Remedy.Kind.TRY_NOW, sendingOutage.mailbox()));
  }

  /// Trying a mailbox that is another account now would change nothing, and has a notice of its
  /// own.
  private static Notice ofStart(SendingOutage sendingOutage) {
    return new Notice(
            Notice.Level.ERROR,
            "Nothing leaves from “" + sendingOutage.mailbox() + "” yet.",
            "After a start, Postbag first asks the mailbox which replies have left already, so that"
                + " none leaves twice. It cannot be asked: "
                + sendingOutage.why())
        .with(new Notice.Remedy(Notice.Remedy.Kind.TRY_NOW, sendingOutage.mailbox()));
  }

  private static Optional<Notice> answeredElsewhere(List<Long> letters) {
    return letters.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Notice(
                Notice.Level.WARNING,
                "%,d letters that wait here are marked as answered in the mailbox."
                    .formatted(letters.size()),
                "Either somebody answered them from a mail program, or this is an older copy of the"
                    + " data folder, and they were answered from here since. Look into your folder"
                    + " of sent mail before you approve them:",
                letters.stream().limit(MOST_NAMED).toList()));
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
