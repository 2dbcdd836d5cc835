package org.postbag.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postbag.email.NamedAddress;
import org.postbag.reply.Warning;

/// What stands against approving a letter's reply; asked in the transaction that approves it.
final class ApprovalCheck {
  private ApprovalCheck() {}

  /// Looks at the reply, its warnings and its mailbox.
  ///
  /// @param acknowledged the words of the warnings that the person has seen
  /// @param senders the address that replies of each mailbox come from
  /// @return empty when it may be approved
  static Optional<Decision> objection(
      QueueItem item, Set<String> acknowledged, Map<String, NamedAddress> senders) {
    if (item.reply().isEmpty()) {
      return refused(List.of("There is no reply: choose a topic or write one"));
    }
    QueueItem.Reply reply = item.reply().get();
    List<String> problems = ReplyCheck.problems(reply.thread().subject(), reply.text());
    if (!problems.isEmpty()) {
      return refused(problems);
    }
    if (!senders.containsKey(item.mailbox())) {
      return refused(List.of("The mailbox " + item.mailbox() + " is no longer configured"));
    }
    List<Warning> unseen =
        item.warnings().stream().filter(w -> !acknowledged.contains(w.word())).toList();
    return unseen.isEmpty() ? Optional.empty() : Optional.of(new Decision.Unseen(unseen));
  }

  /// A letter for a person alone to decide is never approved in passing.
  static Optional<Decision> groupObjection(QueueItem item) {
    if (item.reason().isPresent()) {
      return refused(List.of("It needs a person: open the letter and decide there"));
    }
    return item.reply().filter(QueueItem.Reply::byHand).isPresent()
        ? refused(List.of("It has a reply of its own: open the letter and approve it there"))
        : Optional.empty();
  }

  private static Optional<Decision> refused(List<String> reasons) {
    return Optional.of(new Decision.Refused(reasons));
  }
}
