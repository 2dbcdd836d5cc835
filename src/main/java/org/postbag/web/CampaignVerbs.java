package org.postbag.web;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.postbag.catalog.TopicId;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.campaign.StaffWord;
import org.postbag.review.Rematching;

/// What staff say of a campaign, from the desk or through the API; its letters are matched again. A
/// campaign is called by any number that it has or had. Empty: there is no such campaign.
public final class CampaignVerbs {
  public static final int LONGEST_NAME = 200;

  private final CampaignKeeper campaigns;
  private final Rematching rematching;

  CampaignVerbs(CampaignKeeper campaigns, Rematching rematching) {
    this.campaigns = campaigns;
    this.rematching = rematching;
  }

  /// Gives it a name, or takes it away.
  public Optional<Long> name(long id, Optional<String> name) {
    return say(id, said -> new StaffWord(name, said.topic(), said.closed()));
  }

  /// Its letters are about that topic, whatever the matcher says; empty takes it back.
  public Optional<Long> pin(long id, Optional<TopicId> topic) {
    return say(id, said -> new StaffWord(said.name(), topic, said.closed()));
  }

  /// It is over, or it is not: later letters still join it, and wait.
  public Optional<Long> close(long id, boolean closed) {
    return say(id, said -> new StaffWord(said.name(), said.topic(), closed));
  }

  private Optional<Long> say(long id, UnaryOperator<StaffWord> change) {
    Optional<Long> now = campaigns.number(id);
    now.ifPresent(number -> again(campaigns.say(number, change)));
    return now;
  }

  /// Makes two campaigns one; two numbers of one campaign change nothing.
  public Optional<Long> merge(long into, long from) {
    Optional<Long> now = campaigns.number(into);
    Optional<Long> other = campaigns.number(from);
    if (now.isEmpty() || other.isEmpty() || now.equals(other)) {
      return now.equals(other) ? now : Optional.empty();
    }
    again(campaigns.merge(now.get(), other.get()));
    return campaigns.number(now.get());
  }

  /// Takes letters out of it, one or several, as a campaign of their own.
  ///
  /// @return the new campaign; empty when they are not a part of it
  public Optional<Long> split(long id, List<Long> letters) {
    Optional<Long> made = campaigns.number(id).flatMap(now -> campaigns.split(now, letters));
    made.ifPresent(_ -> again(letters));
    return made;
  }

  /// Many letters take a while; nobody waits for that.
  private void again(List<Long> letters) {
    Thread.ofVirtual().name("campaign judged again").start(() -> rematching.run(letters));
  }
}
