package org.postbag.intake;

import org.postbag.email.Letter;

/// A kept letter that was read, and whether it may be answered.
public record ScreenedLetter(KeptLetter kept, Letter letter, Screening.Outcome screening) {}
