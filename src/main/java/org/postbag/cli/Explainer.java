package org.postbag.cli;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postbag.catalog.Catalog;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.email.Recipient;
import org.postbag.email.ReplyThread;
import org.postbag.intake.Screening;
import org.postbag.matching.Match;
import org.postbag.matching.Matching;
import org.postbag.matching.campaign.Campaign;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.people.help.HelpDetector;
import org.postbag.people.name.Speech;
import org.postbag.reply.OwnReplies;
import org.postbag.reply.Proposal;
import org.postbag.reply.ReplyComposer;
import org.postbag.reply.ReplySettings;
import org.postbag.reply.SenderChecks;
import org.postbag.search.LetterPassage;

/// Puts one letter through reading, screening, matching and drafting, and changes nothing.
final class Explainer {
  private static final String NO_MAILBOX = "";

  /// As many letters as the daemon reads before it reconciles campaigns.
  private static final int BATCH = 100;

  private final LetterReader reader;
  private final Screening screening = new Screening();
  private final Matching matching;
  private final ReplyComposer composer;
  private final Set<Address> own;
  private final Campaigns campaigns = new Campaigns();
  private final Map<String, Long> files = new LinkedHashMap<>();
  private List<String> names = List.of();

  /// @param matching by the topics of that catalog
  /// @param settings how replies are made in the office
  /// @param help finds those who need help
  /// @param speech how letters are written in the office's languages
  Explainer(
      Catalog catalog,
      Matching matching,
      ReplySettings settings,
      HelpDetector help,
      Speech speech,
      InstantSource clock) {
    this.own = settings.own();
    this.reader = new LetterReader(new OwnReplies(() -> catalog, OwnReplies.Sent.NONE));
    this.matching = matching;
    this.composer =
        new ReplyComposer(
            () -> catalog, settings, SenderChecks.NONE, () -> help, () -> speech, clock);
  }

  /// Reads a letter for its campaign alone, so that each can be explained by what all of them say.
  void gather(String file, byte[] rfc822) {
    Letter letter = reader.read(rfc822);
    files.put(file, files.size() + 1L);
    if (!(screening.screen(letter, own) instanceof Screening.Outcome.SetAside)) {
      campaigns.join(files.size(), LetterPassage.of(letter));
      if (files.size() % BATCH == 0) {
        campaigns.reconcile();
      }
    }
  }

  /// All letters were gathered.
  void gathered() {
    campaigns.reconcileAll();
    names = List.copyOf(files.keySet());
  }

  ExplainedLetter explain(String file, byte[] rfc822) {
    Letter letter = reader.read(rfc822);
    Screening.Outcome outcome = screening.screen(letter, own);
    Match match = matching.match(letter).in(campaign(file, letter));
    Proposal proposal = composer.propose(letter, NO_MAILBOX, outcome, match, false);
    return new ExplainedLetter(
        file,
        letter,
        outcome,
        match,
        composer.writer(letter),
        composer.help(letter, match),
        match.topic().flatMap(topic -> composer.stance(letter, topic)),
        proposal,
        composer.warnings(letter, match, proposal),
        match.campaign().map(campaign -> names.get((int) campaign.first() - 1)),
        outcome.mustNotReply() ? Optional.empty() : envelope(letter, proposal),
        composer.isFollowUp(letter));
  }

  private Optional<Campaign> campaign(String file, Letter letter) {
    return Optional.ofNullable(files.get(file))
        .flatMap(number -> campaigns.current(number, LetterPassage.of(letter)));
  }

  private Optional<ExplainedLetter.Reply> envelope(Letter letter, Proposal proposal) {
    return proposal instanceof Proposal.Answer answer
        ? Optional.of(new ExplainedLetter.Reply(answer.to(), answer.thread()))
        : Recipient.of(letter, own)
            .map(to -> new ExplainedLetter.Reply(to, ReplyThread.of(letter)));
  }
}
