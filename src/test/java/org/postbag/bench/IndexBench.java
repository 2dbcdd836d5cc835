package org.postbag.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.postbag.classifier.text.Passage;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.demo.SampleLetter;
import org.postbag.demo.SampleMailbox;
import org.postbag.email.LetterReader;
import org.postbag.matching.SimilarLetters;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.search.IndexFollower;
import org.postbag.search.LetterIndex;
import org.postbag.search.LetterPassage;

/// `bin/bench index [LETTERS]`: what the index of the letters costs. It is built from the database,
/// searched as people search; beside the time of only reading the same letters from the same
/// database.
public final class IndexBench {
  private static final List<String> SEARCHES =
      List.of("calais", "channel tun", "winter fuel", "bus", "\"local bus\"", "thorne hedgehog");
  private static final int DECIDED_EVERY = 10;
  private static final int ROUNDS = 50;

  private final PrintStream out;
  private final int letters;

  private IndexBench(PrintStream out, int letters) {
    this.out = out;
    this.letters = letters;
  }

  public static void main(String[] options) throws Exception {
    new IndexBench(System.out, options.length > 0 ? Integer.parseInt(options[0]) : 10_000).run();
  }

  private void run() throws Exception {
    Path data = Files.createTempDirectory("postbag-index-bench");
    try (Database database = Database.open(DatabaseSettings.in(data))) {
      keep(database);
      double reading = seconds(() -> readAll(database));
      try (LetterIndex index = LetterIndex.open(data.resolve("index"));
          IndexFollower follower =
              new IndexFollower(
                  database, index, () -> {}, new LetterReader(), InstantSource.system())) {
        double building = seconds(follower::catchUp);
        check(index.size() == letters, "the index holds " + index.size());
        out.printf(
            Locale.ROOT,
            "%d letters indexed in %.1f s, %.0f a second: %.2f × the time of reading them%n",
            letters,
            building,
            letters / building,
            building / reading);
        search(index);
        sameText(index);
      }
      out.printf(Locale.ROOT, "the index takes %.1f MB%n", size(data.resolve("index")) / 1e6);
    }
  }

  private void keep(Database database) {
    List<SampleLetter> all = SampleMailbox.letters(letters);
    for (int from = 0; from < letters; from += 1000) {
      List<SampleLetter> batch = all.subList(from, Math.min(letters, from + 1000));
      database.doInTransaction(() -> batch.forEach(letter -> keep(database, letter)));
    }
  }

  private static void keep(Database database, SampleLetter letter) {
    long id =
        database
            .sql(
                "INSERT INTO letter (mailbox, folder, uid_validity, uid, content_hash, received,"
                    + " kept, size) VALUES ('office', 'INBOX', 1,"
                    + " (SELECT COALESCE(MAX(id), 0) + 1 FROM letter), 'h', 0, 0, 0) RETURNING id")
            .query(Long.class)
            .single();
    database
        .sql("INSERT INTO letter_raw (letter_id, rfc822) VALUES (?, ?)")
        .params(id, letter.bytes())
        .update();
    if (id % DECIDED_EVERY == 0) {
      database
          .sql("INSERT INTO topic_decision (letter_id, topic, at) VALUES (?, ?, 0)")
          .params(id, letter.group())
          .update();
    }
  }

  private void readAll(Database database) {
    LetterReader reader = new LetterReader();
    int read = 0;
    for (long id = 1; id <= letters; id++) {
      byte[] raw =
          database
              .sql("SELECT rfc822 FROM letter_raw WHERE letter_id = ?")
              .param(id)
              .query((row, _) -> row.getBytes(1))
              .single();
      read += reader.read(raw).visibleText().isEmpty() ? 0 : 1;
    }
    check(read > letters * 0.9, "only " + read + " letters have a text");
  }

  private void search(LetterIndex index) {
    for (String words : SEARCHES) {
      double[] micros = new double[ROUNDS];
      int found = 0;
      for (int i = 0; i < ROUNDS; i++) {
        long start = System.nanoTime();
        found = index.find(words, 0, Long.MAX_VALUE, true, 50).size();
        micros[i] = (System.nanoTime() - start) / 1e3;
      }
      Arrays.sort(micros);
      out.printf(
          Locale.ROOT,
          "search %-18s %3d found: p50 %.0f µs, p98 %.0f µs%n",
          words,
          found,
          micros[ROUNDS / 2],
          micros[ROUNDS - 1]);
    }
    int scanned =
        index
            .collect(some ->
                some.stream()
                    .map(letter -> letter.passage().text().toLowerCase(Locale.ROOT))
                    .filter(text -> text.contains("channel tunnel"))
                    .toList())
            .size();
    int indexed = index.find("\"channel tunnel\"", 0, Long.MAX_VALUE, true, letters).size();
    check(indexed >= scanned, "a scan finds " + scanned + " letters, the index " + indexed);
  }

  private void sameText(LetterIndex index) {
    SimilarLetters similarLetters = SimilarLetters.in(index);
    Campaigns campaigns = new Campaigns();
    List<Passage> some =
        SampleMailbox.letters(500).stream()
            .map(letter -> LetterPassage.of(new LetterReader().read(letter.bytes())))
            .toList();
    double[] micros = new double[some.size()];
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < micros.length; i++) {
        long start = System.nanoTime();
        similarLetters.withSameText(-1, some.get(i), campaigns);
        micros[i] = (System.nanoTime() - start) / 1e3;
      }
    }
    Arrays.sort(micros);
    out.printf(
        Locale.ROOT,
        "in the same words as one of %d decided letters: p50 %.0f µs, p99 %.0f µs%n",
        letters / DECIDED_EVERY,
        micros[micros.length / 2],
        micros[micros.length * 99 / 100]);
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static long size(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void check(boolean right, String otherwise) {
    if (!right) {
      throw new IllegalStateException(otherwise);
    }
  }
}
