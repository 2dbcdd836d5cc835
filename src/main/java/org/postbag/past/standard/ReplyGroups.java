package org.postbag.past.standard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.postbag.matching.campaign.Campaign;
import org.postbag.matching.campaign.Campaigns;

/// Sent replies in nearly the same words.
final class ReplyGroups {
  /// As many letters as the daemon reads before it reconciles campaigns.
  private static final int BATCH = 100;

  /// A reply of whose words more are its writer's own was written by hand.
  private static final double MOST_OWN = 0.5;

  private final Campaigns campaigns = new Campaigns();

  /// The groups, each in the order of time; replies that belong to none are left out.
  ///
  /// @param replies the oldest first
  /// @param least how many replies, to different people, make a group
  Collection<List<PastReply>> of(Collection<PastReply> replies, int least) {
    int read = 0;
    for (PastReply sent : replies) {
      campaigns.join(sent.id(), sent.passage());
      if (++read % BATCH == 0) {
        campaigns.reconcile();
      }
    }
    campaigns.reconcileAll();
    Map<Long, List<PastReply>> groups = new TreeMap<>();
    for (PastReply sent : replies) {
      campaigns
          .current(sent.id(), sent.passage())
          .filter(campaign -> isStandard(campaign, sent))
          .ifPresent(
              found -> groups.computeIfAbsent(found.first(), _ -> new ArrayList<>()).add(sent));
    }
    groups.values().removeIf(group -> recipients(group) < least);
    return groups.values();
  }

  private static boolean isStandard(Campaign campaign, PastReply sent) {
    int words = sent.reply().ownText().split("\\s+", -1).length;
    return campaign.ownWords() <= MOST_OWN * words;
  }

  private static int recipients(List<PastReply> group) {
    Set<String> all = new HashSet<>();
    group.forEach(sent -> all.add(sent.recipient()));
    return all.size();
  }
}
