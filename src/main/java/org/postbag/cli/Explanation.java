package org.postbag.cli;

import java.util.List;
import java.util.Optional;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;
import org.postbag.email.ReplyThread;
import org.postbag.intake.Screening;
import org.postbag.matching.Match;
import org.postbag.people.Correspondent;
import org.postbag.people.NeedsHelp;

/// Everything that Postbag reads in one letter, and what it would do with it.
///
/// @param file the path as it was given
/// @param writer who wrote; empty when nobody can be answered
/// @param needsHelp signs that the writer asks for help
/// @param reply where an answer would go and how it stands in its thread; empty when there is none
/// @param replyName the standard reply that would be drafted
/// @param replyText the draft
record Explanation(
    String file,
    Letter letter,
    Screening.Outcome outcome,
    Match match,
    Optional<Correspondent> writer,
    List<NeedsHelp> needsHelp,
    Optional<Reply> reply,
    Optional<String> replyName,
    Optional<String> replyText) {

  /// The envelope of an answer.
  record Reply(NamedAddress to, ReplyThread thread) {}
}
