package org.postbag.reply;

import java.util.List;
import java.util.Optional;
import org.postbag.email.Headers;
import org.postbag.email.Letter;
import org.postbag.intake.KeptLetter;
import org.postbag.ledger.DraftReason;
import org.postbag.matching.Match;

/// A letter that was read, what it is about, and what is proposed for it.
///
/// @param warnings what a person must have seen before a reply leaves, as far as the letter and its
///   match tell
/// @param home where the writer lives; empty where the office does not ask
public record Draft(
    KeptLetter kept,
    Letter letter,
    Match match,
    Proposal proposal,
    List<Warning> warnings,
    Optional<WriterHome> home) {
  public Draft {
    warnings = List.copyOf(warnings);
  }

  /// Of an office that does not ask where writers live.
  public Draft(
      KeptLetter kept, Letter letter, Match match, Proposal proposal, List<Warning> warnings) {
    this(kept, letter, match, proposal, warnings, Optional.empty());
  }

  private static final Letter NOTHING_READ =
      new Letter(
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          "",
          "",
          "",
          "",
          List.of(),
          "",
          "und",
          List.of(),
          "",
          List.of(),
          new Headers(List.of()),
          List.of());

  /// A letter at which a step of ours broke: it is kept, and a person reads it as it came.
  public static Draft unreadable(KeptLetter kept) {
    Proposal person = new Proposal.ForPerson(DraftReason.UNREADABLE, Optional.empty());
    return new Draft(
        kept, NOTHING_READ, Match.NONE, person, List.of(WarningKind.TEXT_UNREAD.warning()));
  }
}
