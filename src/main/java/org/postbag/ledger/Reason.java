package org.postbag.ledger;

import java.util.Optional;

/// Why a letter's state changed, or did not: a stable word for the database, the API and programs,
/// and a sentence for people. No reason exists without its sentence, so desk and terminal have one
/// for each of them.
///
/// Each kind is an enum, or a record where a number or a topic belongs to the word. The kinds of
/// later rooms stand here too, beside the states: the permitted types of a sealed interface have to
/// be in its package (JLS §8.1.6). What screening finds is the reason of `intake`, and is wrapped.
public sealed interface Reason
    permits ReviewReason,
        DecisionReason,
        BreakerReason,
        SendingReason,
        SmtpFailure,
        StaffReason,
        Reason.Assigned,
        Reason.HandedTo {
  /// The stable word, such as `reply-changed`. It never changes: old ledgers are read by it.
  String word();

  /// The same as one whole English sentence.
  String sentence();

  /// The reason of that word. A word that this version does not know, as an older or newer one may
  /// have written it, is a [ReviewReason.Unknown] and never an error.
  static Reason of(String word) {
    return Reasons.of(word);
  }

  /// A person chose the letter's topic.
  ///
  /// @param topic empty when none of the topics fits
  record Assigned(Optional<String> topic) implements Reason {
    @Override
    public String word() {
      return topic.map(id -> Entry.TOPIC + id).orElse(Entry.NO_TOPIC);
    }

    @Override
    public String sentence() {
      return topic
          .map(id -> "The topic " + id + " was chosen.")
          .orElse("None of the topics was found to fit.");
    }
  }

  /// A member of the staff was given the letter, by themselves or by another.
  ///
  /// @param member the name with which they sign in
  record HandedTo(String member) implements Reason {
    static final String WORD = "handed-to ";

    @Override
    public String word() {
      return WORD + member;
    }

    @Override
    public String sentence() {
      return "The letter was given to " + member + ".";
    }
  }
}
