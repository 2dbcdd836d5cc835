package org.postbag.web.desk;

import java.util.List;
import java.util.Set;
import org.postbag.matching.campaign.OwnLine;
import org.postbag.review.QueueItem;

/// A letter of a group in one row: what is its own, and nothing of what all of them say.
///
/// @param href the letter
/// @param who wrote it
/// @param to whom the reply goes
/// @param salutation the first line of the reply
/// @param own what the writer added; empty when nothing
/// @param sampled whether it is to be read before the group is approved
/// @param opened whether it was read by whoever looks at the page
record GroupRow(
    long letter,
    String href,
    String who,
    String to,
    String salutation,
    List<String> own,
    boolean sampled,
    boolean opened) {
  static GroupRow of(
      QueueItem item, List<OwnLine> own, ListAddress place, Set<Long> sample, Set<Long> opened) {
    return new GroupRow(
        item.letter(),
        place.letter(item.letter()),
        Lists.who(item),
        item.reply().map(reply -> reply.to().address().toString()).orElse(""),
        item.reply().flatMap(reply -> reply.text().lines().findFirst()).orElse(""),
        own.stream().map(OwnLine::text).toList(),
        sample.contains(item.letter()),
        opened.contains(item.letter()));
  }
}
