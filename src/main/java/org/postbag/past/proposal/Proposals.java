package org.postbag.past.proposal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postbag.database.Database;
import org.postbag.ledger.Actor;
import org.postbag.past.proposal.KeptProposal.State;
import org.postbag.past.proposal.ProposedTopic.ProposedReply;

/// The proposals that are kept, and what staff decide on them. A proposal that was taken is in
/// force by its files in `config/`; here stands only which letters are its examples.
public final class Proposals {
  private final Database database;
  private final JdbcProposals rows;
  private final InstantSource clock;

  public Proposals(Database database, InstantSource clock) {
    this.database = database;
    this.rows = new JdbcProposals(database);
    this.clock = clock;
  }

  /// Open proposals first, then what was decided on; each in the order in which it was made.
  public List<KeptProposal> all() {
    List<KeptProposal> all = new ArrayList<>(rows.all());
    all.sort(java.util.Comparator.comparing(one -> !one.isOpen()));
    return all;
  }

  public Optional<KeptProposal> find(long id) {
    return rows.find(id);
  }

  /// Puts what was found in the place of the open proposals. What was decided stays: letters that
  /// are on a matter that was taken, joined or left are no new proposal.
  ///
  /// @param taken names of topics and replies that there are
  /// @return how many are new
  public int renew(PastTopics.Found found, Collection<String> taken) {
    Instant now = clock.instant();
    return database.inTransaction(() -> {
      rows.deleteOpen();
      int added = 0;
      for (Proposing.Made made : new Proposing(taken).of(found.topics())) {
        Optional<Long> decided = decided(made.letters());
        long proposal = decided.isPresent() ? decided.get() : rows.insert(made.topic(), now);
        rows.addExamples(proposal, made.letters());
        added += decided.isPresent() ? 0 : 1;
      }
      return added;
    });
  }

  /// The decided proposal that has at least half of these letters.
  private Optional<Long> decided(List<Long> letters) {
    Map<Long, Integer> counts = new HashMap<>();
    rows.proposalsOf(letters).forEach(proposal -> counts.merge(proposal, 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(one -> 2 * one.getValue() >= letters.size())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// A person took it, as that topic.
  ///
  /// @return false when somebody decided on it before
  public boolean take(long id, String topic, Actor by) {
    return rows.decide(id, State.OPEN, State.TAKEN, Optional.of(topic), by.name(), clock.instant());
  }

  public boolean leave(long id, Actor by) {
    return rows.decide(id, State.OPEN, State.LEFT, Optional.empty(), by.name(), clock.instant());
  }

  /// What was left is proposed once more.
  public boolean reopen(long id, Actor by) {
    return rows.decide(id, State.LEFT, State.OPEN, Optional.empty(), by.name(), clock.instant());
  }

  /// Makes one proposal part of another: its letters are examples of that one, its reply is shown
  /// there.
  ///
  /// @return false when one of them is not open
  public boolean join(long id, long into, Actor by) {
    return database.inTransaction(() -> {
      Optional<KeptProposal> from = rows.find(id).filter(KeptProposal::isOpen);
      Optional<KeptProposal> to = rows.find(into).filter(KeptProposal::isOpen);
      if (id == into || from.isEmpty() || to.isEmpty()) {
        return false;
      }
      rows.change(into, joined(to.get().proposed(), from.get().proposed()));
      rows.moveExamples(id, into);
      return rows.decide(
          id, State.OPEN, State.JOINED, Optional.empty(), by.name(), clock.instant());
    });
  }

  private static ProposedTopic joined(ProposedTopic one, ProposedTopic other) {
    List<ProposedReply> replies = new ArrayList<>(one.replies());
    replies.addAll(other.replies());
    return new ProposedTopic(
        one.name(),
        one.title(),
        one.letters() + other.letters(),
        Stream.concat(one.languages().stream(), other.languages().stream()).distinct().toList(),
        Stream.concat(one.keywords().stream(), other.keywords().stream()).distinct().toList(),
        replies,
        Stream.concat(one.campaigns().stream(), other.campaigns().stream()).toList());
  }
}
