package org.postbag.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postbag.Daemon;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.demo.SampleLetter;
import org.postbag.demo.SampleMailbox;
import org.postbag.email.LetterReader;
import org.postbag.intake.Batch;
import org.postbag.intake.Cursor;
import org.postbag.intake.Intake;
import org.postbag.intake.NewLetter;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.Matching;
import org.postbag.matching.training.TrainingService;
import org.postbag.review.Filter;
import org.postbag.review.ReviewQueue;
import org.postbag.search.LetterIndex;
import org.postbag.settings.Settings;

/// `bin/bench growth [LETTERS…]`: what each kind of work costs with 1,000 and 10,000 letters stored
/// (or as many as are given: the long form is `1000 10000 150000`), and how that grew from the
/// first to the last. What is done once for all letters is divided by them, so nothing should grow:
/// 1.00 is a cost that follows its input, and a row that grew more than twice is marked.
public final class GrowthBench {
  private static final int NEW_LETTERS = 500;
  private static final int QUERIES = 200;
  private static final double MARKED = 2;

  private final Map<String, List<Double>> rows = new LinkedHashMap<>();

  public static void main(String[] options) throws Exception {
    List<Integer> sizes =
        options.length == 0
            ? List.of(1_000, 10_000)
            : Arrays.stream(options).map(Integer::valueOf).toList();
    GrowthBench bench = new GrowthBench();
    for (int letters : sizes) {
      bench.measure(letters);
    }
    bench.print(sizes);
  }

  private void measure(int letters) throws Exception {
    Path folder = Path.of("target", "growth-" + letters);
    delete(folder);
    Settings settings = new FilledOffice(folder, letters).settings();
    try (Database database = Database.open(DatabaseSettings.in(settings.data()))) {
      stored(database, letters);
    }
    double start = seconds();
    try (Daemon daemon = Daemon.start(settings)) {
      add("start, s", seconds() - start);
      LetterIndex index = daemon.door(LetterIndex.class);
      while (index.size() < letters) {
        Thread.sleep(20);
      }
      add("index, ms a letter", 1e3 * (seconds() - start) / letters);
      incoming(daemon);
      questions(daemon);
      System.gc();
      Runtime run = Runtime.getRuntime();
      add("heap in use, MiB", (run.totalMemory() - run.freeMemory()) / 1048576.0);
    }
    System.err.println(letters + " letters measured");
  }

  /// What goes through all that is stored.
  private void stored(Database database, int letters) throws IOException {
    double raw =
        database.sql("SELECT sum(length(rfc822)) FROM letter_raw").query(Long.class).single();
    add("database, bytes a raw byte", Files.size(databaseFile(letters)) / raw);
    Ledger ledger = new Ledger(database, InstantSource.system());
    double start = seconds();
    ledger.verify().ifPresent(broken -> check(false, broken));
    add("audit, µs a letter", 1e6 * (seconds() - start) / letters);
    Intake intake = new Intake(database, InstantSource.system());
    Matching matching = new Matching(CatalogReader.read(Path.of("config")).catalog());
    TrainingService training =
        new TrainingService(database, intake, matching, new LetterReader(), InstantSource.system());
    start = seconds();
    training.train();
    long decided = database.sql("SELECT count(*) FROM topic_decision").query(Long.class).single();
    add("lesson, ms a decision", 1e3 * (seconds() - start) / decided);
  }

  private static Path databaseFile(int letters) {
    return Path.of("target", "growth-" + letters, "data", "postbag.db");
  }

  /// New letters, as a mailbox brings them: kept, then read, matched and drafted by the daemon.
  private void incoming(Daemon daemon) throws InterruptedException {
    Intake intake = daemon.door(Intake.class);
    Ledger ledger = daemon.door(Ledger.class);
    Instant now = InstantSource.system().instant();
    Cursor cursor =
        intake.begin(new Cursor("incoming", "INBOX", 7, 0, now.minus(Duration.ofDays(1)), 0, 0, 0));
    List<NewLetter> fresh = new ArrayList<>();
    for (SampleLetter letter : SampleMailbox.letters(NEW_LETTERS)) {
      byte[] bytes = letter.bytes();
      fresh.add(
          new NewLetter(cursor.uid(fresh.size() + 1), now, bytes.length, false, false, bytes));
    }
    double start = seconds();
    intake.keep(Batch.of(cursor, cursor.at(NEW_LETTERS), fresh));
    add("collect, ms a letter", 1e3 * (seconds() - start) / NEW_LETTERS);
    while (ledger.account().unprocessed() > 0) {
      Thread.sleep(10);
    }
    add("collect and answer, ms a letter", 1e3 * (seconds() - start) / NEW_LETTERS);
  }

  private void questions(Daemon daemon) {
    ReviewQueue queue = daemon.door(ReviewQueue.class);
    Ledger ledger = daemon.door(Ledger.class);
    CampaignKeeper campaigns = daemon.door(CampaignKeeper.class);
    Filter words =
        new Filter(
            Optional.empty(),
            Optional.of(new TopicId("calais")),
            Optional.of("border lorry"),
            Optional.empty(),
            50);
    Map<String, Runnable> asked = new LinkedHashMap<>();
    asked.put("list of the waiting, ms", () -> queue.page(Filter.in(State.WAITING, 50)));
    asked.put("list of the sent, ms", () -> queue.page(Filter.in(State.SENT, 50)));
    asked.put("search, ms", () -> queue.page(words));
    asked.put("counts, ms", ledger::account);
    asked.put("groups, ms", queue::groups);
    asked.put("campaigns, ms", () -> campaigns.list(20));
    asked.forEach((what, query) -> add(what, median(query)));
  }

  private static double median(Runnable query) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      double start = seconds();
      query.run();
      millis.add(1e3 * (seconds() - start));
    }
    millis.sort(Comparator.naturalOrder());
    return millis.get(QUERIES / 2);
  }

  private void add(String what, double value) {
    rows.computeIfAbsent(what, _ -> new ArrayList<>()).add(value);
  }

  private void print(List<Integer> sizes) {
    StringBuilder head = new StringBuilder("%-34s".formatted("letters stored"));
    sizes.forEach(size -> head.append("%12d".formatted(size)));
    System.out.println(head + "       grew");
    rows.forEach((what, values) -> {
      StringBuilder line = new StringBuilder("%-34s".formatted(what));
      values.forEach(value -> line.append(String.format(Locale.ROOT, "%12.3f", value)));
      double grew = values.getLast() / values.getFirst();
      line.append(String.format(Locale.ROOT, "%11.2f%s", grew, grew > MARKED ? "  !" : ""));
      System.out.println(line);
    });
  }

  private static double seconds() {
    return System.nanoTime() / 1e9;
  }

  private static void check(boolean right, String otherwise) {
    if (!right) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
