package org.postbag.people.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.catalog.ConfigurationFile;
import org.postbag.catalog.Mistakes;
import org.postbag.catalog.Problem;
import org.postbag.catalog.Variables;
import org.postbag.catalog.YamlItem;
import org.postbag.catalog.YamlMap;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.people.language.LanguageFolder;
import org.postbag.people.name.Speech;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The detector in force, and how letters are written: saving `config/needs-help.yaml` or a file of
/// `config/languages/` is enough to change them. A file with a mistake keeps the last good version
/// of all of them in force; without a file it is the shipped one.
public final class LiveHelp {
  private static final Logger LOG = LoggerFactory.getLogger(LiveHelp.class);
  private static final String NAME = "needs-help.yaml";
  private static final String ABSENT = "absent";

  /// What a reading found.
  ///
  /// @param detector empty when a file cannot be used
  /// @param speech how letters are written in the languages with a file
  /// @param problems everything wrong, by line
  public record Reading(Optional<HelpDetector> detector, Speech speech, List<Problem> problems) {}

  private final Path config;
  private final Path file;
  private final Embedder embedder;
  private volatile HelpDetector detector;
  private volatile Speech speech;
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
    this.speech = first.detector().isPresent() ? first.speech() : Speech.shipped();
    report();
  }

  /// Reads the file now; [#look] reads it again.
  public static LiveHelp open(Path configDir, Embedder embedder) {
    return new LiveHelp(configDir, embedder);
  }

  /// Reads `needs-help.yaml` and the language files of a configuration folder; where there are
  /// none, the shipped ones.
  public static Reading read(Path configDir) {
    Path file = configDir.resolve(NAME);
    Mistakes mistakes = new Mistakes(file.toString());
    Optional<YamlMap> yaml =
        Files.exists(file)
            ? ConfigurationFile.read(file, mistakes, Variables.LITERAL)
            : shippedManual();
    return read(yaml, mistakes, LanguageFolder.in(configDir));
  }

  private static Reading read(Optional<YamlMap> yaml, Mistakes mistakes, LanguageFolder folder) {
    Speech speech = new Speech(folder);
    Wording english = Wording.english();
    Optional<HelpManual> manual =
        yaml.flatMap(known -> new HelpManualReader(mistakes, english).read(known));
    Map<String, HelpReader> others = new LinkedHashMap<>();
    for (LanguageFolder.Source source : folder.sources()) {
      manual
          .filter(_ -> source.yaml().has("help"))
          .flatMap(known -> reader(source, known))
          .ifPresent(reader -> others.put(source.language(), reader));
      source.yaml().group("help");
      source.yaml().checkKeys();
    }
    List<Problem> problems =
        Stream.concat(mistakes.all().stream(), folder.problems().stream()).toList();
    Optional<HelpDetector> detector =
        manual
            .filter(_ -> problems.stream().noneMatch(Problem::isError))
            .map(known -> new HelpDetector(known, new HelpReader(known, english), others));
    return new Reading(detector, speech, problems);
  }

  /// English has its signs in `needs-help.yaml`.
  private static Optional<HelpReader> reader(LanguageFolder.Source source, HelpManual manual) {
    YamlMap help = source.yaml().group("help");
    if (source.language().equals(Wording.ENGLISH)) {
      source
          .mistakes()
          .error(
              source.yaml().lineOf("help"),
              "the English signs of help stand elsewhere",
              "write them into `config/needs-help.yaml`");
      return Optional.empty();
    }
    List<String> forms = help.items("forms").stream().map(YamlItem::text).toList();
    Wording wording = Wording.of(source.language(), forms);
    return new HelpManualReader(source.mistakes(), wording)
        .signs(help, manual, source.shipped())
        .map(signs -> new HelpReader(signs, wording));
  }

  /// By the files that come with the program.
  public static HelpDetector shipped() {
    return Shipped.DETECTOR;
  }

  private static final class Shipped {
    static final HelpDetector DETECTOR = load();

    private static HelpDetector load() {
      Mistakes mistakes = new Mistakes(NAME);
      Reading reading = read(shippedManual(), mistakes, LanguageFolder.shipped());
      return reading
          .detector()
          .orElseThrow(
              () -> new IllegalStateException("shipped with mistakes: " + reading.problems()));
    }
  }

  private static Optional<YamlMap> shippedManual() {
    try (InputStream in = Objects.requireNonNull(LiveHelp.class.getResourceAsStream(NAME))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ConfigurationFile.read(text, new Mistakes(NAME));
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped " + NAME + " cannot be read", e);
    }
  }

  /// How letters are written, in force.
  public Speech speech() {
    return speech;
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
    reading.detector().ifPresent(changed -> use(changed, reading.speech()));
    report();
    return reading.detector().isPresent();
  }

  private void use(HelpDetector changed, Speech spoken) {
    speech = spoken;
    changed.learnMeaning(embedder);
    detector = changed;
  }

  private void report() {
    LOG.info(
        "needs help: {} classes, in {}",
        detector.manual().classes().size(),
        String.join(", ", new TreeSet<>(detector.languages())));
    problems.forEach(problem -> LOG.warn("{}", problem));
  }

  private String print() {
    return Stream.concat(Stream.of(file), LanguageFolder.files(config).stream())
        .map(LiveHelp::print)
        .collect(Collectors.joining("\n"));
  }

  private static String print(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return file.getFileName()
          + " "
          + now.lastModifiedTime()
          + " "
          + now.size()
          + " "
          + now.fileKey();
    } catch (IOException absent) {
      return ABSENT;
    }
  }
}
