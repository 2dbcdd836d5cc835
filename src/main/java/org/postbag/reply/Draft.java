package org.postbag.reply;

import org.postbag.email.Letter;
import org.postbag.intake.KeptLetter;
import org.postbag.matching.Match;

/// A letter that was read, what it is about, and what is proposed for it.
public record Draft(KeptLetter kept, Letter letter, Match match, Proposal proposal) {}
