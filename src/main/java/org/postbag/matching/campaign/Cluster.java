package org.postbag.matching.campaign;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Letters in nearly the same words; one letter alone at first.
final class Cluster {
  /// The core are the runs in that share of the members.
  private static final double CORE = 0.2;

  /// A sentence is shared when its runs stand in that share of the members.
  private static final double SHARED = 0.15;

  private static final int EXEMPLARS = 4;

  /// A fifth more members may change what is common to them.
  private static final double GROWN = 1.2;

  private record Exemplar(String text, int typical) {}

  private final long number;
  private int members = 1;
  private @Nullable RunCounts counts;
  private int @Nullable [] onlyRuns;
  private List<Exemplar> exemplars = new ArrayList<>(1);
  private Consensus consensus = Consensus.NONE;
  private int membersAtConsensus;
  private int[] core = {};
  private int membersAtCore;
  private WeakReference<LetterText> parsed = new WeakReference<>(null);

  /// @param number of its first letter
  Cluster(long number, LetterText letter) {
    this.number = number;
    this.onlyRuns = letter.runs();
    this.exemplars.add(new Exemplar(letter.text(), 0));
  }

  private Cluster(long number, int members, RunCounts counts, List<String> texts) {
    this.number = number;
    this.members = members;
    this.counts = counts;
    texts.forEach(text -> exemplars.add(new Exemplar(text, Integer.MAX_VALUE)));
  }

  /// As it was stored.
  static Cluster stored(long number, int members, byte[] counts, List<String> texts) {
    return new Cluster(number, members, RunCounts.ofBytes(counts), texts);
  }

  long number() {
    return number;
  }

  int members() {
    return members;
  }

  byte[] toBytes() {
    return runCounts().toBytes();
  }

  List<String> texts() {
    return exemplars.stream().map(Exemplar::text).toList();
  }

  private RunCounts runCounts() {
    if (counts == null) {
      counts = new RunCounts();
      counts.add(onlyRuns == null ? new int[0] : onlyRuns);
      onlyRuns = null;
    }
    return counts;
  }

  void add(LetterText letter) {
    runCounts().add(letter.runs());
    members++;
    consider(letter.text(), typical(letter.runs()));
  }

  /// A member that staff took out.
  void remove(LetterText letter) {
    runCounts().remove(letter.runs());
    members--;
    exemplars.removeIf(one -> one.text.equals(letter.text()) && exemplars.size() > 1);
    membersAtConsensus = 0;
    membersAtCore = 0;
  }

  /// A member that was erased: no text of it stays, also where it was the only typical one.
  ///
  /// @param others texts of members that stay
  void forget(LetterText letter, List<LetterText> others) {
    runCounts().remove(letter.runs());
    members--;
    exemplars.clear();
    others.forEach(other -> consider(other.text(), typical(other.runs())));
    consensus = Consensus.NONE;
    membersAtConsensus = 0;
    membersAtCore = 0;
    parsed = new WeakReference<>(null);
  }

  /// Takes in all members of another group.
  void addAll(Cluster other) {
    runCounts().addAll(other.runCounts());
    members += other.members;
    membersAtConsensus = 0;
    membersAtCore = 0;
    other.exemplars.forEach(one -> consider(one.text, typical(LetterText.of(one.text).runs())));
  }

  /// The most typical letters are kept, from which the common text is made.
  private void consider(String text, int typical) {
    if (exemplars.size() < EXEMPLARS) {
      exemplars.add(new Exemplar(text, typical));
      return;
    }
    Exemplar least =
        exemplars.stream().min(Comparator.comparingInt(Exemplar::typical)).orElseThrow();
    if (typical > least.typical) {
      exemplars.set(exemplars.indexOf(least), new Exemplar(text, typical));
    }
  }

  private int typical(int[] runs) {
    int least = coreMembers();
    int count = 0;
    for (int run : runs) {
      count += runCounts().count(run) >= least ? 1 : 0;
    }
    return count;
  }

  private int coreMembers() {
    return Math.max(members < 3 ? 1 : 2, (int) Math.ceil(CORE * members));
  }

  int[] core() {
    if (onlyRuns != null) {
      return onlyRuns;
    }
    if (membersAtCore == 0 || members > GROWN * membersAtCore) {
      membersAtCore = members;
      core = runCounts().atLeast(coreMembers());
    }
    return core;
  }

  /// Whether its letters have only a passage in common, and most of each is something else.
  boolean isQuotation() {
    return onlyRuns == null && 2L * core().length * members < runCounts().total();
  }

  boolean isCore(int run) {
    return onlyRuns == null
        ? runCounts().count(run) >= coreMembers()
        : java.util.Arrays.binarySearch(onlyRuns, run) >= 0;
  }

  private int sharedMembers() {
    return Math.max(members < 4 ? 2 : 3, (int) Math.ceil(SHARED * members));
  }

  /// The share of a sentence's runs that many members have; 0 for a sentence that is too short.
  double sharedPart(LetterText letter, Sentence sentence) {
    int runs = sentence.words() - Runs.LENGTH + 1;
    if (runs <= 0) {
      return 0;
    }
    return part(letter, sentence, runs, members == 1 ? 1 : sharedMembers());
  }

  /// The share of a sentence's runs that some members have.
  double knownPart(LetterText letter, Sentence sentence) {
    int runs = sentence.words() - Runs.LENGTH + 1;
    return runs <= 0 ? 0 : part(letter, sentence, runs, members < 50 ? 1 : members / 50 + 1);
  }

  private double part(LetterText letter, Sentence sentence, int runs, int least) {
    int shared = 0;
    for (int i = 0; i < runs; i++) {
      int run = Runs.hash(letter.words().hashes(), sentence.firstWord() + i);
      shared += (onlyRuns == null ? runCounts().count(run) >= least : isCore(run)) ? 1 : 0;
    }
    return (double) shared / runs;
  }

  Consensus consensus() {
    if (membersAtConsensus == 0 || members > GROWN * membersAtConsensus) {
      membersAtConsensus = members;
      List<LetterText> texts = new ArrayList<>();
      exemplarTexts().forEach(texts::add);
      exemplars =
          new ArrayList<>(
              IntStream.range(0, texts.size())
                  .mapToObj(i -> new Exemplar(exemplars.get(i).text, typical(texts.get(i).runs())))
                  .toList());
      List<Integer> order =
          IntStream.range(0, texts.size())
              .boxed()
              .sorted(Comparator.comparingInt((Integer i) -> -exemplars.get(i).typical))
              .toList();
      consensus = Consensus.of(order.stream().map(texts::get).toList(), this);
    }
    return consensus;
  }

  private List<LetterText> exemplarTexts() {
    return exemplars.stream().map(Exemplar::text).map(LetterText::of).toList();
  }

  /// The letter that has most of what is common.
  LetterText mostTypical() {
    String text =
        exemplars.stream()
            .max(Comparator.comparingInt(Exemplar::typical))
            .map(Exemplar::text)
            .orElse("");
    LetterText known = parsed.get();
    if (known == null || !known.text().equals(text)) {
      known = LetterText.of(text);
      parsed = new WeakReference<>(known);
    }
    return known;
  }
}
