package org.postbag.web.api;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.matching.campaign.OwnLine;
import org.postbag.review.QueueItem;

/// A letter of a group, with what is its own.
///
/// @param to whom the reply goes
/// @param salutation the first line of the reply
/// @param personal what the writer added to the campaign's text
/// @param opened whether you have read it as it is now
record GroupMemberJson(
    long id,
    int version,
    @Nullable String to,
    @Nullable String salutation,
    List<String> personal,
    boolean opened) {
  static GroupMemberJson of(QueueItem item, List<OwnLine> own, Set<Long> opened) {
    return new GroupMemberJson(
        item.letter(),
        item.version(),
        item.reply().map(reply -> reply.to().toString()).orElse(null),
        item.reply().flatMap(reply -> reply.text().lines().findFirst()).orElse(null),
        own.stream().map(OwnLine::text).toList(),
        opened.contains(item.letter()));
  }
}
