package org.postbag.matching;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.database.Database;
import org.postbag.email.LetterReader;
import org.postbag.intake.LetterStore;
import org.postbag.matching.campaign.CampaignText;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.campaign.StaffWord;
import org.postbag.matching.campaign.StoredCampaign;
import org.postbag.search.IndexedLetter;
import org.postbag.search.LetterIndex;
import org.postbag.search.LetterPassage;

/// Keeps campaigns over restarts, reconciles them while letters come, and carries out what staff
/// say of them. What is in memory and what is in the database change under one lock, the database
/// first where it may refuse.
public final class CampaignKeeper {
  private static final int ALONE = 10_000;
  private static final int EXEMPLARS = 4;

  /// Members are judged again each time a campaign has grown by half: what is common to few letters
  /// is hardly known.
  private static final double GROWN = 1.5;

  private final Database database;
  private final JdbcCampaigns rows;
  private final JdbcCampaignSummaries summaries;
  private final Campaigns campaigns;
  private final LetterIndex index;
  private final LetterStore letters;
  private final LetterReader reader;
  private final Map<Long, Integer> judgedAt = new HashMap<>();

  /// @param letters read where the index has no entry, while it is being rebuilt
  public CampaignKeeper(
      Database database,
      Campaigns campaigns,
      LetterIndex index,
      LetterStore letters,
      LetterReader reader,
      InstantSource clock) {
    this.database = database;
    this.rows = new JdbcCampaigns(database, clock);
    this.summaries = new JdbcCampaignSummaries(database);
    this.campaigns = campaigns;
    this.index = index;
    this.letters = letters;
    this.reader = reader;
  }

  /// Restores the campaigns and the letters that may start one. What was not saved when the program
  /// ended is made again from the letters.
  public synchronized void restore() {
    Set<Long> saved = rows.restore(campaigns);
    Map<Long, Set<Long>> unsaved = new LinkedHashMap<>();
    rows.members((letter, campaign) -> {
      if (saved.contains(campaign)) {
        campaigns.restoreMember(letter, campaign);
      } else {
        unsaved.computeIfAbsent(campaign, _ -> new LinkedHashSet<>()).add(letter);
      }
    });
    unsaved.values().forEach(members -> members.forEach(this::rejoin));
    rows.alone(ALONE).reversed().forEach(this::rejoin);
  }

  private void rejoin(long letter) {
    passage(letter).ifPresent(text -> campaigns.join(letter, text));
  }

  private Optional<Passage> passage(long letter) {
    return indexed(letter)
        .map(IndexedLetter::passage)
        .or(() -> letters.find(letter).map(kept -> LetterPassage.of(reader.read(kept.rfc822()))));
  }

  private Optional<IndexedLetter> indexed(long letter) {
    try {
      return index.find(letter);
    } catch (UncheckedIOException damaged) {
      return Optional.empty();
    }
  }

  /// Merges campaigns that turned out to be one, and saves those that changed.
  ///
  /// @return letters to be judged again, because what is common to their campaign has changed
  public synchronized List<Long> reconcile() {
    return store(campaigns.reconcile());
  }

  /// The same over all campaigns, each night.
  public synchronized List<Long> reconcileAll() {
    return store(campaigns.reconcileAll());
  }

  private List<Long> store(List<Campaigns.Merge> merges) {
    List<StoredCampaign> changed = campaigns.unsaved();
    if (changed.isEmpty() && merges.isEmpty()) {
      return List.of();
    }
    return database.inTransaction(() -> {
      merges.forEach(rows::merge);
      rows.save(changed);
      Set<Long> again = new HashSet<>();
      changed.stream()
          .filter(this::hasGrown)
          .forEach(c -> again.addAll(rows.undecided(c.number())));
      merges.forEach(merge -> again.addAll(rows.undecided(merge.to())));
      return again.stream().sorted().toList();
    });
  }

  private boolean hasGrown(StoredCampaign campaign) {
    int before = judgedAt.getOrDefault(campaign.number(), 0);
    boolean grown = campaign.members() >= GROWN * before;
    if (grown) {
      judgedAt.put(campaign.number(), campaign.members());
    }
    return grown;
  }

  /// What a campaign's letters have in common.
  public Optional<CampaignText> text(long campaign) {
    return campaigns.text(campaign);
  }

  /// The largest campaigns.
  public List<CampaignSummary> list(int limit) {
    return summaries.largest(limit);
  }

  /// A campaign by a number that it has or had, with its letters a day.
  public Optional<CampaignSummary> find(long number) {
    return summaries.of(campaigns.number(number).orElse(number));
  }

  /// The number that a campaign has now; empty when it is unknown.
  public Optional<Long> number(long past) {
    return campaigns.number(past);
  }

  /// Records what staff say of a campaign: its name, its topic, whether it is over.
  ///
  /// @return letters to be matched again
  public synchronized List<Long> say(long campaign, UnaryOperator<StaffWord> change) {
    campaigns.say(campaign, change);
    store(List.of());
    return campaigns.number(campaign).map(rows::undecided).orElse(List.of());
  }

  /// A person approved letters of a campaign as a group: later ones have its topic too, where staff
  /// gave it none before.
  ///
  /// @return whether it has that topic by this
  public synchronized boolean decided(long campaign, TopicId topic) {
    boolean open = campaigns.number(campaign).isPresent() && campaigns.topic(campaign).isEmpty();
    if (open) {
      say(campaign, said -> said.with(Optional.of(topic)));
    }
    return open;
  }

  /// That decision was taken back, and so is the topic.
  public void undone(long campaign) {
    say(campaign, said -> said.with(Optional.empty()));
  }

  /// Makes two campaigns one.
  ///
  /// @return letters to be judged again; empty when one of them is unknown
  public synchronized List<Long> merge(long into, long from) {
    return store(campaigns.merge(into, from).stream().toList());
  }

  /// Forgets letters that are erased next, in memory and in what is saved: a campaign is known by
  /// texts of its letters. Their rows must still be there.
  public synchronized void forget(List<Long> erased) {
    List<Long> numbers = rows.campaignsOf(erased);
    Map<Long, List<Passage>> others = new HashMap<>();
    for (long number : numbers) {
      List<Long> staying = rows.othersIn(number, erased, EXEMPLARS);
      others.put(number, staying.stream().flatMap(l -> passage(l).stream()).toList());
    }
    for (long letter : erased) {
      List<Passage> staying =
          campaigns
              .of(letter)
              .map(number -> others.getOrDefault(number, List.of()))
              .orElse(List.of());
      passage(letter).ifPresent(text -> campaigns.forget(letter, text, staying));
    }
    rows.forgetTexts(numbers);
    store(List.of());
  }

  /// Takes letters out of their campaign, as one of their own.
  ///
  /// @return the number of the new campaign; empty when these letters cannot be taken out of it
  public synchronized Optional<Long> split(long campaign, List<Long> some) {
    Map<Long, Passage> passages = new LinkedHashMap<>();
    some.forEach(letter -> passage(letter).ifPresent(text -> passages.put(letter, text)));
    Optional<Long> made = campaigns.split(campaign, passages);
    made.ifPresent(number -> {
      List<StoredCampaign> changed = campaigns.unsaved();
      database.doInTransaction(() -> {
        rows.save(changed);
        rows.move(List.copyOf(passages.keySet()), number);
        rows.apart(campaigns.number(campaign).orElse(campaign), number);
      });
    });
    return made;
  }
}
