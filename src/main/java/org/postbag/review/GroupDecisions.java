package org.postbag.review;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.postbag.database.Database;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.matching.CampaignKeeper;

/// One decision on a frozen list of letters. It is made in one transaction, so of two people one
/// wins; the other is told who. Nothing is approved before the letters that were drawn have been
/// opened.
public final class GroupDecisions {
  /// Letters that one decision may approve.
  public static final int MOST = 5_000;

  private final Database database;
  private final JdbcGroups rows;
  private final JdbcDrafts drafts;
  private final JdbcMatches matches;
  private final Ledger ledger;
  private final Decisions decisions;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final CampaignKeeper campaigns;

  /// @param random draws the letters to be read
  public GroupDecisions(
      Database database,
      Ledger ledger,
      Decisions decisions,
      InstantSource clock,
      CampaignKeeper campaigns,
      RandomGenerator random) {
    this.database = database;
    this.rows = new JdbcGroups(database);
    this.drafts = new JdbcDrafts(database);
    this.matches = new JdbcMatches(database);
    this.ledger = ledger;
    this.decisions = decisions;
    this.clock = clock;
    this.random = random;
    this.campaigns = campaigns;
  }

  /// A person opened a letter.
  public void opened(QueueItem item, Actor by) {
    if (item.state() == State.WAITING) {
      DraftVersion seen = new DraftVersion(item.letter(), item.version());
      database.doInTransaction(() -> rows.opened(seen, by.name(), clock.instant()));
    }
  }

  /// The letters of a group that a person reads before approving it. The same ones each time, and
  /// others in the place of those that were taken out.
  public Set<Long> sample(String group, List<QueueItem> items, Actor by) {
    return database.inTransaction(() -> {
      Set<Long> sample = draw(group, items, by);
      rows.keepSample(group, by.name(), sample, clock.instant());
      return sample;
    });
  }

  private Set<Long> draw(String group, List<QueueItem> items, Actor by) {
    Set<Long> own = matches.ownLines(items.stream().map(QueueItem::letter).toList()).keySet();
    return GroupSample.draw(items, own, rows.sample(group, by.name()), random);
  }

  /// Which of these a person has opened as they are now.
  public Set<Long> opened(List<QueueItem> items, Actor by) {
    List<DraftVersion> versions =
        items.stream().map(item -> new DraftVersion(item.letter(), item.version())).toList();
    return rows.openedOf(versions, by.name());
  }

  /// Approves the letters of a list, as they were seen.
  ///
  /// @param acknowledged the words of the warnings that the person has seen for all of them
  public GroupDecision approve(
      String group, List<DraftVersion> list, Set<String> acknowledged, Actor by) {
    GroupDecision decision = ledger.inTurn(() -> approveInTurn(group, list, acknowledged, by));
    if (decision instanceof GroupDecision.Carried carried) {
      pin(carried);
    }
    return decision;
  }

  /// Gives a campaign its topic, where all of them are of one campaign and one topic.
  private void pin(GroupDecision.Carried carried) {
    List<JdbcGroups.CampaignTopic> approved = rows.campaignTopics(carried.id());
    if (carried.approved() < 2 || approved.size() != 1) {
      return;
    }
    JdbcGroups.CampaignTopic one = approved.getFirst();
    one.campaign()
        .filter(
            campaign -> one.topic().filter(topic -> campaigns.decided(campaign, topic)).isPresent())
        .ifPresent(campaign -> rows.pinned(carried.id(), campaign));
  }

  private GroupDecision approveInTurn(
      String group, List<DraftVersion> list, Set<String> acknowledged, Actor by) {
    List<QueueItem> items = new ArrayList<>();
    List<GroupDecision.Difference> differences = new ArrayList<>();
    for (DraftVersion seen : list) {
      Optional<QueueItem> item = drafts.find(seen.letter());
      item.ifPresent(items::add);
      difference(seen, item).ifPresent(differences::add);
    }
    if (!differences.isEmpty()) {
      return new GroupDecision.Changed(differences);
    }
    Set<Long> sample = draw(group, items, by);
    Set<Long> opened = rows.openedOf(list, by.name());
    List<Long> unread = sample.stream().filter(letter -> !opened.contains(letter)).toList();
    if (!unread.isEmpty()) {
      rows.keepSample(group, by.name(), sample, clock.instant());
      return new GroupDecision.NotRead(unread);
    }
    return carried(
        group, list, items, decisions.approveAll(list, acknowledged, by), sample, opened, by);
  }

  private GroupDecision carried(
      String group,
      List<DraftVersion> list,
      List<QueueItem> items,
      List<Decision> outcomes,
      Set<Long> sample,
      Set<Long> opened,
      Actor by) {
    long approved = outcomes.stream().filter(Decision.Done.class::isInstance).count();
    if (approved == 0) {
      return new GroupDecision.Carried(0, outcomes);
    }
    String hash = items.getFirst().reply().flatMap(QueueItem.Reply::replyHash).orElse(null);
    long id = rows.insert(group, by.name(), hash, approved, clock.instant());
    List<JdbcGroups.Member> members = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      long letter = list.get(i).letter();
      members.add(
          new JdbcGroups.Member(
              list.get(i),
              outcomes.get(i) instanceof Decision.Done ? "approved" : "refused",
              opened.contains(letter),
              sample.contains(letter)));
    }
    rows.insertMembers(id, members);
    rows.forgetSample(group, by.name());
    return new GroupDecision.Carried(id, outcomes);
  }

  private Optional<GroupDecision.Difference> difference(
      DraftVersion seen, Optional<QueueItem> item) {
    if (item.isEmpty()) {
      return Optional.of(new GroupDecision.Difference(seen.letter(), "There is no such letter"));
    }
    boolean same = item.get().version() == seen.version() && item.get().state() == State.WAITING;
    return same ? Optional.empty() : Optional.of(changed(item.get()));
  }

  private GroupDecision.Difference changed(QueueItem item) {
    String by = ledger.history(item.letter()).getLast().actor();
    return new GroupDecision.Difference(
        item.letter(), by + " changed it; it is " + item.state().label() + " now");
  }

  /// Takes back all of a decision that has not left.
  ///
  /// @return how many replies were taken back; empty when there is no such decision
  public Optional<Long> undo(long decision, Actor by) {
    Optional<Long> undone = undoInTurn(decision, by);
    undone.flatMap(_ -> rows.takePin(decision)).ifPresent(campaigns::undone);
    return undone;
  }

  private Optional<Long> undoInTurn(long decision, Actor by) {
    return ledger.inTurn(() -> {
      if (rows.actorOf(decision).isEmpty()) {
        return Optional.empty();
      }
      long undone =
          rows.approvedBy(decision).stream()
              .map(letter -> decisions.undo(letter, by))
              .filter(Decision.Done.class::isInstance)
              .count();
      rows.undone(decision, clock.instant());
      return Optional.of(undone);
    });
  }
}
