package org.postbag.cli;

import java.util.Optional;
import java.util.Set;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.email.Recipient;
import org.postbag.email.ReplyThread;
import org.postbag.intake.Screening;
import org.postbag.matching.Match;
import org.postbag.people.Correspondents;
import org.postbag.people.NeedsHelp;

/// Puts one letter through reading, screening, matching and drafting, and changes nothing.
final class Explainer {
  private final LetterReader reader = new LetterReader();
  private final Screening screening = new Screening();
  private final Correspondents correspondents = new Correspondents();
  private final Set<Address> own;

  Explainer(Set<Address> own) {
    this.own = Set.copyOf(own);
  }

  Explanation explain(String file, byte[] rfc822) {
    Letter letter = reader.read(rfc822);
    Screening.Outcome outcome = screening.screen(letter, own);
    return new Explanation(
        file,
        letter,
        outcome,
        Match.NONE,
        correspondents.of(letter, own),
        NeedsHelp.in(letter.visibleText()),
        outcome.mustNotReply() ? Optional.empty() : reply(letter),
        Optional.empty(),
        Optional.empty());
  }

  private Optional<Explanation.Reply> reply(Letter letter) {
    return Recipient.of(letter, own).map(to -> new Explanation.Reply(to, ReplyThread.of(letter)));
  }
}
