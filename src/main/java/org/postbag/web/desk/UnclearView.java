package org.postbag.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postbag.intake.MailboxFlags;
import org.postbag.ledger.State;
import org.postbag.review.QueueItem;
import org.postbag.sending.Attempt;
import org.postbag.sending.Settlement;

/// What is known about replies whose leaving the mail server never confirmed.
final class UnclearView {
  private final Settlement settlement;
  private final Times times;

  UnclearView(Settlement settlement, Times times) {
    this.settlement = settlement;
    this.times = times;
  }

  /// Empty for a reply that is not in doubt.
  Optional<LetterView.Doubt> of(QueueItem item) {
    return item.state() == State.UNCLEAR
        ? Optional.of(new LetterView.Doubt(words(settlement.evidence(item.letter()))))
        : Optional.empty();
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
