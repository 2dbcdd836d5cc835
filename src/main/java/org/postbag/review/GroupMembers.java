package org.postbag.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.ledger.State;

/// The letters of a group: those that wait with the standard reply of one topic, and perhaps only
/// those of one campaign.
public final class GroupMembers {
  private GroupMembers() {}

  /// Letters that may be approved together, the oldest first.
  public static List<QueueItem> waiting(ReviewQueue queue, TopicId topic, Optional<Long> campaign) {
    return all(queue, State.WAITING, Optional.of(topic), campaign, GroupDecisions.MOST).stream()
        .filter(item -> item.reason().isEmpty())
        .filter(item -> item.reply().filter(QueueItem.Reply::byHand).isEmpty())
        .toList();
  }

  /// Letters of the campaign that a person is to read by themselves.
  public static List<QueueItem> apart(ReviewQueue queue, long campaign, int most) {
    return all(queue, State.NEEDS_PERSON, Optional.empty(), Optional.of(campaign), most);
  }

  private static List<QueueItem> all(
      ReviewQueue queue, State state, Optional<TopicId> topic, Optional<Long> campaign, int most) {
    List<QueueItem> items = new ArrayList<>();
    List<QueueItem> page;
    do {
      long after = items.isEmpty() ? 0 : items.getLast().letter();
      Filter filter = Filter.after(after, Optional.of(state), topic, Optional.empty(), Filter.MOST);
      page = queue.page(filter.of(campaign));
      items.addAll(page);
    } while (page.size() == Filter.MOST && items.size() < most);
    return items.subList(0, Math.min(most, items.size()));
  }
}
