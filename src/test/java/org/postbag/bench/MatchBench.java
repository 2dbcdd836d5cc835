package org.postbag.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import org.postbag.catalog.Catalog;
import org.postbag.matching.Matching;

/// `bin/bench match [TOPICS/DECIDED/WORDS…]`: what matching a letter costs, its reasons and the
/// nearest decided letters included, by the number of topics and of letters that people decided;
/// WORDS 0 are letters of 750 characters. Measured by JMH in a process with the daemon's memory.
/// Beside it the limits, and in the same run Lucene's search for the topics that read most like the
/// letter (BM25) and a linear SVM (liblinear). Fails when the letters' topics are not found.
public final class MatchBench {
  private static final List<String> POSTS =
      List.of(
          "10/0/300",
          "100/0/300",
          "500/0/300",
          "10/1000/300",
          "100/1000/300",
          "500/1000/300",
          "10/50000/300",
          "100/50000/300",
          "500/50000/300",
          "55/0/0",
          "55/200/0",
          "55/1000/0",
          "55/50000/0");

  /// As `bin/postbag run` starts it.
  private static final List<String> DAEMON =
      List.of("-XX:+UseSerialGC", "-XX:+UseTransparentHugePages", "-Xmx256m");

  private static final List<String> PEER = List.of("-XX:+UseSerialGC", "-Xmx2g");

  /// Microseconds: for letters of 750 characters at 55 topics in the middle, for those of 300 words
  /// at up to 500 topics in the middle, and for the slowest hundredth.
  private static final double LIMIT_OF_CHARACTERS = 800;

  private static final double LIMIT_OF_WORDS = 1000;
  private static final double LIMIT_P99 = 3000;

  /// Megabytes at 55 topics, and seconds to learn from 200 decided letters.
  private static final double LIMIT_OF_MEMORY = 64;

  private static final double LIMIT_OF_LEARNING = 15;

  private final Path folder;

  private MatchBench(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] posts) throws IOException, RunnerException {
    MatchBench bench = new MatchBench(Files.createTempDirectory("postbag-match-bench"));
    System.out.println(
        "topics decided words | p50 us × limit  p99 us × limit  found | learned from  learn s"
            + " × limit  heap MB × limit | in force s | BM25 us  SVM us");
    for (String post : posts.length == 0 ? POSTS : Arrays.asList(posts)) {
      bench.run(MatchPost.of(post));
    }
  }

  private void run(MatchPost post) throws IOException, RunnerException {
    Path index = folder.resolve("index-" + post.topics() + "-" + post.decided());
    if (!Files.exists(index)) {
      post.index(index);
    }
    Path figures = folder.resolve("figures");
    Statistics own =
        times(
            "postbag",
            post,
            4,
            DAEMON,
            system(MatchTimes.INDEX, index),
            system(MatchTimes.FIGURES, figures));
    Statistics bm25 = times("bm25", post, 1, PEER);
    Statistics svm = times("svm", post, 1, PEER);
    Properties measured = new Properties();
    try (InputStream in = Files.newInputStream(figures)) {
      measured.load(in);
    }
    boolean long750 = post.words() == 0;
    System.out.printf(
        Locale.ROOT,
        "%6d %7d %5d | %6.0f %7s %7.0f %7s %6.3f | %12s %8s %7s %8s %7s | %10.3f | %7.0f %7.0f%n",
        post.topics(),
        post.decided(),
        post.words(),
        micros(own, 50),
        share(micros(own, 50), long750 ? LIMIT_OF_CHARACTERS : LIMIT_OF_WORDS, true),
        micros(own, 99),
        share(micros(own, 99), LIMIT_P99, true),
        number(measured, "found"),
        measured.getProperty("learnedFrom"),
        "%.1f".formatted(number(measured, "seconds")),
        share(number(measured, "seconds"), LIMIT_OF_LEARNING, post.decided() == 200),
        "%.1f".formatted(number(measured, "megabytes")),
        share(number(measured, "megabytes"), LIMIT_OF_MEMORY, post.topics() == 55),
        inForce(post.topics()),
        micros(bm25, 50),
        micros(svm, 50));
  }

  private static String system(String name, Path value) {
    return "-D" + name + "=" + value;
  }

  private static Statistics times(
      String what, MatchPost post, int seconds, List<String> memory, String... properties)
      throws RunnerException {
    List<String> arguments =
        Stream.of(
                memory.stream(),
                Arrays.stream(properties),
                Stream.of("--enable-native-access=ALL-UNNAMED"))
            .flatMap(all -> all)
            .collect(Collectors.toList());
    Options options =
        new OptionsBuilder()
            .include(MatchTimes.class.getName() + "." + what + "$")
            .param("post", post.toString())
            .forks(1)
            .warmupIterations(2 * seconds) // until Java has compiled what it runs
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(seconds)
            .measurementTime(TimeValue.seconds(1))
            .jvmArgs(arguments.toArray(String[]::new))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    RunResult result = new Runner(options).runSingle();
    return result.getPrimaryResult().getStatistics();
  }

  private static double micros(Statistics times, int percent) {
    return times.getPercentile(percent) / 1e3;
  }

  private static double number(Properties figures, String name) {
    return Double.parseDouble(figures.getProperty(name));
  }

  private static String share(double figure, double limit, boolean limited) {
    return limited ? String.format(Locale.ROOT, "%.2f", figure / limit) : "-";
  }

  /// Seconds until one topic more is in force, without decided letters, once its file is read.
  private static double inForce(int topics) {
    Matching matching = new Matching(MatchLetters.catalog(topics));
    Catalog more = MatchLetters.catalog(topics + 1);
    long start = System.nanoTime();
    matching.activate(more);
    return (System.nanoTime() - start) / 1e9;
  }
}
