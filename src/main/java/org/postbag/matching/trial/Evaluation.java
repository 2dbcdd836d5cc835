package org.postbag.matching.trial;

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
import org.postbag.matching.Example;
import org.postbag.matching.Lesson;
import org.postbag.matching.TopicMatcher;
import org.postbag.matching.Verdict;
import org.postbag.matching.meaning.Meaning;

/// A test of the matcher: topics, examples to learn from, and letters to classify.
public final class Evaluation {
  static final String OUT_OF_SCOPE = "oos";

  private final Catalog catalog;
  private final Map<TopicId, String> labels = new HashMap<>();
  private final List<LabelledText> examples;
  private final List<LabelledText> tests;
  private final Meaning meaning;

  /// @param topics the topics there are files for
  /// @param known names of the topics to load; empty for all: those of `topics` and every label
  public Evaluation(
      Catalog topics, List<LabelledText> examples, List<LabelledText> tests, Set<String> known) {
    this(topics, examples, tests, known, Meaning.OFF);
  }

  /// @param meaning what letters and topics mean, as far as that counts
  public Evaluation(
      Catalog topics,
      List<LabelledText> examples,
      List<LabelledText> tests,
      Set<String> known,
      Meaning meaning) {
    this.meaning = meaning;
    Set<String> names = new LinkedHashSet<>();
    topics.all().forEach(topic -> names.add(topic.id().value()));
    for (LabelledText text : concat(examples, tests)) {
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
            .map(t -> names.contains(t.label()) ? t : new LabelledText(OUT_OF_SCOPE, t.text()))
            .toList();
  }

  private static List<LabelledText> concat(List<LabelledText> a, List<LabelledText> b) {
    List<LabelledText> both = new ArrayList<>(a);
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
    return meaning.model().isEmpty();
  }

  public Catalog catalog() {
    return catalog;
  }

  public List<LabelledText> examples() {
    return examples;
  }

  public List<LabelledText> tests() {
    return tests;
  }

  /// The matcher after it has learned from the examples.
  public TopicMatcher learn() {
    if (examples.isEmpty()) {
      return TopicMatcher.of(catalog, meaning);
    }
    List<Example> lessons = new ArrayList<>();
    for (LabelledText example : examples) {
      Optional<TopicId> topic =
          example.outOfScope() ? Optional.empty() : Optional.of(id(example.label()));
      lessons.add(new Example(topic, example.letter()).meaning(meaning.of(example.letter())));
    }
    return new Lesson(catalog, meaning).learn(lessons);
  }

  /// The same test for another classifier. Without examples it gets each topic's own words as one.
  public Rival.Task task(TopicMatcher matcher) {
    List<LabelledText> lessons = new ArrayList<>();
    for (LabelledText example : examples) {
      if (!example.outOfScope()) {
        lessons.add(example);
      }
    }
    if (lessons.isEmpty()) {
      catalog
          .all()
          .forEach(topic -> lessons.add(new LabelledText(label(topic.id()), words(topic))));
    }
    return new Rival.Task(
        lessons.stream().map(LabelledText::label).toList(),
        lessons.stream().map(LabelledText::text).toList(),
        lessons.stream().map(lesson -> matcher.vector(lesson.letter())).toList(),
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
  public List<Guess> guesses(TopicMatcher matcher) {
    return tests.stream().map(test -> guess(test, matcher.classify(test.letter()))).toList();
  }

  /// The share of the letters to classify that a matcher asks what they mean, 0 to 1; not a number
  /// where nothing is known of meaning.
  double asked(TopicMatcher matcher) {
    long asked = tests.stream().filter(test -> matcher.asksForMeaning(test.letter())).count();
    return byWords() || tests.isEmpty() ? Double.NaN : (double) asked / tests.size();
  }

  private Guess guess(LabelledText test, Verdict verdict) {
    return new Guess(
        test.label(),
        verdict.topic().map(this::label).orElse(""),
        verdict.probability(),
        verdict.runnerUp().map(this::label).orElse(""),
        verdict.none());
  }

  private String label(TopicId id) {
    return labels.getOrDefault(id, id.value());
  }
}
