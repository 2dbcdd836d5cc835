package org.postbag.web.desk;

import java.util.Map;
import java.util.Optional;
import org.postbag.ledger.Entry;
import org.postbag.ledger.State;

/// Short stable words of the program, said in plain English.
final class Words {
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("unsure", "Postbag is not sure what this letter is about."),
          Map.entry("no-topic", "None of your topics fits this letter."),
          Map.entry("two-topics", "This letter is about more than one topic."),
          Map.entry("no-reply-file", "This topic has no standard reply."),
          Map.entry("reply-expired", "The standard reply for this topic is past its date."),
          Map.entry(
              "other-language",
              "The letter is in a language that the standard reply does not cover."),
          Map.entry("no-sender", "There is no address to answer to."),
          Map.entry(
              "imported",
              "The letter is older than Postbag’s first start, so no reply was drafted."),
          Map.entry("answered-before", "This person has had this standard reply recently."),
          Map.entry("flood", "This address has written very often in the last day."),
          Map.entry(
              "unreadable",
              "Postbag could not read this letter. Please read it in your mail program."),
          Map.entry(
              "list",
              "It came through a mailing list or a campaign site. Check that a person wrote it."),
          Map.entry("bulk", "It was sent as a bulk mailing. Check that a person wrote it."),
          Map.entry("suppress-header", "The sender asks for no automatic reply."),
          Map.entry(
              "auto-forwarded",
              "It was forwarded automatically. Check whom the reply would reach."),
          Map.entry("own-address", "It comes from your own address."),
          Map.entry("own-mark", "It is one of Postbag’s own replies, come back."),
          Map.entry("delivery-report", "It is a delivery report."),
          Map.entry("read-receipt", "It is a read receipt."),
          Map.entry("feedback-report", "It is a complaint report from a mail provider."),
          Map.entry("auto-submitted", "A machine wrote it."),
          Map.entry("auto-reply-header", "It is an automatic reply."),
          Map.entry("null-return-path", "A machine wrote it: it has no return address."),
          Map.entry("system-sender", "It comes from an address that no person reads."),
          Map.entry("calendar", "It is a calendar invitation."),
          Map.entry("out-of-office", "It is an out-of-office notice."),
          Map.entry(
              "needs-help-self-harm",
              "Please read this soon: the writer may be thinking of harming themselves."),
          Map.entry("needs-help-threat", "Please read this with care: it may hold a threat."),
          Map.entry("needs-help-abuse", "The writer may be living with violence at home."),
          Map.entry("needs-help-housing", "The writer may need help with their home."),
          Map.entry("needs-help-benefits", "The writer may need help with benefits or a pension."),
          Map.entry(
              "needs-help-immigration",
              "The writer may need help with their own immigration case."),
          Map.entry("needs-help-health", "The writer may need help with care or treatment."),
          Map.entry("needs-help-bereavement", "Somebody close to the writer may have died."));

  private Words() {}

  /// Why a letter was put before a person, or set aside; empty for no reason.
  static Optional<String> reason(String word) {
    return word.isEmpty()
        ? Optional.empty()
        : Optional.of(REASONS.getOrDefault(word, "Postbag’s reason: " + word + "."));
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
    if (entry.why().startsWith("topic ")) {
      return who + " chose another topic";
    }
    return entry.why().equals("edited") ? who + " changed the reply" : who + " drafted a reply";
  }

  private static String needsPerson(Entry entry, String who) {
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
