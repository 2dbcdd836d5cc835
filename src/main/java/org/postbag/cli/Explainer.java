package org.postbag.cli;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
import org.postbag.reply.OwnReplies;
import org.postbag.reply.Proposal;
import org.postbag.reply.ReplyComposer;
import org.postbag.reply.ReplySettings;
import org.postbag.reply.SenderChecks;
import org.postbag.search.LetterPassage;

/// Puts one letter through reading, screening, matching and drafting, and changes nothing.
final class Explainer {
  private static final String NO_MAILBOX = "";

  private final LetterReader reader;
  private final Screening screening = new Screening();
  private final Matching matching;
  private final ReplyComposer composer;
  private final Set<Address> own;
  private final Campaigns campaigns = new Campaigns();
  private final List<String> files = new ArrayList<>();

  /// @param matching by the topics of that catalog
  /// @param settings how replies are made in the office
  /// @param help finds those who need help
  Explainer(
      Catalog catalog,
      Matching matching,
      ReplySettings settings,
      HelpDetector help,
      InstantSource clock) {
    this.own = settings.own();
    this.reader = new LetterReader(new OwnReplies(() -> catalog, OwnReplies.Sent.NONE));
    this.matching = matching;
    this.composer = new ReplyComposer(() -> catalog, settings, SenderChecks.NONE, () -> help, clock);
  }

  ExplainedLetter explain(String file, byte[] rfc822) {
    Letter letter = reader.read(rfc822);
    Screening.Outcome outcome = screening.screen(letter, own);
    Match match = matching.match(letter).in(campaign(file, letter, outcome));
    Proposal proposal = composer.propose(letter, NO_MAILBOX, outcome, match, false);
    return new ExplainedLetter(
        file,
        letter,
        outcome,
        match,
        composer.writer(letter),
        composer.help(letter),
        match.topic().flatMap(topic -> composer.stance(letter, topic)),
        proposal,
        composer.warnings(letter, match, proposal),
        match.campaign().map(campaign -> files.get((int) campaign.first())),
        outcome.mustNotReply() ? Optional.empty() : envelope(letter, proposal),
        composer.isFollowUp(letter));
  }

  /// Among the files that were explained before it.
  private Optional<Campaign> campaign(String file, Letter letter, Screening.Outcome outcome) {
    files.add(file);
    return outcome instanceof Screening.Outcome.SetAside
        ? Optional.empty()
        : campaigns.join(files.size() - 1, LetterPassage.of(letter));
  }

  private Optional<ExplainedLetter.Reply> envelope(Letter letter, Proposal proposal) {
    return proposal instanceof Proposal.Answer answer
        ? Optional.of(new ExplainedLetter.Reply(answer.to(), answer.thread()))
        : Recipient.of(letter, own)
            .map(to -> new ExplainedLetter.Reply(to, ReplyThread.of(letter)));
  }
}
