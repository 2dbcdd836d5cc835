package org.postbag.matching;

import org.postbag.intake.ScreenedLetter;

/// A letter that was read and screened, with its match.
public record MatchedLetter(ScreenedLetter screened, Match match) {}
