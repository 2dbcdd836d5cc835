package org.postbag.cli;

import java.util.List;
import java.util.Optional;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;
import org.postbag.email.ReplyThread;
import org.postbag.intake.Screening;
import org.postbag.ledger.ReviewReason;
import org.postbag.matching.Match;
import org.postbag.matching.stance.StanceMatch;
import org.postbag.people.Correspondent;
import org.postbag.people.help.HelpSign;
import org.postbag.reply.Proposal;
import org.postbag.reply.Warning;

/// Everything that Postbag reads in one letter, and what it would do with it.
///
/// @param file the path as it was given
/// @param writer who wrote; empty when nobody can be answered
/// @param needsHelp signs that the writer asks for help
/// @param stance the side that it takes on its topic; empty where the topic has none
/// @param warnings what a person must have seen before a reply leaves, as far as the letter tells
/// @param campaign the file that names the campaign, of those explained with it
/// @param reply where an answer would go and how it stands in its thread; empty where no answer may
///   be drafted
/// @param followUp whether it answers a reply of ours
record ExplainedLetter(
    String file,
    Letter letter,
    Screening.Outcome outcome,
    Match match,
    Optional<Correspondent> writer,
    List<HelpSign> needsHelp,
    Optional<StanceMatch> stance,
    Proposal proposal,
    List<Warning> warnings,
    Optional<String> campaign,
    Optional<Reply> reply,
    boolean followUp) {

  /// The envelope of an answer.
  record Reply(NamedAddress to, ReplyThread thread) {}

  /// The standard reply that would be drafted.
  Optional<Proposal.Answer> answer() {
    return proposal instanceof Proposal.Answer answer ? Optional.of(answer) : Optional.empty();
  }

  /// The standard reply that a person would be offered.
  Optional<Proposal.Answer> suggestion() {
    return proposal instanceof Proposal.ForPerson person ? person.suggestion() : Optional.empty();
  }

  /// The state that the letter would get: `waiting`, `needsPerson` or `setAside`.
  String state() {
    return switch (proposal) {
      case Proposal.Answer _ -> "waiting";
      case Proposal.ForPerson _ -> "needsPerson";
      case Proposal.SetAside _ -> "setAside";
    };
  }

  /// Why a person must decide, or why it is never answered.
  Optional<ReviewReason> reason() {
    return switch (proposal) {
      case Proposal.Answer _ -> Optional.empty();
      case Proposal.ForPerson person -> Optional.of(person.reason());
      case Proposal.SetAside aside -> Optional.of(aside.reason());
    };
  }
}
