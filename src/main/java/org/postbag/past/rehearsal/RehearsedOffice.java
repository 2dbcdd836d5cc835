package org.postbag.past.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.text.Passage;
import org.postbag.email.Letter;
import org.postbag.intake.ImapUid;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.ScreenedLetter;
import org.postbag.intake.Screening;
import org.postbag.matching.Example;
import org.postbag.matching.Match;
import org.postbag.matching.MatchedLetter;
import org.postbag.matching.Matching;
import org.postbag.matching.SimilarLetters;
import org.postbag.matching.campaign.Campaign;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.training.Trainer;
import org.postbag.past.PastLetter;
import org.postbag.past.rehearsal.Rehearsed.Doing;
import org.postbag.reply.Proposal;
import org.postbag.reply.ReplyComposer;
import org.postbag.reply.SenderChecks;
import org.postbag.search.IndexedLetter;
import org.postbag.search.LetterPassage;
import org.postbag.search.LetterSample;

/// The daemon's matcher and composer over an office's past: letters come, answers are learned from.
final class RehearsedOffice {
  /// As many new decisions as make the daemon train.
  private static final int MIN_NEW_DECISIONS = 20;

  /// After years of decisions twenty more change nothing, and a rehearsal of months would train for
  /// hours.
  private static final double NEW = 0.05;

  private static final int CAMPAIGN_BATCH = 100;
  private static final String MAILBOX = "past";

  private final LetterSample sample;
  private final Campaigns campaigns = new Campaigns();
  private final Matching matching;
  private final ReplyComposer composer;
  private final List<Example> examples = new ArrayList<>();
  private int newExamples;
  private int trainings;
  private int joined;
  private Instant now = Instant.EPOCH;

  RehearsedOffice(Catalog catalog, RehearsalSettings settings, LetterSample sample) {
    this.sample = sample;
    Catalog inForce = catalog.withDefault(settings.draftRule());
    matching =
        new Matching(
            inForce,
            SimilarLetters.in(sample.index()),
            campaigns,
            Embedder.OFF,
            settings.draftRule());
    composer =
        new ReplyComposer(
            () -> inForce,
            settings.replies(),
            SenderChecks.NONE,
            settings::help,
            settings::speech,
            () -> now);
  }

  /// A letter of the older part: it stands in the index, and in its campaign.
  void remember(List<PastLetter> letters) {
    sample.add(
        letters.stream()
            .map(one -> new IndexedLetter(one.id(), "", passage(one), Optional.empty()))
            .toList());
    for (PastLetter letter : letters) {
      if (!(letter.screening() instanceof Screening.Outcome.SetAside)) {
        campaigns.join(letter.id(), passage(letter));
        if (++joined % CAMPAIGN_BATCH == 0) {
          campaigns.reconcile();
        }
      }
    }
  }

  private static Passage passage(PastLetter letter) {
    return LetterPassage.of(letter.letter());
  }

  /// Answers that were sent, as decisions of staff.
  ///
  /// @param topics of each letter; empty where the answer was written by hand
  void learn(List<PastLetter> letters, List<Optional<TopicId>> topics) {
    List<LetterSample.Decision> decisions = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      PastLetter letter = letters.get(i);
      examples.add(new Example(topics.get(i), passage(letter), OptionalLong.of(letter.id())));
      decisions.add(new LetterSample.Decision(letter.id(), topics.get(i)));
    }
    sample.decide(decisions);
    newExamples += letters.size();
  }

  /// What the daemon does in between: it reconciles campaigns, and trains when there is enough that
  /// is new.
  void inBetween() {
    campaigns.reconcile();
    if (newExamples >= Math.max(MIN_NEW_DECISIONS, NEW * examples.size())) {
      newExamples = 0;
      int most = matching.maxExamples();
      List<Example> newest =
          List.copyOf(examples.subList(Math.max(0, examples.size() - most), examples.size()));
      Trainer.Outcome outcome = matching.trainAndValidate(newest);
      if (outcome.rejectionReason().isEmpty()) {
        matching.activate(outcome, newest);
        trainings++;
      }
    }
  }

  int trainings() {
    return trainings;
  }

  /// A letter that comes now, by the steps of the mail flow.
  Rehearsed receive(PastLetter letter, RealAnswer answer) {
    now = letter.at();
    ImapUid uid = new ImapUid(MAILBOX, letter.folder(), 1, letter.id());
    KeptLetter kept = new KeptLetter(letter.id(), uid, letter.at(), false, false, new byte[0]);
    Letter read = letter.letter();
    MatchedLetter matched = matching.matched(new ScreenedLetter(kept, read, letter.screening()));
    Proposal proposal = composer.propose(read, MAILBOX, letter.screening(), matched.match(), false);
    return rehearsed(letter, matched.match(), proposal, answer);
  }

  private Rehearsed rehearsed(
      PastLetter letter, Match match, Proposal proposal, RealAnswer answer) {
    boolean help = !composer.help(letter.letter(), match).isEmpty();
    OptionalLong campaign =
        match.campaign().map(Campaign::first).map(OptionalLong::of).orElse(OptionalLong.empty());
    return switch (proposal) {
      case Proposal.Answer _ ->
          new Rehearsed(letter, Doing.DRAFTED, match.topic(), "", help, campaign, answer);
      case Proposal.ForPerson person ->
          new Rehearsed(
              letter,
              Doing.LEFT_TO_PERSON,
              match.topic(),
              person.reason().sentence(),
              help,
              campaign,
              answer);
      case Proposal.SetAside aside ->
          new Rehearsed(
              letter,
              Doing.SET_ASIDE,
              Optional.empty(),
              aside.reason().sentence(),
              help,
              campaign,
              answer);
    };
  }
}
