package org.postbag.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postbag.intake.MailboxFlags;
import org.postbag.ledger.Entry;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Reason;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.State;
import org.postbag.review.QueueItem;
import org.postbag.sending.Attempt;
import org.postbag.sending.Settlement;

/// What is known about replies whose leaving the mail server never confirmed.
final class UnclearView {
  private static final String NO_ANSWER =
      "The mail server went silent at the end. Postbag does not send it again by itself, so that"
          + " nobody gets it twice.";
  private static final String FOUND_AT_START =
      "Either somebody answered from a mail program, or Postbag was started on an older copy of its"
          + " data folder, and the reply left since that copy was made. Postbag does not send it by"
          + " itself, so that nobody gets it twice.";

  private final Settlement settlement;
  private final Ledger ledger;
  private final Times times;

  UnclearView(Settlement settlement, Ledger ledger, Times times) {
    this.settlement = settlement;
    this.ledger = ledger;
    this.times = times;
  }

  /// Empty for a reply that is not in doubt.
  Optional<LetterView.Doubt> of(QueueItem item) {
    return item.state() == State.UNCLEAR ? Optional.of(doubt(item.letter())) : Optional.empty();
  }

  private LetterView.Doubt doubt(long letter) {
    Optional<Reason> why =
        ledger.history(letter).reversed().stream()
            .filter(entry -> entry.to() == State.UNCLEAR)
            .findFirst()
            .map(Entry::reason);
    boolean atStart = why.filter(UnclearView::isFoundAtStart).isPresent();
    List<String> words = new ArrayList<>();
    if (atStart) {
      why.map(Reason::sentence).ifPresent(words::add);
    }
    words.addAll(words(settlement.evidence(letter)));
    return new LetterView.Doubt(atStart ? FOUND_AT_START : NO_ANSWER, words);
  }

  private static boolean isFoundAtStart(Reason reason) {
    return reason == SendingReason.COPY_FOUND_AT_START || reason == SendingReason.ANSWERED_AT_START;
  }

  private List<String> words(Settlement.Evidence evidence) {
    List<String> words = new ArrayList<>();
    evidence.attempts().forEach(attempt -> words.add(tried(attempt)));
    words.add(
        evidence
            .lastLook()
            .map(this::looked)
            .orElse("Your folder of sent mail has not been looked into yet."));
    return words;
  }

  private String tried(Attempt attempt) {
    return "Tried at " + times.of(attempt.claimed()) + ": " + Labels.result(attempt.words());
  }

  private String looked(Settlement.Look look) {
    String when = " (" + times.of(look.at()) + ")";
    return switch (look.found()) {
      case MailboxFlags.Search.Found _ -> "A copy is in your folder of sent mail" + when + ".";
      case MailboxFlags.Search.Missing _ ->
          "There is no copy in your folder of sent mail"
              + when
              + ". That makes it likelier that it did not leave, and is no proof.";
      case MailboxFlags.Search.Unknown unknown ->
          "Your folder of sent mail could not be looked into" + when + ": " + unknown.why();
    };
  }
}
