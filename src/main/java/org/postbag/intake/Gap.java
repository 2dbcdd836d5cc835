package org.postbag.intake;

import java.time.Instant;

/// A letter that the server lists and does not give.
///
/// @param tries how often it was asked for
/// @param nextTry when it is asked for again
/// @param why what the server did instead, in words
public record Gap(ImapUid uid, int tries, Instant nextTry, String why) {}
