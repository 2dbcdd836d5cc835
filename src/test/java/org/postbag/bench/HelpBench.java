package org.postbag.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.postbag.people.help.HelpDetector;
import org.postbag.people.help.LiveHelp;

/// How many calls for help are seen in each shipped language, and how many other letters raise an
/// alarm. The lines of odd number were there to tune by; those of even number were held out. Fails
/// when fewer than nine of ten held-out calls are seen. For English it prints the whole curve.
public final class HelpBench {
  private static final double SEEN = 0.9;

  private final HelpDetector detector = LiveHelp.shipped();

  private record Line(boolean heldOut, boolean help, String text) {}

  private HelpBench() {}

  public static void main(String[] options) throws IOException {
    HelpCurve.print();
    HelpBench bench = new HelpBench();
    boolean kept = true;
    for (String language : List.of("cy", "de", "fr")) {
      kept &= bench.measure(language);
    }
    System.exit(kept ? 0 : 1);
  }

  private boolean measure(String language) {
    List<Line> lines = new ArrayList<>();
    read("letters-" + language + ".tsv", lines);
    read("calls-" + language + ".txt", lines);
    double seen = share(lines, true, true);
    System.out.printf(
        Locale.ROOT,
        "%s: calls seen %.0f %% of %d (tuned by: %.0f %%); alarms in other letters %.0f %% of %d"
            + " (%.0f %%)%n",
        language,
        100 * seen,
        of(lines, true, true).size(),
        100 * share(lines, false, true),
        100 * share(lines, true, false),
        of(lines, true, false).size(),
        100 * share(lines, false, false));
    return seen >= SEEN;
  }

  private static void read(String file, List<Line> lines) {
    int number = 0;
    for (String line : text("/org/postbag/languages/" + file).lines().toList()) {
      number++;
      if (!line.startsWith("#")) {
        String[] columns = line.split("\t", -1);
        boolean call = columns.length == 1 || columns[0].equals("help");
        String text = columns[columns.length - 1].replace("\\n", "\n");
        lines.add(new Line(number % 2 == 0, call, text));
      }
    }
  }

  private static String text(String name) {
    try (InputStream in = Objects.requireNonNull(HelpBench.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw new IllegalStateException(damaged);
    }
  }

  private static List<Line> of(List<Line> lines, boolean heldOut, boolean help) {
    return lines.stream().filter(l -> l.heldOut == heldOut && l.help == help).toList();
  }

  private double share(List<Line> lines, boolean heldOut, boolean help) {
    List<Line> some = of(lines, heldOut, help);
    long found = some.stream().filter(line -> !detector.signs(line.text).isEmpty()).count();
    return (double) found / some.size();
  }
}
