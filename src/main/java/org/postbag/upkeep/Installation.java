package org.postbag.upkeep;

import java.time.Duration;
import java.util.List;

/// What a public record says of an installation that stands in its settings.
///
/// @param contact the first mailbox's address
/// @param mailboxes the names of the mailboxes
/// @param topics how many topics there are
/// @param withReply how many of them have a standard reply
/// @param dryRun whether approved replies stay, by the settings
/// @param meaning whether a sentence model is used
/// @param draftsRight what share of drafts is to be right, in words
public record Installation(
    String office,
    String version,
    String contact,
    List<String> mailboxes,
    int topics,
    int withReply,
    Duration undoWindow,
    boolean dryRun,
    boolean meaning,
    String draftsRight) {
  public Installation {
    mailboxes = List.copyOf(mailboxes);
  }
}
