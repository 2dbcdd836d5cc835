package org.postbag.reply;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.TopicId;
import org.postbag.email.Letter;
import org.postbag.matching.Match;
import org.postbag.people.Correspondents;

/// Looks up what [Warnings] needs to know of a letter and its reply.
///
/// @param catalog in force, asked again for each letter
record DraftWarnings(
    Supplier<Catalog> catalog,
    ReplySettings settings,
    Correspondents correspondents,
    Stances stances,
    HelpReading help,
    SenderChecks senderChecks) {
  /// Of what is proposed.
  List<Warning> of(Letter letter, Match match, Proposal proposal) {
    return switch (proposal) {
      case Proposal.Answer answer ->
          of(letter, match.topic(), Optional.of(match), Optional.of(answer));
      case Proposal.ForPerson person ->
          of(letter, match.topic(), Optional.of(match), person.suggestion());
      case Proposal.SetAside _ -> List.of();
    };
  }

  /// Of a reply that a person chose.
  ///
  /// @param match empty where the choice stands against it
  List<Warning> of(
      Letter letter,
      Optional<TopicId> topic,
      Optional<Match> match,
      Optional<Proposal.Answer> answer) {
    return Warnings.of(
        letter,
        help.signs(letter, match.flatMap(Match::campaign)),
        help.knows(letter),
        match,
        answer,
        answer.flatMap(_ -> topic).flatMap(id -> stances.match(letter, id)),
        correspondents.of(letter, settings.own()),
        catalog.get(),
        settings,
        senderChecks);
  }
}
