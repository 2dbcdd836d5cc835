package org.postbag.people.help;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postbag.catalog.Mistakes;
import org.postbag.catalog.Nearest;
import org.postbag.catalog.YamlItem;
import org.postbag.catalog.YamlMap;
import org.postbag.classifier.text.Tokenizer;

/// Reads `config/needs-help.yaml`, and the signs of help in the language files.
final class HelpManualReader {
  private static final double THRESHOLD = 0.33;
  private static final double SURE = 0.7;
  private static final Pattern GROUP = Pattern.compile("<([^<>|\\s]*)>");
  private static final Map<String, HelpClass.Handling> HANDLING = handling();

  private final Mistakes mistakes;
  private final Wording wording;
  private final Map<String, List<String>> groups = new LinkedHashMap<>();

  HelpManualReader(Mistakes mistakes, Wording wording) {
    this.mistakes = mistakes;
    this.wording = wording;
  }

  private static Map<String, HelpClass.Handling> handling() {
    Map<String, HelpClass.Handling> words = new LinkedHashMap<>();
    words.put("urgent", HelpClass.Handling.URGENT);
    words.put("careful", HelpClass.Handling.CAREFUL);
    words.put("show", HelpClass.Handling.SHOW);
    return words;
  }

  Optional<HelpManual> read(YamlMap yaml) {
    yaml.require("classes");
    double threshold = yaml.share("threshold").orElse(THRESHOLD);
    double sure = yaml.share("sure").orElse(SURE);
    YamlMap named = yaml.group("groups");
    named.keys().forEach(name -> group(name, named.items(name)));
    List<HelpManual.Context> contexts = contexts(yaml);
    List<HelpClass> classes = new ArrayList<>();
    YamlMap kinds = yaml.group("classes");
    kinds
        .keys()
        .forEach(
            name -> kinds.map(name).ifPresent(map -> classes.add(helpClass(name, kinds, map))));
    yaml.checkKeys();
    return mistakes.hasErrors()
        ? Optional.empty()
        : Optional.of(new HelpManual(threshold, sure, classes, contexts, writer()));
  }

  /// The terms of the group `me`.
  private Set<String> writer() {
    return groups.getOrDefault("<me>", List.of()).stream()
        .flatMap(word -> Tokenizer.of(word, wording.language()).stream())
        .map(wording::known)
        .collect(Collectors.toSet());
  }

  /// The signs of another language, under `help:` of its file. Titles, sentences and what the desk
  /// does stand in `needs-help.yaml`.
  ///
  /// @param manual `needs-help.yaml`
  /// @param shipped whether the file came with the program: then it may have more classes
  Optional<HelpManual> signs(YamlMap yaml, HelpManual manual, boolean shipped) {
    double threshold = yaml.share("threshold").orElse(manual.threshold());
    double sure = yaml.share("sure").orElse(manual.sure());
    yaml.items("forms");
    YamlMap named = yaml.group("groups");
    named.keys().forEach(name -> group(name, named.items(name)));
    List<HelpManual.Context> contexts = contexts(yaml);
    YamlMap kinds = yaml.group("classes");
    List<HelpClass> classes = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    for (HelpClass kind : manual.classes()) {
      known.add(kind.name());
      kinds.map(kind.name()).map(map -> signs(kind, map)).ifPresent(classes::add);
    }
    if (!shipped) {
      kinds.keys().stream()
          .filter(name -> !known.contains(name))
          .forEach(name -> unknown(name, kinds, known));
    }
    yaml.checkKeys();
    return mistakes.hasErrors() || classes.isEmpty()
        ? Optional.empty()
        : Optional.of(new HelpManual(threshold, sure, classes, contexts, writer()));
  }

  private void unknown(String name, YamlMap kinds, Set<String> known) {
    mistakes.warning(
        kinds.lineOf(name),
        "`needs-help.yaml` has no class `" + name + "`, so its signs are not looked for",
        Nearest.mend(name, known));
  }

  private HelpClass signs(HelpClass kind, YamlMap yaml) {
    HelpClass signs =
        new HelpClass(
            kind.name(),
            kind.title(),
            kind.sentence(),
            kind.handling(),
            lines(yaml, "words"),
            lines(yaml, "against"),
            sentences(yaml));
    yaml.checkKeys();
    return signs;
  }

  private List<HelpManual.Context> contexts(YamlMap yaml) {
    List<HelpManual.Context> contexts = new ArrayList<>();
    YamlMap against = yaml.group("against");
    against
        .keys()
        .forEach(name -> against.map(name).ifPresent(map -> contexts.add(context(name, map))));
    return contexts;
  }

  private void group(String name, List<YamlItem> items) {
    groups.put("<" + name + ">", items.stream().map(YamlItem::text).toList());
  }

  private HelpManual.Context context(String name, YamlMap yaml) {
    List<WordLine> words = lines(yaml, "words");
    List<String> examples = sentences(yaml);
    yaml.checkKeys();
    return new HelpManual.Context(name, words, examples);
  }

  private HelpClass helpClass(String name, YamlMap all, YamlMap yaml) {
    if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
      mistakes.error(
          all.lineOf(name),
          "`" + name + "` is no name for a class",
          "use small letters, digits and `-`, such as `self-harm`");
    }
    yaml.require("title");
    yaml.require("desk");
    String title = yaml.text("title").orElse(name);
    HelpClass helpClass =
        new HelpClass(
            name,
            title,
            yaml.text("sentence").orElse("The writer may need help: " + title + "."),
            yaml.choice("desk", HANDLING).orElse(HelpClass.Handling.CAREFUL),
            lines(yaml, "words"),
            lines(yaml, "against"),
            sentences(yaml));
    yaml.checkKeys();
    if (helpClass.words().isEmpty() && helpClass.examples().isEmpty()) {
      mistakes.error(
          all.lineOf(name), "the class `" + name + "` finds nothing", "give it words or examples");
    }
    return helpClass;
  }

  /// `text: more` in a sentence looks to YAML like a key and its value.
  private static List<String> sentences(YamlMap yaml) {
    return yaml.items("examples").stream()
        .map(item -> item.text() + item.value().map(rest -> ": " + rest).orElse(""))
        .toList();
  }

  private List<WordLine> lines(YamlMap yaml, String key) {
    return yaml.items(key).stream().flatMap(item -> line(item).stream()).toList();
  }

  private Optional<WordLine> line(YamlItem item) {
    if (item.value().isPresent()) {
      refuse(item, "has a colon", "write words alone, or put a sentence under `examples:`");
      return Optional.empty();
    }
    boolean known = true;
    for (Matcher group = GROUP.matcher(item.text()); group.find(); ) {
      if (!groups.containsKey(group.group())) {
        refuse(
            item,
            "names the group `" + group.group() + "`, which is not there",
            Nearest.mend(group.group(), groups.keySet()));
        known = false;
      }
    }
    if (item.text().matches(".*[\"'?!;,()].*")) {
      refuse(item, "holds a mark", "write words, `word|word`, `word+word`, `begin*` or `<group>`");
      return Optional.empty();
    }
    Optional<WordLine> line =
        known ? WordLine.parse(item.text(), item.line(), groups, wording) : Optional.empty();
    if (known && line.isEmpty()) {
      refuse(item, "holds something that is no word", "write words with blanks between them");
    }
    return line;
  }

  private void refuse(YamlItem item, String message, String mend) {
    mistakes.error(item.line(), "the line `" + item.text() + "` " + message, mend);
  }
}
