package org.postbag.web.desk;

import java.util.Optional;
import org.postbag.ledger.Entry;
import org.postbag.ledger.State;

/// Short stable words of the program, said in plain English.
final class Words {
  private Words() {}

  /// Why a letter was put before a person, or set aside; empty for no reason.
  static Optional<String> reason(String word) {
    return word.isEmpty()
        ? Optional.empty()
        : PlainReason.of(word)
            .map(PlainReason::sentence)
            .or(() -> Optional.of("Postbag’s reason: " + word + "."));
  }

  /// The same in a few words; empty for no reason.
  static String brief(String word) {
    return PlainReason.of(word).map(PlainReason::brief).orElse(word);
  }

  /// Whether somebody may need help rather than a standard reply.
  static boolean isUrgent(String word) {
    return word.startsWith("needs-help-");
  }

  static String state(State state) {
    return switch (state) {
      case KEPT -> "being read";
      case WAITING -> "ready to approve";
      case NEEDS_PERSON -> "needs a decision";
      case APPROVED -> "approved";
      case SENDING -> "being sent";
      case SENT -> "sent";
      case UNCLEAR -> "perhaps sent";
      case FAILED -> "could not be sent";
      case SET_ASIDE -> "set aside";
      case CLOSED -> "closed";
    };
  }

  /// One line of a letter's history.
  static String story(Entry entry) {
    String who = entry.actor().equals("postbag") ? "Postbag" : entry.actor();
    return switch (entry.to()) {
      case KEPT -> who + " put the letter back";
      case WAITING -> waiting(entry, who);
      case NEEDS_PERSON -> needsPerson(entry, who);
      case APPROVED ->
          entry.from() == State.SENDING
              ? who + " will try again to send the reply: " + entry.why()
              : who + " approved the reply";
      case SENDING -> who + " began to send the reply";
      case SENT -> "The reply was sent" + because(entry, "sent");
      case UNCLEAR -> "The mail server did not confirm the reply" + because(entry, "unclear");
      case FAILED -> "The reply could not be sent" + because(entry, "failed");
      case SET_ASIDE -> who + " set the letter aside. " + reason(entry.why()).orElse("");
      case CLOSED -> who + " closed the letter: no reply needed";
    };
  }

  private static String waiting(Entry entry, String who) {
    if (entry.from() == State.APPROVED) {
      return who + " took the approval back";
    }
    if (entry.why().startsWith(Entry.TOPIC)) {
      return who + " chose another topic";
    }
    return entry.why().equals("edited") ? who + " changed the reply" : who + " drafted a reply";
  }

  private static String needsPerson(Entry entry, String who) {
    if (entry.why().startsWith(Entry.TOPIC)) {
      return who + " chose another topic, which has no standard reply";
    }
    if (entry.why().equals(Entry.NO_TOPIC)) {
      return who + " said that no topic fits";
    }
    if (entry.why().equals("reopened")) {
      return who + " reopened the letter";
    }
    return entry.from() == State.APPROVED
        ? who + " took the approval back"
        : who + " left the letter to you. " + reason(entry.why()).orElse("");
  }

  private static String because(Entry entry, String plain) {
    return entry.why().isEmpty() || entry.why().equals(plain) ? "" : ": " + entry.why();
  }
}
