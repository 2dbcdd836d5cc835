package org.postbag.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.matching.learned.Contest;
import org.postbag.matching.learned.ExampleIndex;
import org.postbag.matching.learned.Learned;
import org.postbag.matching.learned.Sample;
import org.postbag.matching.learned.Study;
import org.postbag.matching.learned.Weights;
import org.postbag.matching.meaning.Meaning;
import org.postbag.matching.meaning.OwnSenses;
import org.postbag.matching.words.Features;
import org.postbag.matching.words.Frequencies;
import org.postbag.matching.words.Keywords;
import org.postbag.matching.words.Reading;
import org.postbag.matching.words.SlimVector;
import org.postbag.matching.words.Token;
import org.postbag.matching.words.TopicWords;
import org.postbag.matching.words.Vector;
import org.postbag.matching.words.Words;

/// Makes a matcher from topics and decided letters.
public final class Lesson {
  private final Catalog catalog;
  private final List<Topic> topics;
  private final Map<TopicId, Integer> numbers = new HashMap<>();
  private final Meaning meaning;

  /// By words alone.
  public Lesson(Catalog catalog) {
    this(catalog, Meaning.OFF);
  }

  /// @param meaning tells what the topics mean; the meaning of letters counts when it is known of
  ///   all that are learned from
  public Lesson(Catalog catalog, Meaning meaning) {
    this.catalog = catalog;
    this.meaning = meaning;
    topics = List.copyOf(catalog.all());
    for (int t = 0; t < topics.size(); t++) {
      numbers.put(topics.get(t).id(), t);
    }
  }

  /// Learns. Examples of topics that the catalog does not have are examples of "none".
  public TopicMatcher learn(List<Example> examples) {
    return trainAndValidate(examples).matcher;
  }

  /// What was learned, and whether it helps.
  ///
  /// @param accuracy share of the examples that are recognised when they are kept back, 0 to 1
  /// @param accuracyFromNothing the same by the topics' own words alone
  /// @param contest how it compares with the lesson in force; empty where there is none
  public record Outcome(
      Catalog catalog,
      TopicMatcher matcher,
      double accuracy,
      double accuracyFromNothing,
      Optional<Contest> contest) {
    /// Why it should not be put in force; empty when it may.
    public Optional<String> rejectionReason() {
      return accuracy < accuracyFromNothing
          ? Optional.of(
              String.format(
                  Locale.ROOT,
                  Refusal.TAUGHT_NOTHING + ": %.3f of them recognised, %.3f without having learned",
                  accuracy,
                  accuracyFromNothing))
          : contest.filter(Contest::isWorse).map(Contest::summary);
    }
  }

  /// Learns, and measures it on examples that are kept back.
  public Outcome trainAndValidate(List<Example> examples) {
    return trainAndValidate(examples, List.of(), Weights.FROM_NOTHING.words());
  }

  /// The same, and compares it with the lesson in force.
  ///
  /// @param before what that one was learned from; empty where there is none
  /// @param inForce its weights
  Outcome trainAndValidate(List<Example> examples, List<Example> before, Weights inForce) {
    Material material = material(examples);
    LearnedFrom letters = learnedFrom(examples, material);
    if (material.samples.stream().allMatch(s -> s.label() == Sample.NONE)) {
      Learned nothing = Learned.fromNothing(material.profiles, material.senses);
      TopicMatcher matcher = new TopicMatcher(topics, material.features, nothing, letters, meaning);
      return new Outcome(catalog, matcher, nothing.accuracy(), 0, Optional.empty());
    }
    Study study = new Study(material.profiles, material.senses, material.samples);
    Learned learned = study.learned();
    TopicMatcher matcher = new TopicMatcher(topics, material.features, learned, letters, meaning);
    Optional<Contest> contest =
        before.isEmpty()
            ? Optional.empty()
            : Optional.of(study.against(taught(examples, before), inForce));
    return new Outcome(catalog, matcher, learned.accuracy(), fromNothing(examples), contest);
  }

  /// What each letter was taken for by a lesson; letters are known by their numbers.
  private List<Study.Taught> taught(List<Example> examples, List<Example> by) {
    Map<Long, Study.Taught> known = new HashMap<>();
    by.forEach(e -> e.number().ifPresent(n -> known.put(n, new Study.Taught(true, label(e)))));
    return examples.stream()
        .map(e -> known.getOrDefault(e.number().orElse(Example.UNNUMBERED), Study.Taught.NOTHING))
        .toList();
  }

  private LearnedFrom learnedFrom(List<Example> examples, Material material) {
    Iterable<Reading> words =
        () ->
            examples.stream()
                .map(e -> material.features.readWords(Words.of(e.letter())))
                .iterator();
    return new LearnedFrom(
        examples.stream().map(Example::number).toList(),
        material.samples.stream().mapToInt(Sample::label).toArray(),
        material.samples.stream().map(sample -> SlimVector.of(sample.text())).toList(),
        ExampleIndex.of(words));
  }

  private double fromNothing(List<Example> examples) {
    TopicMatcher untaught = TopicMatcher.of(catalog, meaning);
    List<Example> known =
        examples.stream().filter(e -> e.topic().filter(numbers::containsKey).isPresent()).toList();
    long right = known.stream().filter(e -> untaught.classify(e).topic().equals(e.topic())).count();
    return known.isEmpty() ? 0 : (double) right / known.size();
  }

  /// Topics and letters as numbers.
  ///
  /// @param profiles each topic's own words
  /// @param senses what these mean; empty where nothing is known of meaning
  /// @param samples the letters, in their order
  public record Material(
      Features features, List<Vector> profiles, OwnSenses senses, List<Sample> samples) {
    public Material {
      profiles = List.copyOf(profiles);
      samples = List.copyOf(samples);
    }
  }

  /// What is learned from: topics and letters, their words counted.
  public Material material(List<Example> examples) {
    List<List<Token>> texts = examples.stream().map(e -> Words.of(e.letter())).toList();
    Iterable<Vector> present = () -> texts.stream().map(Features::present).iterator();
    Features features = new Features(Frequencies.shipped().plus(Frequencies.count(present)));
    return material(examples, texts, features);
  }

  /// The same with the frequencies that are given, without counting the examples' words.
  public Material material(List<Example> examples, Features features) {
    List<List<Token>> texts = examples.stream().map(e -> Words.of(e.letter())).toList();
    return material(examples, texts, features);
  }

  private Material material(List<Example> examples, List<List<Token>> texts, Features features) {
    List<Vector> profiles = TopicWords.all(catalog, features);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      samples.add(sample(examples.get(i), texts.get(i), features));
    }
    boolean meant = examples.stream().allMatch(e -> e.sense().isPresent());
    OwnSenses senses = meant ? OwnSenses.all(catalog, meaning) : OwnSenses.UNKNOWN;
    return new Material(features, profiles, senses, samples);
  }

  private Sample sample(Example example, List<Token> tokens, Features features) {
    Keywords keywords =
        known.computeIfAbsent(
            Words.languageFor(example.letter().language()), l -> new Keywords(topics, l));
    KeywordEvidence found =
        new KeywordEvidence(topics.size(), keywords.find(tokens), tokens, features);
    List<Double> points = IntStream.range(0, topics.size()).mapToObj(found::of).toList();
    return new Sample(features.vector(tokens), points, label(example), example.sense());
  }

  private int label(Example example) {
    return example.topic().map(t -> numbers.getOrDefault(t, Sample.NONE)).orElse(Sample.NONE);
  }

  private final Map<String, Keywords> known = new HashMap<>();
}
