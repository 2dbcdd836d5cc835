package org.postbag.matching.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.ShingleSet;

/// The room's door: recent campaigns, each known by what its members have in common.
///
/// Safe for several threads. Asking again about the same letter gives the same campaign.
public final class Campaigns {
  /// A text with fewer runs is too short to tell a campaign from chance.
  private static final int MIN_RUNS = 12;

  private final ClusterTable table = new ClusterTable();
  private final Set<Integer> changed = new HashSet<>();
  private final Set<Integer> unsaved = new HashSet<>();
  private final SameText sameText = new SameText();
  private final Newcomers newcomers = new Newcomers(table, sameText);

  /// Two campaigns that turned out to be one.
  ///
  /// @param from the number that it had
  /// @param to the number that it has
  /// @param letter whether it was a letter by itself, `from` being its own number
  public record Merge(long from, long to, boolean letter) {}

  /// The campaign of a letter; empty if it resembles no other so far. The letter is remembered for
  /// later ones.
  public Optional<Campaign> join(long letter, Passage passage) {
    LetterText text = LetterText.of(passage.text());
    synchronized (this) {
      int place = table.placeOf(letter);
      if (place >= 0) {
        return member(place, text);
      }
      if (text.runs().length >= MIN_RUNS) {
        changed(newcomers.place(letter, text, passage));
      }
      return member(table.placeOf(letter), text);
    }
  }

  /// The campaign of a letter as it stands; the letter is not remembered.
  public Optional<Campaign> current(long letter, Passage passage) {
    LetterText text = LetterText.of(passage.text());
    synchronized (this) {
      return member(table.placeOf(letter), text);
    }
  }

  private void changed(int place) {
    changed.add(place);
    unsaved.add(place);
  }

  private Optional<Campaign> member(int place, LetterText text) {
    return table
        .group(place)
        .filter(group -> group.members() > 1)
        .map(group -> member(group, text));
  }

  private Campaign member(Cluster group, LetterText text) {
    List<Sentence> own = PersonalLines.of(text, group);
    return new Campaign(
        group.number(),
        newcomers.likeness(text, group),
        group.members(),
        own.stream().mapToInt(Sentence::words).sum(),
        own.stream().map(sentence -> OwnLine.of(text, sentence)).toList(),
        Signs.of(text, own, group));
  }

  /// Merges groups that turned out to be one campaign, since it was last called.
  public synchronized List<Merge> reconcile() {
    List<Integer> places = new ArrayList<>(changed);
    changed.clear();
    places.forEach(table::reindex);
    return merged(new ClusterMerging(table).run(places));
  }

  /// Goes through all groups, not only those that changed.
  public synchronized List<Merge> reconcileAll() {
    changed.clear();
    table.reindexAll();
    return merged(new ClusterMerging(table).run(table.places(_ -> true)));
  }

  private List<Merge> merged(List<Merge> merges) {
    merges.forEach(merge -> unsaved.add(table.placeOfNumber(merge.to())));
    return merges;
  }

  /// The number that a campaign has now; empty when it is unknown.
  public synchronized Optional<Long> number(long past) {
    return table.group(table.placeOfNumber(past)).map(Cluster::number);
  }

  /// The campaign that a letter is in, be it with others or by itself.
  public synchronized Optional<Long> of(long letter) {
    return table.group(table.placeOf(letter)).map(Cluster::number);
  }

  /// What a campaign's letters have in common; empty when it is unknown.
  public synchronized Optional<CampaignText> text(long campaign) {
    int place = table.placeOfNumber(campaign);
    return table
        .group(place)
        .map(group ->
            new CampaignText(
                group.number(),
                group.members(),
                group.consensus().lines().stream().map(Consensus.Line::text).toList(),
                table.saidOf(place)));
  }

  /// The topic that staff gave a campaign.
  public synchronized Optional<TopicId> topic(long campaign) {
    return table.saidOf(table.placeOfNumber(campaign)).topic();
  }

  /// Records what staff say of a campaign.
  public synchronized void say(long campaign, UnaryOperator<StaffWord> change) {
    int place = table.placeOfNumber(campaign);
    if (place >= 0) {
      table.say(place, change.apply(table.saidOf(place)));
      unsaved.add(place);
    }
  }

  /// Two campaigns that staff call one.
  ///
  /// @return empty when one of them is unknown, or both are the same already
  public synchronized Optional<Merge> merge(long into, long from) {
    int target = table.placeOfNumber(into);
    int source = table.placeOfNumber(from);
    if (target < 0 || source < 0 || target == source) {
      return Optional.empty();
    }
    Cluster gone = table.group(source).orElseThrow();
    Merge merge = new Merge(gone.number(), number(into).orElseThrow(), gone.members() == 1);
    table.merge(target, source);
    changed(target);
    return Optional.of(merge);
  }

  /// Takes letters out of their campaign; they make one of their own, under the number of the first
  /// of them, and no reconciliation puts the two together again.
  ///
  /// @return the number of the new campaign; empty when the campaign or all of the letters are
  ///   unknown to it
  public synchronized Optional<Long> split(long campaign, Map<Long, Passage> letters) {
    Optional<Split> split = Split.of(table, campaign, letters);
    split.ifPresent(made -> {
      changed(made.from());
      changed(made.to());
    });
    return split.map(Split::number);
  }

  /// Forgets a letter that is erased.
  ///
  /// @param others letters of its campaign that stay, to know the campaign by; empty: it ends
  public synchronized void forget(long letter, Passage passage, List<Passage> others) {
    int place = table.placeOf(letter);
    Optional<Cluster> group = table.group(place);
    if (group.isEmpty()) {
      return;
    }
    if (others.isEmpty()) {
      table.forget(place);
      changed.remove(place);
      unsaved.remove(place);
      return;
    }
    group
        .get()
        .forget(
            LetterText.of(passage.text()),
            others.stream().map(other -> LetterText.of(other.text())).toList());
    table.reindex(place);
    changed(place);
  }

  /// Two campaigns that staff call different: see [#split].
  public synchronized void keepApart(long one, long other) {
    table.keepApart(one, other);
  }

  /// Whether two campaigns may never become one.
  public synchronized boolean areApart(long one, long other) {
    return table.isForbidden(table.placeOfNumber(one), table.placeOfNumber(other));
  }

  /// Campaigns that changed since they were last saved, to be saved now.
  public synchronized List<StoredCampaign> unsaved() {
    List<StoredCampaign> stored = new ArrayList<>();
    for (int place : unsaved) {
      table
          .group(place)
          .filter(group -> group.members() > 1)
          .ifPresent(group -> stored.add(StoredCampaign.of(group, table.saidOf(place))));
    }
    unsaved.clear();
    return stored;
  }

  /// A campaign as it was saved.
  ///
  /// @param past numbers that it had before
  public synchronized void restore(StoredCampaign stored, Collection<Long> past) {
    if (table.placeOfNumber(stored.number()) < 0) {
      int place = table.add(stored.group());
      table.say(place, stored.said());
      past.forEach(number -> table.alias(number, place));
    }
  }

  /// A letter of a campaign that was restored.
  public synchronized void restoreMember(long letter, long campaign) {
    int place = table.placeOfNumber(campaign);
    if (place >= 0) {
      table.put(letter, place);
    }
  }

  /// The shingles of a text, without those that occur in letters of all kinds.
  public ShingleSet distinctive(Passage passage) {
    return sameText.distinctive(passage);
  }

  /// Whether two texts share enough to be the same letter.
  public boolean isSame(ShingleSet one, ShingleSet other) {
    return sameText.isSame(one, other);
  }
}
