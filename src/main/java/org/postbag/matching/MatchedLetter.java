package org.postbag.matching;

import org.postbag.intake.ScreenedLetter;

/// A letter that was read and screened, and what it is about.
public record MatchedLetter(ScreenedLetter screened, Match match) {}
