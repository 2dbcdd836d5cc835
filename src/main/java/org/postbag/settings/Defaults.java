package org.postbag.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.postbag.catalog.DraftRule;
import org.postbag.catalog.Quantities;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.WriteBack;
import org.postbag.review.ReviewSettings;
import org.postbag.sending.Retries;
import org.postbag.sending.SendingSettings;
import org.postbag.web.DeskSettings;

/// What holds where `application.yaml` says nothing, for people to read.
public final class Defaults {
  private static final WriteBack BACK = WriteBack.standard();

  private static final Map<String, String> BY_PATH =
      Map.ofEntries(
          Map.entry("postbag.time-zone", "the time zone of the machine"),
          Map.entry("postbag.office", "the name of the first mailbox"),
          Map.entry("postbag.country", "uk"),
          Map.entry("postbag.mailboxes.*.username", "the address"),
          Map.entry("postbag.mailboxes.*.folder", "INBOX"),
          Map.entry("postbag.mailboxes.*.start-from", "now"),
          Map.entry("postbag.mailboxes.*.poll-interval", time(MailboxSettings.POLL_INTERVAL)),
          Map.entry("postbag.mailboxes.*.size-limit", MailboxSettings.SIZE_LIMIT + " B"),
          Map.entry("postbag.mailboxes.*.mark-answered", "" + BACK.answered()),
          Map.entry("postbag.mailboxes.*.sent-folder", BACK.sentFolder()),
          Map.entry("postbag.mailboxes.*.copy-to-sent", "" + BACK.copyToSent()),
          Map.entry("postbag.mailboxes.*.pace", "as under sending"),
          Map.entry("postbag.mailboxes.*.trusted-authserv-id", "learned from the letters"),
          Map.entry("postbag.sending.dry-run", "true"),
          Map.entry("postbag.sending.undo-window", time(Settings.UNDO_WINDOW)),
          Map.entry("postbag.sending.pace", "plain"),
          Map.entry("postbag.sending.give-up-after", time(Retries.STANDARD.giveUp())),
          Map.entry("postbag.sending.quote-original", "false"),
          Map.entry("postbag.sending.repeat-after", time(Settings.REPEAT_AFTER)),
          Map.entry("postbag.sending.flood-limit", "" + Settings.FLOOD_LIMIT),
          Map.entry("postbag.sending.draft-limit", "" + ReviewSettings.DRAFT_LIMIT),
          Map.entry("postbag.sending.node", SendingSettings.STANDARD.node()),
          Map.entry("postbag.matching.meaning", "off"),
          Map.entry("postbag.matching.drafts-right", "" + draftsRight()),
          Map.entry("postbag.desk.address", DeskSettings.ADDRESS),
          Map.entry("postbag.desk.port", "" + DeskSettings.PORT),
          Map.entry("postbag.database.url", "SQLite in the data folder"));

  private Defaults() {}

  private static String time(Duration time) {
    return Quantities.show(time);
  }

  private static double draftsRight() {
    return DraftRule.DEFAULT instanceof DraftRule.DraftsRight(double share) ? share : 0;
  }

  /// What holds there; empty for nothing at all.
  ///
  /// @param path of a key, with the mailbox's name in it
  public static Optional<String> of(String path) {
    return Optional.ofNullable(
        BY_PATH.get(path.replaceFirst("^(postbag\\.mailboxes)\\.[^.]+", "$1.*")));
  }
}
