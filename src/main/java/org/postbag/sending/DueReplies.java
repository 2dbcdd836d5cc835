package org.postbag.sending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.postbag.catalog.TopicId;
import org.postbag.review.Approval;
import org.postbag.review.Releases;

/// Which approved replies may leave now: neither paused nor outside of office hours, and each
/// mailbox within its limits.
final class DueReplies {
  private final Supplier<List<String>> mailboxes;
  private final SendingSettings settings;
  private final Releases releases;
  private final JdbcPauses pauses;
  private final Pacing pacing;
  private final UndoWindows undoWindows;
  private final MailboxQueues mailboxQueues;

  /// @param mailboxes those from which something may leave now
  DueReplies(
      Supplier<List<String>> mailboxes,
      SendingSettings settings,
      Releases releases,
      JdbcPauses pauses,
      Pacing pacing,
      UndoWindows undoWindows,
      MailboxQueues mailboxQueues) {
    this.mailboxes = mailboxes;
    this.settings = settings;
    this.releases = releases;
    this.pauses = pauses;
    this.pacing = pacing;
    this.undoWindows = undoWindows;
    this.mailboxQueues = mailboxQueues;
  }

  /// Those that may leave at that moment; each is handed out once before it comes back.
  List<Approval> at(Instant now) {
    boolean open = settings.officeHours().map(hours -> hours.isOpen(now)).orElse(true);
    List<Pause.Scope> paused = pauses.all().stream().map(Pause::scope).toList();
    if (!open || paused.contains(new Pause.Scope.All())) {
      return List.of();
    }
    List<TopicId> topics = topics(paused);
    return mailboxes.get().stream()
        .filter(mailbox -> !paused.contains(new Pause.Scope.Mailbox(mailbox)))
        .flatMap(mailbox -> of(mailbox, topics, now).stream())
        .toList();
  }

  private static List<TopicId> topics(List<Pause.Scope> scopes) {
    return scopes.stream()
        .mapMulti((Pause.Scope scope, Consumer<TopicId> out) -> {
          if (scope instanceof Pause.Scope.Topic(TopicId topic)) {
            out.accept(topic);
          }
        })
        .toList();
  }

  private List<Approval> of(String mailbox, List<TopicId> except, Instant now) {
    MailboxQueue mailboxQueue = mailboxQueues.of(mailbox);
    int capacity = mailboxQueue.capacity(now);
    if (capacity <= 0) {
      return List.of();
    }
    int most = Math.min(capacity, pacing.allowance(mailbox) - mailboxQueue.reserved());
    List<Approval> handed = new ArrayList<>();
    if (most > 0) {
      releases.due(mailbox, now, except, most + mailboxQueue.reserved()).stream()
          .filter(approval -> !undoWindows.isOpen(approval, now))
          .filter(approval -> handed.size() < most && mailboxQueue.reserve(approval.letter(), now))
          .forEach(handed::add);
    }
    return handed;
  }
}
