package org.postbag.reply;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.TopicId;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.ScreenedLetter;
import org.postbag.intake.Screening;
import org.postbag.matching.Match;
import org.postbag.matching.MatchedLetter;
import org.postbag.matching.stance.StanceMatch;
import org.postbag.people.Correspondent;
import org.postbag.people.Correspondents;
import org.postbag.people.help.HelpDetector;
import org.postbag.people.help.HelpSign;
import org.postbag.people.help.LiveHelp;
import org.postbag.people.name.Salutations;
import org.postbag.people.name.Speech;

/// The room's door: from a letter and its match to what is proposed.
public final class ReplyComposer {
  private final Supplier<Catalog> catalog;
  private final ReplySettings settings;
  private final Correspondents correspondents;
  private final DraftWarnings warnings;
  private final Stances stances;
  private final HelpReading help;
  private final AnswerWriter answers;
  private final ProposalRules rules;

  /// Without checks of the sender.
  public ReplyComposer(Supplier<Catalog> catalog, ReplySettings settings, InstantSource clock) {
    this(catalog, settings, SenderChecks.NONE, clock);
  }

  /// With the shipped signs of help.
  public ReplyComposer(
      Supplier<Catalog> catalog,
      ReplySettings settings,
      SenderChecks senderChecks,
      InstantSource clock) {
    this(catalog, settings, senderChecks, LiveHelp::shipped, clock);
  }

  /// With the shipped language files.
  public ReplyComposer(
      Supplier<Catalog> catalog,
      ReplySettings settings,
      SenderChecks senderChecks,
      Supplier<HelpDetector> help,
      InstantSource clock) {
    this(catalog, settings, senderChecks, help, Speech::shipped, clock);
  }

  /// @param catalog the catalog in force, asked again for each letter
  /// @param help the detector in force, likewise
  /// @param speech how letters are written in the office's languages, likewise
  public ReplyComposer(
      Supplier<Catalog> catalog,
      ReplySettings settings,
      SenderChecks senderChecks,
      Supplier<HelpDetector> help,
      Supplier<Speech> speech,
      InstantSource clock) {
    this.help = new HelpReading(help);
    this.catalog = catalog;
    this.settings = settings;
    this.stances = new Stances(catalog);
    Supplier<Salutations> salutations = new SpokenSalutations(settings.salutations(), speech);
    this.correspondents =
        new Correspondents(settings.constituency(), salutations, settings.signatures().values());
    this.warnings =
        new DraftWarnings(catalog, settings, correspondents, stances, this.help, senderChecks);
    this.answers = new AnswerWriter(catalog, settings, salutations, correspondents, stances, clock);
    this.rules = new ProposalRules(catalog, settings.own(), this.help, stances, answers);
  }

  /// Who wrote a letter; empty when there is nobody to answer to.
  public Optional<Correspondent> writer(Letter letter) {
    return correspondents.of(letter, settings.own());
  }

  /// The signs that somebody needs help, the most pressing first, in what the writer added.
  public List<HelpSign> help(Letter letter, Match match) {
    return help.signs(letter, match.campaign());
  }

  /// The same in a text by itself, to be marked there.
  public List<HelpSign> helpIn(String text) {
    return help.signs(text);
  }

  /// The side that a letter takes on a topic; empty where nobody is asked for one.
  public Optional<StanceMatch> stance(Letter letter, TopicId topic) {
    return stances.match(letter, topic);
  }

  /// The draft for a letter that was screened and matched.
  public Draft draft(MatchedLetter matched) {
    ScreenedLetter screened = matched.screened();
    KeptLetter kept = screened.kept();
    Proposal proposal =
        propose(
            screened.letter(),
            kept.uid().mailbox(),
            screened.screening(),
            matched.match(),
            kept.imported());
    return new Draft(
        kept,
        screened.letter(),
        matched.match(),
        proposal,
        warnings.of(screened.letter(), matched.match(), proposal),
        home(screened.letter()));
  }

  /// Empty for an office that does not say whom it speaks for.
  private Optional<WriterHome> home(Letter letter) {
    return writer(letter)
        .filter(_ -> settings.constituency().isKnown())
        .map(new HomeVariants(catalog.get(), settings.constituency())::home);
  }

  /// What to do with a letter that was screened and matched.
  ///
  /// @param mailbox the mailbox it came to
  /// @param imported true for a letter older than the first start: it gets no draft
  public Proposal propose(
      Letter letter, String mailbox, Screening.Outcome screening, Match match, boolean imported) {
    return rules.propose(letter, mailbox, screening, match, imported);
  }

  /// What a person must have seen before they approve what is proposed.
  public List<Warning> warnings(Letter letter, Match match, Proposal proposal) {
    return warnings.of(letter, match, proposal);
  }

  /// Whether a letter answers a reply of ours: it goes to a person, without the same reply once
  /// more.
  public boolean isFollowUp(Letter letter) {
    return rules.isFollowUp(letter);
  }

  /// The standard reply of a topic that a person chose for a letter.
  public ChosenReply chosen(Letter letter, String mailbox, TopicId topic) {
    Optional<Proposal.Answer> answer = answers.suggested(letter, mailbox, topic);
    return new ChosenReply(
        answer, warnings.of(letter, Optional.of(topic), Optional.empty(), answer));
  }

  /// The standard reply of that name, picked by a person; no answer when it may not be used.
  public ChosenReply picked(Letter letter, String mailbox, String replyName) {
    return byHand(letter, answers.picked(letter, mailbox, replyName));
  }

  /// A greeting and a signature, to be filled by a person; no answer when there is nobody to
  /// answer.
  public ChosenReply blank(Letter letter, String mailbox) {
    return byHand(letter, answers.blank(letter, mailbox));
  }

  /// A message to somebody else, with the letter quoted, to be written by a person.
  public ChosenReply forward(Letter letter, String mailbox, NamedAddress to) {
    return byHand(letter, Optional.of(answers.forward(letter, mailbox, to)));
  }

  private ChosenReply byHand(Letter letter, Optional<Proposal.Answer> answer) {
    return new ChosenReply(answer, warnings.of(letter, Optional.empty(), Optional.empty(), answer));
  }

  /// The standard reply of a topic for that letter; empty when the topic has none that may be used
  /// today and in the letter's language, or when there is nobody to answer to.
  public Optional<Proposal.Answer> answer(Letter letter, String mailbox, TopicId topic) {
    return answers.of(letter, mailbox, topic);
  }
}
