package org.postbag.bench;

import de.bwaldvogel.liblinear.Linear;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.postbag.catalog.TopicId;
import org.postbag.matching.DecidedPost;
import org.postbag.matching.Example;
import org.postbag.matching.Match;
import org.postbag.search.LetterIndex;
import org.postbag.search.TopicIndex;

/// What [MatchBench] times: one letter, by Postbag and by its peers.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MatchTimes {
  /// Where the folder of the index and the file for further figures are named.
  static final String INDEX = "postbag.bench.index";

  static final String FIGURES = "postbag.bench.figures";

  private static final double LEAST_FOUND = 0.9;

  /// Letters in turn.
  @SuppressWarnings("NullAway.Init") // JMH sets it up before it is used
  @State(Scope.Benchmark)
  public static class Letters {
    /// A [MatchPost], as it is written.
    @Param("55/0/0")
    public String post;

    List<Example> letters = List.of();
    private int next;

    @Setup(Level.Trial)
    public void write() {
      letters = MatchPost.of(post).lettersToMatch();
    }

    Example next() {
      next = (next + 1) % letters.size();
      return letters.get(next);
    }
  }

  /// The daemon's matching, when it has learned.
  @SuppressWarnings("NullAway.Init") // JMH sets it up before it is used
  @State(Scope.Benchmark)
  public static class Daemon {
    private LetterIndex index;
    private DecidedPost post;

    @Setup(Level.Trial)
    public void learn(Letters letters) throws IOException {
      MatchPost given = MatchPost.of(letters.post);
      LetterIndex.open(Path.of(System.getProperty(INDEX))).close(); // Lucene's own is not counted
      long before = heap();
      index = LetterIndex.open(Path.of(System.getProperty(INDEX)));
      post = new DecidedPost(MatchLetters.catalog(given.topics()), index);
      List<Example> newest = given.newestDecided(post.maxExamples());
      long start = System.nanoTime();
      post.learn(newest);
      int learnedFrom = newest.size();
      double seconds = (System.nanoTime() - start) / 1e9;
      Properties figures = new Properties();
      figures.setProperty("learnedFrom", Integer.toString(learnedFrom));
      figures.setProperty("seconds", Double.toString(seconds));
      figures.setProperty("megabytes", Double.toString((heap() - before) / 1e6));
      figures.setProperty(
          "found",
          Double.toString(
              found(letters.letters, (double) learnedFrom / Math.max(1, given.decided()))));
      try (OutputStream out = Files.newOutputStream(Path.of(System.getProperty(FIGURES)))) {
        figures.store(out, null);
      }
    }

    /// The share of the letters whose topic is found. What does not find it, or not by decided
    /// letters where these were learned from, is not worth timing.
    ///
    /// @param learned the share of the decided letters that were learned from
    private double found(List<Example> letters, double learned) {
      int found = 0;
      int named = 0;
      for (Example letter : letters) {
        Match match = post.match(letter.letter());
        found += match.topic().equals(letter.topic()) ? 1 : 0;
        named +=
            match.evidence().stream().anyMatch(e -> e.feature().startsWith("like letter")) ? 1 : 0;
      }
      if (found < LEAST_FOUND * letters.size() || named < learned / 2 * letters.size()) {
        throw new IllegalStateException(
            "of %d letters %d get their topic, %d name a decided letter among the reasons"
                .formatted(letters.size(), found, named));
      }
      return (double) found / letters.size();
    }

    private static long heap() {
      System.gc();
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @TearDown(Level.Trial)
    public void close() {
      index.close();
    }
  }

  /// A letter with its reasons, the nearest decided letters among them.
  @Benchmark
  public Match postbag(Daemon daemon, Letters letters) {
    return daemon.post.match(letters.next().letter());
  }

  /// The topics in an index of Lucene.
  @SuppressWarnings("NullAway.Init") // JMH sets it up before it is used
  @State(Scope.Benchmark)
  public static class Bm25 {
    private TopicIndex index;

    @Setup(Level.Trial)
    public void make(Letters letters) {
      index = new TopicIndex(MatchLetters.catalog(MatchPost.of(letters.post).topics()));
    }
  }

  /// The topics that read most like the letter.
  @Benchmark
  public List<TopicId> bm25(Bm25 bm25, Letters letters) {
    return bm25.index.like(letters.next().letter(), 5);
  }

  /// A linear support vector machine that has learned from the same letters, at most a thousand.
  @SuppressWarnings("NullAway.Init") // JMH sets it up before it is used
  @State(Scope.Benchmark)
  public static class Svm {
    private MatchSvm svm;

    @Setup(Level.Trial)
    public void learn(Letters letters) {
      Linear.disableDebugOutput();
      svm = MatchSvm.learn(MatchPost.of(letters.post));
      long right =
          letters.letters.stream()
              .filter(e -> svm.topic(e.letter()).equals(e.topic().orElseThrow()))
              .count();
      if (right < letters.letters.size() / 2) {
        throw new IllegalStateException("the SVM finds only " + right + " topics");
      }
    }
  }

  /// The topic by the SVM, the features of the letter being made as for Postbag.
  @Benchmark
  public TopicId svm(Svm svm, Letters letters) {
    return svm.svm.topic(letters.next().letter());
  }
}
