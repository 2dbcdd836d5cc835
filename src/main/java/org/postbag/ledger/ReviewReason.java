package org.postbag.ledger;

import java.util.Optional;
import org.postbag.intake.ScreeningReason;

/// Why a letter is put before a person, or set aside.
public sealed interface ReviewReason extends Reason
    permits DraftReason, HelpReason, WithheldReason, ReviewReason.Screened, ReviewReason.Unknown {
  /// A few words, for a list.
  String brief();

  /// The reason of that word, as a draft's row holds it.
  ///
  /// @return empty for the empty word: the draft simply waits
  static Optional<ReviewReason> of(String word) {
    return switch (Reason.of(word)) {
      case ReviewReason _ when word.isEmpty() -> Optional.empty();
      case ReviewReason reason -> Optional.of(reason);
      case DecisionReason _,
          BreakerReason _,
          SendingReason _,
          SmtpFailure _,
          StaffReason _,
          Reason.Assigned _,
          Reason.HandedTo _ ->
          Optional.of(new Unknown(word));
    };
  }

  /// What the screening of an incoming letter found.
  record Screened(ScreeningReason found) implements ReviewReason {
    @Override
    public String word() {
      return found.word();
    }

    @Override
    public String brief() {
      return found.brief();
    }

    @Override
    public String sentence() {
      return found.sentence();
    }
  }

  /// A word of another version of the program, shown as it is.
  record Unknown(String word) implements ReviewReason {
    @Override
    public String brief() {
      return word;
    }

    @Override
    public String sentence() {
      return "Postbag’s reason: " + word + ".";
    }
  }
}
