package org.postbag.web.desk;

import java.util.ArrayList;
import java.util.List;
import org.postbag.database.MailboxScope;
import org.postbag.ledger.State;
import org.postbag.review.ReviewQueue;
import org.postbag.sending.DepartureForecast;
import org.postbag.sending.Pause;
import org.postbag.sending.Pauses;

/// What people have stopped from leaving, and what they could stop.
final class PauseOptions {
  private final Pauses pauses;
  private final DepartureForecast departures;
  private final ReviewQueue queue;
  private final Lists lists;

  PauseOptions(Pauses pauses, DepartureForecast departures, ReviewQueue queue, Lists lists) {
    this.pauses = pauses;
    this.departures = departures;
    this.queue = queue;
    this.lists = lists;
  }

  /// What is stopped now.
  List<PauseOption> now() {
    return pauses.all().stream()
        .filter(pause -> isSeen(pause.scope()))
        .map(pause -> new PauseOption(pause.scope().word(), what(pause.scope()), pause.actor()))
        .toList();
  }

  /// What stops everything or a topic stops every mailbox.
  private static boolean isSeen(Pause.Scope scope) {
    return !(scope instanceof Pause.Scope.Mailbox(String name))
        || MailboxScope.current().sees(name);
  }

  /// Everything, each mailbox, and each topic of which replies are on their way; not what is
  /// stopped already.
  List<PauseOption> possible() {
    List<Pause.Scope> scopes = new ArrayList<>();
    boolean all = MailboxScope.current().isAll();
    if (all) {
      scopes.add(new Pause.Scope.All());
    }
    departures.mailboxes().stream().sorted().map(Pause.Scope.Mailbox::new).forEach(scopes::add);
    queue.groups(State.APPROVED).stream()
        .filter(_ -> all)
        .flatMap(group -> group.topic().stream())
        .map(Pause.Scope.Topic::new)
        .forEach(scopes::add);
    pauses.all().forEach(pause -> scopes.remove(pause.scope()));
    return scopes.stream().map(scope -> new PauseOption(scope.word(), what(scope), "")).toList();
  }

  private String what(Pause.Scope scope) {
    return switch (scope) {
      case Pause.Scope.All _ -> "All sending";
      case Pause.Scope.Mailbox(String name) -> "Replies from “" + name + "”";
      case Pause.Scope.Topic(var topic) -> "Replies about “" + lists.title(topic) + "”";
    };
  }
}
