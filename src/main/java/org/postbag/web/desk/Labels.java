package org.postbag.web.desk;

import java.util.Optional;
import org.postbag.ledger.BreakerReason;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Entry;
import org.postbag.ledger.HelpReason;
import org.postbag.ledger.Reason;
import org.postbag.ledger.ReviewReason;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.SmtpFailure;
import org.postbag.ledger.StaffReason;
import org.postbag.ledger.State;

/// Short stable words of the program, said in plain English.
final class Labels {
  private Labels() {}

  /// Whether somebody may need help rather than a standard reply.
  static boolean isUrgent(Optional<ReviewReason> reason) {
    return reason.filter(HelpReason.class::isInstance).isPresent();
  }

  static String state(State state) {
    return switch (state) {
      case KEPT -> "being read";
      case WAITING -> "ready to approve";
      case NEEDS_PERSON -> "needs a decision";
      case SNOOZED -> "put off";
      case PRACTISED -> "approved in practice";
      case APPROVED -> "approved";
      case SENDING -> "being sent";
      case SENT -> "sent";
      case UNCLEAR -> "perhaps sent";
      case FAILED -> "could not be sent";
      case SET_ASIDE -> "set aside";
      case CLOSED -> "closed";
    };
  }

  /// What became of an attempt to send: the mail server's own words, or the sentence where Postbag
  /// noted a reason of its own.
  static String result(String words) {
    Reason reason = Reason.of(words);
    return reason instanceof ReviewReason.Unknown ? words : reason.sentence();
  }

  /// One line of a letter's history.
  static String story(Entry entry) {
    String who = entry.actor().equals("postbag") ? "Postbag" : entry.actor();
    String because = because(entry.reason());
    Optional<String> handled = handled(entry.reason());
    return handled.isPresent() ? who + handled.get() : story(entry, who, because);
  }

  /// What was done with a letter that did not change its draft.
  private static Optional<String> handled(Reason reason) {
    return switch (reason) {
      case Reason.HandedTo(String member) -> Optional.of(" gave the letter to " + member);
      case DecisionReason.NOTED -> Optional.of(" wrote a note");
      case DecisionReason.HANDED_BACK -> Optional.of(" put the letter back for everybody");
      case DecisionReason.WOKEN -> Optional.of(" took the letter up again");
      case DecisionReason.READDRESSED -> Optional.of(" corrected the address of the reply");
      case DecisionReason.WRITTEN -> Optional.of(" wrote a reply");
      case DecisionReason.PICKED -> Optional.of(" picked a standard reply");
      case DecisionReason.PASSED_ON -> Optional.of(" wrote a message that forwards the letter");
      case Reason _ -> Optional.empty();
    };
  }

  private static String story(Entry entry, String who, String because) {
    return switch (entry.to()) {
      case KEPT -> who + " put the letter back" + because;
      case WAITING -> waiting(entry, who) + because;
      case NEEDS_PERSON -> needsPerson(entry, who) + because;
      case SNOOZED -> who + " put the letter off" + because;
      case PRACTISED -> who + " approved the reply in practice" + because;
      case APPROVED ->
          (entry.from() == State.SENDING
                  ? who + " will try again to send the reply"
                  : who + " approved the reply")
              + because;
      case SENDING -> who + " began to send the reply" + because;
      case SENT -> "The reply was sent" + because;
      case UNCLEAR ->
          (entry.from() == State.APPROVED
                  ? who + " held the reply back"
                  : "The mail server did not confirm the reply")
              + because;
      case FAILED -> "The reply could not be sent" + because;
      case SET_ASIDE -> who + " set the letter aside" + because;
      case CLOSED -> who + " closed the letter" + because;
    };
  }

  private static String waiting(Entry entry, String who) {
    if (entry.reason() == DecisionReason.PRACTICE_ENDED) {
      return who + " ended the dry run, and the reply waits again";
    }
    if (entry.from() == State.APPROVED || entry.from() == State.PRACTISED) {
      return who + " took the approval back";
    }
    if (entry.reason() instanceof Reason.Assigned) {
      return who + " chose another topic";
    }
    return who
        + (entry.reason() == DecisionReason.EDITED ? " changed the reply" : " drafted a reply");
  }

  private static String needsPerson(Entry entry, String who) {
    if (entry.reason() instanceof Reason.Assigned(Optional<String> topic)) {
      return topic.isPresent()
          ? who + " chose another topic, which has no standard reply"
          : who + " said that no topic fits";
    }
    if (entry.reason() == DecisionReason.PRACTICE_ENDED) {
      return who + " ended the dry run, and the letter is yours again";
    }
    if (entry.reason() == DecisionReason.REOPENED) {
      return who + " reopened the letter";
    }
    return who
        + (entry.from() == State.APPROVED ? " took the approval back" : " left the letter to you");
  }

  /// The reason's sentence, where the line does not say it already.
  private static String because(Reason reason) {
    return switch (reason) {
      case ReviewReason.Unknown(String word) when word.isEmpty() -> "";
      case ReviewReason why -> ". " + why.sentence();
      case SmtpFailure why -> ". " + why.sentence();
      case SendingReason why -> why == SendingReason.CLAIMED ? "" : ". " + why.sentence();
      case DecisionReason why -> because(why);
      case BreakerReason why -> ". " + why.sentence();
      case StaffReason why -> ". " + why.sentence();
      case Reason.Assigned _, Reason.HandedTo _ -> "";
    };
  }

  private static String because(DecisionReason reason) {
    return switch (reason) {
      case NO_REPLY_NEEDED -> ": no reply needed";
      case MATCHED_AGAIN, ERASED, ERASED_BY_AGE, OFFICE_ENDED -> ". " + reason.sentence();
      case DRAFTED,
          APPROVED,
          PRACTISED,
          PRACTICE_ENDED,
          DRY_RUN_BEGAN,
          DRY_RUN_ENDED,
          UNDONE,
          EDITED,
          EXPORTED,
          HELD,
          HOLD_ENDED,
          WRITTEN,
          PICKED,
          PASSED_ON,
          READDRESSED,
          NOTED,
          HANDED_BACK,
          SNOOZED,
          WOKEN,
          REOPENED ->
          "";
    };
  }
}
