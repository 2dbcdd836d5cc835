package org.postbag.people.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.postbag.catalog.ConfigurationFile;
import org.postbag.catalog.Mistakes;
import org.postbag.catalog.Problem;
import org.postbag.catalog.Variables;
import org.postbag.catalog.YamlFile;
import org.postbag.classifier.embedding.Embedder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The detector in force: saving `config/needs-help.yaml` is enough to change it. A file with a
/// mistake keeps the last good version in force; without a file it is the shipped one.
public final class LiveHelp {
  private static final Logger LOG = LoggerFactory.getLogger(LiveHelp.class);
  private static final String NAME = "needs-help.yaml";
  private static final String ABSENT = "absent";

  /// What a reading found.
  ///
  /// @param detector empty when the file cannot be used
  /// @param problems everything wrong, by line
  public record Reading(Optional<HelpDetector> detector, List<Problem> problems) {}

  private final Path config;
  private final Path file;
  private final Embedder embedder;
  private volatile HelpDetector detector;
  private volatile List<Problem> problems;
  private String seen;

  private LiveHelp(Path configDir, Embedder embedder) {
    this.config = configDir;
    this.file = configDir.resolve(NAME);
    this.embedder = embedder;
    this.seen = print();
    Reading first = read(configDir);
    this.problems = first.problems();
    this.detector = first.detector().orElseGet(LiveHelp::shipped);
    report();
  }

  /// Reads the file now; [#look] reads it again.
  public static LiveHelp open(Path configDir, Embedder embedder) {
    return new LiveHelp(configDir, embedder);
  }

  /// Reads `needs-help.yaml` of a configuration folder; where there is none, the shipped one.
  public static Reading read(Path configDir) {
    Path file = configDir.resolve(NAME);
    if (!Files.exists(file)) {
      return new Reading(Optional.of(shipped()), List.of());
    }
    Mistakes mistakes = new Mistakes(file.toString());
    Wording wording = new Wording();
    Optional<HelpDetector> detector =
        ConfigurationFile.read(file, mistakes, Variables.LITERAL)
            .flatMap(yaml -> new HelpManualReader(mistakes, wording).read(yaml))
            .map(manual -> new HelpDetector(manual, wording));
    return new Reading(detector, mistakes.all());
  }

  /// By the file that comes with the program.
  public static HelpDetector shipped() {
    return Shipped.DETECTOR;
  }

  private static final class Shipped {
    static final HelpDetector DETECTOR = load();

    private static HelpDetector load() {
      try (InputStream in = Objects.requireNonNull(LiveHelp.class.getResourceAsStream(NAME))) {
        Mistakes mistakes = new Mistakes(NAME);
        Wording wording = new Wording();
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return YamlFile.read(text, 1, mistakes, Variables.LITERAL)
            .flatMap(yaml -> new HelpManualReader(mistakes, wording).read(yaml))
            .map(manual -> new HelpDetector(manual, wording))
            .orElseThrow(
                () -> new IllegalStateException("shipped with mistakes: " + mistakes.all()));
      } catch (IOException e) {
        throw new UncheckedIOException("the shipped " + NAME + " cannot be read", e);
      }
    }
  }

  /// The detector in force.
  public HelpDetector detector() {
    return detector;
  }

  /// What is wrong in the file at present; empty when it is in force.
  public List<Problem> problems() {
    return problems;
  }

  /// Lets the detector in force read the meaning of its examples, which takes seconds.
  public void learnMeaning() {
    detector.learnMeaning(embedder);
  }

  /// Reads the file again when it was saved since.
  ///
  /// @return whether another version came into force
  public synchronized boolean look() {
    String now = print();
    if (now.equals(seen)) {
      return false;
    }
    seen = now;
    Reading reading = read(config);
    problems = reading.problems();
    reading.detector().ifPresent(this::use);
    report();
    return reading.detector().isPresent();
  }

  private void use(HelpDetector changed) {
    changed.learnMeaning(embedder);
    detector = changed;
  }

  private void report() {
    LOG.info("needs help: {} classes", detector.manual().classes().size());
    problems.forEach(problem -> LOG.warn("{}", problem));
  }

  private String print() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
    } catch (IOException absent) {
      return ABSENT;
    }
  }
}
