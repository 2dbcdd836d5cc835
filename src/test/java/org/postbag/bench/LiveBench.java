package org.postbag.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.LiveCatalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.matching.DecidedPost;
import org.postbag.matching.Example;
import org.postbag.matching.Match;
import org.postbag.search.LetterIndex;

/// `bin/bench live [ROUNDS]`: how long from the moment that a topic's file begins to be saved until
/// a letter is matched by it, and from that of a reply's file until its text is in force: through
/// the watcher that the daemon has, by the number of topics and of decided letters, beside the
/// limit of one second. Files are saved while the model for those saved before is still being
/// trained.
public final class LiveBench {
  private static final int[] TOPICS = {10, 100, 500};
  private static final int[] DECIDED = {0, 1000};
  private static final int ROUNDS = 10;
  private static final double LIMIT = 1;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Path config;
  private final Random chance = new Random(1);
  private final DecidedPost post;
  private volatile Catalog inForce;
  private volatile Catalog trainedFor;

  private LiveBench(Path config, LiveCatalog live, DecidedPost post) {
    this.config = config;
    this.post = post;
    this.inForce = live.catalog();
    this.trainedFor = live.catalog();
    live.onChange(now -> {
      post.use(now, () -> trainedFor = now);
      inForce = now;
    });
    live.watch();
  }

  public static void main(String[] options) throws IOException, InterruptedException {
    int rounds = options.length > 0 ? Integer.parseInt(options[0]) : ROUNDS;
    System.out.println(
        "topics decided | topic: median s  slowest s × limit | reply: median s  slowest s × limit");
    for (int decided : DECIDED) {
      for (int topics : TOPICS) {
        run(new MatchPost(topics, decided, 0), rounds);
      }
    }
  }

  private static void run(MatchPost given, int rounds) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("postbag-live-bench");
    Path config = folder.resolve("config");
    Files.createDirectories(config.resolve("topics"));
    Files.createDirectories(config.resolve("replies"));
    for (Topic topic : MatchLetters.catalog(given.topics()).all()) {
      write(config, topic);
    }
    given.index(folder.resolve("index"));
    try (LetterIndex index = LetterIndex.open(folder.resolve("index"));
        LiveCatalog live = LiveCatalog.open(config)) {
      if (live.catalog().all().size() != given.topics()) {
        throw new IllegalStateException("topics were refused: " + live.problems());
      }
      DecidedPost post = new DecidedPost(live.catalog(), index);
      List<Example> newest = given.newestDecided(post.maxExamples());
      post.learn(newest);
      new LiveBench(config, live, post).measure(given.topics(), newest.size(), rounds);
    }
  }

  private static void write(Path config, Topic topic) throws IOException {
    String keywords =
        topic.keywords().stream()
            .map(k -> "  - " + k.text() + ": 2")
            .collect(Collectors.joining("\n"));
    Files.writeString(
        config.resolve("topics").resolve(topic.id().value() + ".yaml"),
        "title: " + topic.title() + "\nkeywords:\n" + keywords + "\n");
  }

  private void measure(int topics, int learnedFrom, int rounds) throws InterruptedException {
    List<Double> topic = new ArrayList<>();
    List<Double> reply = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      String name = "quokka" + (char) ('a' + round % 26) + round;
      Thread.sleep(chance.nextInt(1000)); // the watcher looks at times of its own
      reply.add(seconds(() -> saveReply(name), () -> isReplyInForce(name)));
      Thread.sleep(chance.nextInt(1000));
      topic.add(seconds(() -> saveTopic(name), () -> isMatched(name)));
    }
    while (learnedFrom > 0 && !trainedFor.equals(inForce)) {
      Thread.sleep(100); // the next line needs the memory
    }
    System.out.printf(
        Locale.ROOT,
        "%6d %7d | %15.3f %10.3f %7.2f | %15.3f %10.3f %7.2f%n",
        topics,
        learnedFrom,
        median(topic),
        Collections.max(topic),
        Collections.max(topic) / LIMIT,
        median(reply),
        Collections.max(reply),
        Collections.max(reply) / LIMIT);
  }

  private static double median(List<Double> seconds) {
    return seconds.stream().sorted().toList().get(seconds.size() / 2);
  }

  private static double seconds(Runnable save, BooleanSupplier done) throws InterruptedException {
    long start = System.nanoTime();
    save.run();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IllegalStateException("what was saved is not in force after a minute");
      }
      Thread.sleep(2);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private void saveTopic(String name) {
    String text =
        "title: The " + name + " affair\nreply: " + name + "\nkeywords:\n  - " + name + ": 3\n";
    save(config.resolve("topics").resolve(name + ".yaml"), text);
  }

  private void saveReply(String name) {
    save(
        config.resolve("replies").resolve(name + ".md"),
        "Dear writer,\n\nThe " + name + " is safe.\n");
  }

  /// As editors save: beside it, then in its place.
  private static void save(Path file, String text) {
    try {
      Path beside = file.resolveSibling("." + file.getFileName() + ".new");
      Files.writeString(beside, text);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isMatched(String name) {
    Match match =
        post.match(Passage.of("What will you do about the " + name + "? It is a scandal."));
    return match.topic().equals(Optional.of(new TopicId(name)));
  }

  private boolean isReplyInForce(String name) {
    return inForce.replies().values().stream().anyMatch(reply -> reply.markdown().contains(name));
  }
}
