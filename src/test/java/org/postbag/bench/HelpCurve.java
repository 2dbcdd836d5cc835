package org.postbag.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.postbag.demo.Expected;
import org.postbag.demo.SampleMailbox;
import org.postbag.email.LetterReader;
import org.postbag.people.help.HelpDetector;
import org.postbag.people.help.HelpSign;
import org.postbag.people.help.LiveHelp;

/// What `threshold` and `sure` of needs-help.yaml find in English, and what they cost: in calls and
/// letters that were held out, and in the letters of the sample mailbox that should get a draft.
final class HelpCurve {
  private static final List<Double> THRESHOLDS = List.of(0.1, 0.135, 0.2, 0.3, 0.4, 0.5, 0.7);
  private static final List<Double> SURE = List.of(0.5, 0.6, 0.65, 0.7, 0.8, 0.9, 0.95);
  private static final int LETTERS = 500;
  private static final String IN_A_CAMPAIGN =
      "We ask you to support the Pond Bill.\n\nHalf of our ponds were filled in since 1950.\n\n%s"
          + "\n\nFrogs need shallow water in spring.\n\nPlease say how you will vote.";

  private final Map<String, List<String>> sets = new LinkedHashMap<>();
  private final String manual;

  private HelpCurve() throws IOException {
    manual = Files.readString(Path.of("config/needs-help.yaml"));
    List<String> calls = texts("held-out.tsv", "help", 2);
    List<String> more = texts("held-out-letters.tsv", "call", 1);
    sets.put("calls", calls);
    sets.put("hidden", calls.stream().map(IN_A_CAMPAIGN::formatted).toList());
    sets.put("others", texts("held-out.tsv", "none", 2));
    sets.put("calls2", more);
    sets.put("hidden2", more.stream().map(IN_A_CAMPAIGN::formatted).toList());
    sets.put("letters", texts("held-out-letters.tsv", "letter", 1));
    sets.put("ordinary", texts("held-out-letters.tsv", "ordinary", 1));
    sets.put("sample", sample());
  }

  private static List<String> texts(String file, String kind, int column) throws IOException {
    String name = "/org/postbag/people/help/" + file;
    try (InputStream in = Objects.requireNonNull(HelpCurve.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .filter(row -> row[0].equals(kind))
          .map(row -> row[column])
          .toList();
    }
  }

  private static List<String> sample() {
    Map<String, Expected> expected = Expected.all();
    LetterReader reader = new LetterReader();
    return SampleMailbox.written().stream()
        .filter(l -> Objects.requireNonNull(expected.get(l.name())).state().equals("waiting"))
        .map(letter -> reader.read(letter.bytes()).visibleText())
        .toList();
  }

  static void print() throws IOException {
    HelpCurve curve = new HelpCurve();
    System.out.print("marked from      ");
    curve.sets.forEach((name, texts) -> System.out.printf("%9s", name + " " + texts.size()));
    System.out.println();
    HelpDetector low = curve.detector(THRESHOLDS.getFirst(), 1);
    for (double threshold : THRESHOLDS) {
      curve.row("threshold", threshold, low, sign -> sign.probability() >= threshold);
    }
    for (double sure : SURE) {
      curve.row("sure", sure, curve.detector(THRESHOLDS.getFirst(), sure), HelpSign::isSure);
    }
    curve.cost(curve.detector(0.135, 0.65));
  }

  private HelpDetector detector(double threshold, double sure) throws IOException {
    Path folder = Files.createTempDirectory("help-curve");
    Path file = folder.resolve("needs-help.yaml");
    Files.writeString(
        file,
        manual
            .replaceFirst("(?m)^threshold: .*$", "threshold: " + threshold)
            .replaceFirst("(?m)^sure: .*$", "sure: " + sure));
    HelpDetector detector = LiveHelp.read(folder).detector().orElseThrow();
    Files.delete(file);
    Files.delete(folder);
    return detector;
  }

  private void row(String name, double value, HelpDetector by, Predicate<HelpSign> sign) {
    System.out.printf(Locale.ROOT, "%-10s %5.3f ", name, value);
    for (List<String> texts : sets.values()) {
      long found = texts.stream().filter(t -> by.signs(t).stream().anyMatch(sign)).count();
      System.out.printf(Locale.ROOT, "%9.1f", 100.0 * found / texts.size());
    }
    System.out.println();
  }

  /// Of processor, for a letter of the sample mailbox.
  private void cost(HelpDetector detector) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<String> letters = Objects.requireNonNull(sets.get("sample"));
    long before = 0;
    for (int i = 0; i < 2 * LETTERS; i++) {
      before = i == LETTERS ? threads.getCurrentThreadCpuTime() : before;
      detector.signs(letters.get(i % letters.size()));
    }
    double micros = (threads.getCurrentThreadCpuTime() - before) / 1000.0 / LETTERS;
    System.out.printf(Locale.ROOT, "a letter takes %.0f µs of processor%n", micros);
  }
}
