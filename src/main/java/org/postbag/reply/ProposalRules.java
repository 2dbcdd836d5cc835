package org.postbag.reply;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.intake.Screening;
import org.postbag.intake.ScreeningReason;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.HelpReason;
import org.postbag.ledger.ReviewReason;
import org.postbag.matching.Match;
import org.postbag.matching.campaign.Campaign;
import org.postbag.matching.stance.StanceMatch;
import org.postbag.people.help.HelpClass.Handling;
import org.postbag.people.help.HelpSign;

/// What becomes of a letter: a reply that awaits approval, a person, or nothing. The first rule
/// that holds decides.
final class ProposalRules {
  private final Supplier<Catalog> catalog;
  private final Set<Address> own;
  private final HelpReading help;
  private final Stances stances;
  private final AnswerWriter answers;

  /// @param own the office's own addresses
  ProposalRules(
      Supplier<Catalog> catalog,
      Set<Address> own,
      HelpReading help,
      Stances stances,
      AnswerWriter answers) {
    this.catalog = catalog;
    this.own = own;
    this.help = help;
    this.stances = stances;
    this.answers = answers;
  }

  /// See [ReplyComposer#propose].
  Proposal propose(
      Letter letter, String mailbox, Screening.Outcome screening, Match match, boolean imported) {
    return switch (screening) {
      case Screening.Outcome.SetAside(ScreeningReason found) ->
          new Proposal.SetAside(new ReviewReason.Screened(found));
      case Screening.Outcome.Held(ScreeningReason found) ->
          person(new ReviewReason.Screened(found), letter, mailbox, match);
      case Screening.Outcome.Personal _ when imported ->
          new Proposal.ForPerson(DraftReason.IMPORTED, Optional.empty());
      case Screening.Outcome.Personal _ -> answerOrPerson(letter, mailbox, match);
    };
  }

  private Proposal answerOrPerson(Letter letter, String mailbox, Match match) {
    Optional<HelpSign> sign =
        help.signs(letter, match.campaign()).stream().findFirst().filter(HelpSign::isSure);
    if (sign.isPresent()) {
      return person(reason(sign.get()), letter, mailbox, match);
    }
    if (!letter.saysSomething()) {
      return person(DraftReason.NOTHING_TO_READ, letter, mailbox, match);
    }
    if (isFollowUp(letter)) {
      return person(DraftReason.FOLLOW_UP, letter, mailbox, match);
    }
    if (match.topic().isEmpty()) {
      return new Proposal.ForPerson(DraftReason.NO_TOPIC, Optional.empty());
    }
    if (match.abstained()) {
      return person(DraftReason.UNSURE, letter, mailbox, match);
    }
    if (match.campaign().filter(Campaign::isPersonal).isPresent()) {
      return person(DraftReason.OWN_WORDS, letter, mailbox, match);
    }
    if (!help.knows(letter)) {
      return person(DraftReason.HELP_UNREAD, letter, mailbox, match);
    }
    return match.also().isPresent()
        ? twoTopics(letter, mailbox, match, match.also().get().topic())
        : matched(letter, mailbox, match.topic().get());
  }

  private static ReviewReason reason(HelpSign sign) {
    return new HelpReason(sign.kind().name(), sign.handling() == Handling.URGENT);
  }

  private Proposal matched(Letter letter, String mailbox, TopicId topic) {
    Optional<Proposal.Answer> answer = answers.of(letter, mailbox, topic);
    if (answer.isPresent()
        && stances.match(letter, topic).filter(StanceMatch::isUnsure).isPresent()) {
      return new Proposal.ForPerson(DraftReason.STANCE_UNSURE, answer);
    }
    return answer.isPresent()
        ? answer.get()
        : new Proposal.ForPerson(
            answers.whyNone(letter, topic), answers.suggested(letter, mailbox, topic));
  }

  /// Never one of them in silence: a person is offered both replies in one letter.
  private Proposal twoTopics(Letter letter, String mailbox, Match match, TopicId second) {
    Optional<Proposal.Answer> joint =
        match
            .topic()
            .flatMap(first -> catalog.get().jointReply(first, second, letter.language()))
            .flatMap(reply -> answers.of(letter, mailbox, Optional.of(reply)));
    return joint.isPresent()
        ? new Proposal.ForPerson(DraftReason.TWO_TOPICS, joint)
        : person(DraftReason.TWO_TOPICS, letter, mailbox, match);
  }

  private Proposal person(ReviewReason reason, Letter letter, String mailbox, Match match) {
    return new Proposal.ForPerson(
        reason,
        match
            .topic()
            .filter(topic -> isWorthSuggesting(topic, match) && !isFollowUp(letter))
            .flatMap(topic -> answers.suggested(letter, mailbox, topic)));
  }

  /// Whether a letter answers a reply of ours.
  boolean isFollowUp(Letter letter) {
    return FollowUp.is(letter, own);
  }

  /// A topic that does not even reach half of its threshold is a guess. Beside the letter its reply
  /// would look like a proposal, so there is none until a person has chosen a topic.
  private boolean isWorthSuggesting(TopicId id, Match match) {
    double threshold =
        catalog.get().topic(id).map(Topic::threshold).orElse(Topic.DEFAULT_THRESHOLD);
    return !match.abstained() || match.probability() >= threshold / 2;
  }
}
