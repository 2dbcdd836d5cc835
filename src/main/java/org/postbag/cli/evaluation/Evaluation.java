package org.postbag.cli.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.matching.Example;
import org.postbag.matching.Prediction;
import org.postbag.matching.TopicMatcher;
import org.postbag.matching.training.Trainer;

/// A test of the matcher: topics, examples to learn from, and letters to classify.
public final class Evaluation {
  static final String OUT_OF_SCOPE = "oos";

  private final Catalog catalog;
  private final Map<TopicId, String> labels = new HashMap<>();
  private final List<LabelledLine> examples;
  private final List<LabelledLine> tests;
  private final Embedder embedder;

  /// @param topics the topics there are files for
  /// @param known names of the topics to load; empty for all: those of `topics` and every label
  public Evaluation(
      Catalog topics, List<LabelledLine> examples, List<LabelledLine> tests, Set<String> known) {
    this(topics, examples, tests, known, Embedder.OFF);
  }

  /// @param embedder what letters and topics mean, as far as that counts
  public Evaluation(
      Catalog topics,
      List<LabelledLine> examples,
      List<LabelledLine> tests,
      Set<String> known,
      Embedder embedder) {
    this.embedder = embedder;
    Set<String> names = new LinkedHashSet<>();
    topics.all().forEach(topic -> names.add(topic.id().value()));
    for (LabelledLine text : concat(examples, tests)) {
      if (!text.outOfScope()) {
        names.add(text.label());
      }
    }
    if (!known.isEmpty()) {
      names.retainAll(known);
    }
    Map<TopicId, Topic> loaded = new TreeMap<>();
    for (String name : names) {
      TopicId id = id(name);
      labels.put(id, name);
      loaded.put(id, topics.topic(id).orElseGet(() -> bare(id, name)));
    }
    this.catalog = new Catalog(loaded, topics.replies());
    this.examples =
        examples.stream().filter(e -> e.outOfScope() || names.contains(e.label())).toList();
    this.tests =
        tests.stream()
            .map(t -> names.contains(t.label()) ? t : new LabelledLine(OUT_OF_SCOPE, t.text()))
            .toList();
  }

  private static List<LabelledLine> concat(List<LabelledLine> a, List<LabelledLine> b) {
    List<LabelledLine> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }

  private static TopicId id(String name) {
    String plain = name.replaceAll("[^\\p{L}\\p{N}._-]", "-");
    return new TopicId(plain.matches("[\\p{L}\\p{N}].*") ? plain : "x" + plain);
  }

  private static Topic bare(TopicId id, String name) {
    String title = name.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return new Topic(id, title, Optional.empty(), List.of(), Topic.DEFAULT_THRESHOLD);
  }

  /// The topics that have no file, and are known by their names alone.
  public List<String> withoutFile(Catalog files) {
    return labels.entrySet().stream()
        .filter(label -> files.topic(label.getKey()).isEmpty())
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }

  /// Whether letters are told by their words alone.
  boolean byWords() {
    return embedder.model().isEmpty();
  }

  public Catalog catalog() {
    return catalog;
  }

  public List<LabelledLine> examples() {
    return examples;
  }

  public List<LabelledLine> tests() {
    return tests;
  }

  /// The matcher after it has learned from the examples.
  public TopicMatcher learn() {
    if (examples.isEmpty()) {
      return TopicMatcher.of(catalog, embedder);
    }
    List<Example> training = new ArrayList<>();
    for (LabelledLine example : examples) {
      Optional<TopicId> topic =
          example.outOfScope() ? Optional.empty() : Optional.of(id(example.label()));
      training.add(
          new Example(topic, example.letter()).withEmbedding(embedder.embed(example.letter())));
    }
    return new Trainer(catalog, embedder).train(training);
  }

  /// The same test for another classifier. Without examples it gets each topic's own words as one.
  public Baseline.Task task(TopicMatcher matcher) {
    List<LabelledLine> training = new ArrayList<>();
    for (LabelledLine example : examples) {
      if (!example.outOfScope()) {
        training.add(example);
      }
    }
    if (training.isEmpty()) {
      catalog
          .all()
          .forEach(topic -> training.add(new LabelledLine(label(topic.id()), words(topic))));
    }
    return new Baseline.Task(
        training.stream().map(LabelledLine::label).toList(),
        training.stream().map(LabelledLine::text).toList(),
        training.stream().map(example -> matcher.vector(example.letter())).toList(),
        tests,
        tests.stream().map(test -> matcher.vector(test.letter())).toList());
  }

  private static String words(Topic topic) {
    StringBuilder words = new StringBuilder(topic.title());
    topic.keywords().stream()
        .filter(keyword -> !keyword.excluded())
        .forEach(keyword -> words.append(". ").append(keyword.text()));
    return words.toString();
  }

  /// What a matcher makes of the letters to classify, in their order.
  public List<RankedLabel> guesses(TopicMatcher matcher) {
    return tests.stream().map(test -> guess(test, matcher.classify(test.letter()))).toList();
  }

  /// The share of the letters to classify that a matcher asks what they mean, 0 to 1; not a number
  /// where nothing is known of meaning.
  double asked(TopicMatcher matcher) {
    long asked = tests.stream().filter(test -> matcher.needsEmbedding(test.letter())).count();
    return byWords() || tests.isEmpty() ? Double.NaN : (double) asked / tests.size();
  }

  private RankedLabel guess(LabelledLine test, Prediction prediction) {
    return new RankedLabel(
        test.label(),
        prediction.topic().map(this::label).orElse(""),
        prediction.probability(),
        prediction.runnerUp().map(this::label).orElse(""),
        prediction.none());
  }

  private String label(TopicId id) {
    return labels.getOrDefault(id, id.value());
  }
}
