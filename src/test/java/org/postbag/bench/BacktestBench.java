package org.postbag.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.postbag.catalog.Catalog;
import org.postbag.classifier.text.Passage;
import org.postbag.matching.Backtest;
import org.postbag.matching.DecidedPost;
import org.postbag.matching.Example;
import org.postbag.search.FilledIndex;
import org.postbag.search.IndexedLetter;
import org.postbag.search.LetterIndex;

/// `bin/bench backtest [TOPICS/DECIDED/LETTERS…]`: how long it takes to tell what a topic less
/// would change in all letters, beside the limit of one second for 10,000; the letters have 750
/// characters, and the newest DECIDED of them were learned from as the daemon does. Fails when
/// letters are left out, or when those of the topic that is gone do not change, or others do.
public final class BacktestBench {
  private static final List<String> POSTS =
      List.of(
          "10/0/10000",
          "10/1000/10000",
          "55/0/10000",
          "55/1000/10000",
          "55/10000/10000",
          "55/1000/100000");

  private static final int CHARACTERS = 750;
  private static final int ROUNDS = 5;

  /// Seconds for each letter.
  private static final double LIMIT = 1 / 10_000.0;

  private final int topics;
  private final int decided;
  private final int letters;

  private BacktestBench(String post) {
    int[] parts = Arrays.stream(post.split("/", -1)).mapToInt(Integer::parseInt).toArray();
    topics = parts[0];
    decided = parts[1];
    letters = parts[2];
  }

  public static void main(String[] posts) throws IOException {
    System.out.println(
        "topics decided letters | learned from  s | backtest s × limit  changed better worse");
    for (String post : posts.length == 0 ? POSTS : Arrays.asList(posts)) {
      new BacktestBench(post).run();
    }
  }

  private void run() throws IOException {
    Path folder = Files.createTempDirectory("postbag-backtest-bench");
    fill(folder);
    try (LetterIndex index = LetterIndex.open(folder)) {
      DecidedPost post = new DecidedPost(MatchLetters.catalog(topics), index);
      List<Example> newest = newestDecided(post.maxExamples());
      double learning = seconds(() -> post.learn(newest));
      System.out.printf(
          Locale.ROOT,
          "%6d %7d %7d | %12d %3.0f | %s%n",
          topics,
          decided,
          letters,
          newest.size(),
          learning,
          backtest(post, index));
    }
  }

  /// The best of some rounds: what Java has not compiled yet is not measured.
  private String backtest(DecidedPost post, LetterIndex index) {
    Catalog fewer = MatchLetters.catalog(topics - 1);
    double best = Double.MAX_VALUE;
    String changes = "";
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      Backtest.Outcome outcome = post.backtest(fewer).run(index);
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
      check(outcome);
      changes =
          "%6d %6d %5d"
              .formatted(
                  outcome.changes().size(),
                  outcome.count(Backtest.Judgement.BETTER),
                  outcome.count(Backtest.Judgement.WORSE));
    }
    return String.format(Locale.ROOT, "%10.2f %7.2f %s", best, best / letters / LIMIT, changes);
  }

  private void check(Backtest.Outcome outcome) {
    int gone = letters / topics;
    int changed = outcome.changes().size();
    if (outcome.letters() != letters || changed < gone / 2 || changed > 2 * gone) {
      throw new IllegalStateException(
          outcome.letters() + " letters gone through, of which " + changed + " change");
    }
  }

  /// The letters, of which the last are decided.
  private void fill(Path folder) throws IOException {
    MatchLetters all = new MatchLetters(7);
    List<IndexedLetter> some = new ArrayList<>();
    IntStream.range(0, letters)
        .forEach(i -> {
          Passage letter = all.ofCharacters(i % topics, CHARACTERS);
          boolean known = i >= letters - decided;
          some.add(
              new IndexedLetter(
                  i + 1L,
                  "",
                  letter,
                  known ? Optional.of(MatchLetters.id(i % topics)) : Optional.empty()));
        });
    FilledIndex.fill(folder, some);
  }

  private List<Example> newestDecided(int most) {
    MatchLetters all = new MatchLetters(7);
    int first = letters - Math.min(decided, most);
    List<Example> newest = new ArrayList<>();
    for (int i = 0; i < letters; i++) {
      Passage letter = all.ofCharacters(i % topics, CHARACTERS);
      if (i >= first) {
        newest.add(
            new Example(Optional.of(MatchLetters.id(i % topics)), letter, OptionalLong.of(i + 1L)));
      }
    }
    return newest;
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
