package org.postbag.web.desk;

import org.postbag.ledger.BreakerReason;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Reason;
import org.postbag.ledger.ReviewReason;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.SmtpFailure;
import org.postbag.ledger.StaffReason;
import org.postbag.sending.Refusal;

/// Why a reply has not left, for people: what happened, the mail server's own words, and when it is
/// tried again.
final class RefusalSentence {
  private RefusalSentence() {}

  static String of(Refusal refusal, Times times) {
    return what(refusal)
        + (refusal.words().isBlank() ? "" : " It said: “" + refusal.words().strip() + "”.")
        + refusal.next().map(at -> " It is tried again at " + times.of(at) + ".").orElse("");
  }

  private static String what(Refusal refusal) {
    return switch (refusal.reason()) {
      case SmtpFailure(SmtpFailure.Kind kind, _) ->
          switch (kind) {
            case DEFERRED -> "The mail server refused the reply for now.";
            case UNREACHED -> "The mail server could not be asked to take the reply.";
            case REJECTED -> "The mail server refused the reply for good.";
          };
      case SendingReason reason -> reason.sentence();
      case ReviewReason reason -> reason.sentence();
      case DecisionReason reason -> reason.sentence();
      case BreakerReason reason -> reason.sentence();
      case StaffReason reason -> reason.sentence();
      case Reason.Assigned reason -> reason.sentence();
      case Reason.HandedTo reason -> reason.sentence();
    };
  }
}
