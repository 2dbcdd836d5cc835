package org.postbag.matching.training;

import org.postbag.matching.keywords.TopicLabels;
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
import org.postbag.classifier.ExampleIndex;
import org.postbag.classifier.LabelledText;
import org.postbag.classifier.ModelComparison;
import org.postbag.classifier.TopicModel;
import org.postbag.classifier.TrainingRun;
import org.postbag.classifier.Weights;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.DocumentFrequencies;
import org.postbag.classifier.text.QuantizedVector;
import org.postbag.classifier.text.SparseVector;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;
import org.postbag.classifier.text.VectorizedText;
import org.postbag.classifier.text.Vectorizer;
import org.postbag.matching.Example;
import org.postbag.matching.TopicMatcher;
import org.postbag.matching.keywords.KeywordEvidence;
import org.postbag.matching.keywords.Keywords;
import org.postbag.matching.keywords.TopicVector;

/// Makes a matcher from topics and decided letters.
public final class Trainer {
  private final Catalog catalog;
  private final List<Topic> topics;
  private final Map<TopicId, Integer> numbers = new HashMap<>();
  private final Embedder embedder;

  /// By words alone.
  public Trainer(Catalog catalog) {
    this(catalog, Embedder.OFF);
  }

  /// @param embedder tells what the topics mean; the meaning of letters counts when it is known of
  ///   all that are learned from
  public Trainer(Catalog catalog, Embedder embedder) {
    this.catalog = catalog;
    this.embedder = embedder;
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
      Optional<ModelComparison> contest) {
    /// Why it should not be put in force; empty when it may.
    public Optional<String> rejectionReason() {
      return accuracy < accuracyFromNothing
          ? Optional.of(
              String.format(
                  Locale.ROOT,
                  RejectedModel.TAUGHT_NOTHING + ": %.3f of them recognised, %.3f without having learned",
                  accuracy,
                  accuracyFromNothing))
          : contest.filter(ModelComparison::isWorse).map(ModelComparison::summary);
    }
  }

  /// Learns, and measures it on examples that are kept back.
  public Outcome trainAndValidate(List<Example> examples) {
    return trainAndValidate(examples, List.of(), Weights.WITHOUT_EXAMPLES.words());
  }

  /// The same, and compares it with the lesson in force.
  ///
  /// @param before what that one was learned from; empty where there is none
  /// @param inForce its weights
  public Outcome trainAndValidate(List<Example> examples, List<Example> before, Weights inForce) {
    Material material = material(examples);
    TrainingSet letters = learnedFrom(examples, material);
    if (material.samples.stream().allMatch(s -> s.label() == LabelledText.NONE)) {
      TopicModel nothing = TopicModel.untrained(material.profiles, material.senses);
      TopicMatcher matcher = new TopicMatcher(topics, material.vectorizer, nothing, letters, embedder);
      return new Outcome(catalog, matcher, nothing.accuracy(), 0, Optional.empty());
    }
    TrainingRun trainingRun = new TrainingRun(material.profiles, material.senses, material.samples);
    TopicModel topicModel = trainingRun.train();
    TopicMatcher matcher = new TopicMatcher(topics, material.vectorizer, topicModel, letters, embedder);
    Optional<ModelComparison> contest =
        before.isEmpty()
            ? Optional.empty()
            : Optional.of(trainingRun.compareWith(taught(examples, before), inForce));
    return new Outcome(catalog, matcher, topicModel.accuracy(), fromNothing(examples), contest);
  }

  /// What each letter was taken for by a lesson; letters are known by their numbers.
  private List<TrainingRun.PreviousLabel> taught(List<Example> examples, List<Example> by) {
    Map<Long, TrainingRun.PreviousLabel> known = new HashMap<>();
    by.forEach(e -> e.number().ifPresent(n -> known.put(n, new TrainingRun.PreviousLabel(true, label(e)))));
    return examples.stream()
        .map(e -> known.getOrDefault(e.number().orElse(Example.UNNUMBERED), TrainingRun.PreviousLabel.UNKNOWN))
        .toList();
  }

  private TrainingSet learnedFrom(List<Example> examples, Material material) {
    Iterable<VectorizedText> words =
        () ->
            examples.stream()
                .map(e -> material.vectorizer.vectorizeWords(Tokenizer.of(e.letter())))
                .iterator();
    return new TrainingSet(
        examples.stream().map(Example::number).toList(),
        material.samples.stream().mapToInt(LabelledText::label).toArray(),
        material.samples.stream().map(labelledText -> QuantizedVector.of(labelledText.text())).toList(),
        ExampleIndex.of(words));
  }

  private double fromNothing(List<Example> examples) {
    TopicMatcher untaught = TopicMatcher.of(catalog, embedder);
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
      Vectorizer vectorizer, List<SparseVector> profiles, LabelEmbeddings senses, List<LabelledText> samples) {
    public Material {
      profiles = List.copyOf(profiles);
      samples = List.copyOf(samples);
    }
  }

  /// What is learned from: topics and letters, their words counted.
  public Material material(List<Example> examples) {
    List<List<Token>> texts = examples.stream().map(e -> Tokenizer.of(e.letter())).toList();
    Iterable<SparseVector> present = () -> texts.stream().map(Vectorizer::present).iterator();
    Vectorizer vectorizer = new Vectorizer(DocumentFrequencies.shipped().plus(DocumentFrequencies.count(present)));
    return material(examples, texts, vectorizer);
  }

  /// The same with the frequencies that are given, without counting the examples' words.
  public Material material(List<Example> examples, Vectorizer vectorizer) {
    List<List<Token>> texts = examples.stream().map(e -> Tokenizer.of(e.letter())).toList();
    return material(examples, texts, vectorizer);
  }

  private Material material(List<Example> examples, List<List<Token>> texts, Vectorizer vectorizer) {
    List<SparseVector> profiles = TopicVector.all(catalog, vectorizer);
    List<LabelledText> samples = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      samples.add(sample(examples.get(i), texts.get(i), vectorizer));
    }
    boolean meant = examples.stream().allMatch(e -> e.sense().isPresent());
    LabelEmbeddings senses = meant ? TopicLabels.embeddings(catalog, embedder) : LabelEmbeddings.UNKNOWN;
    return new Material(vectorizer, profiles, senses, samples);
  }

  private LabelledText sample(Example example, List<Token> tokens, Vectorizer vectorizer) {
    Keywords keywords =
        known.computeIfAbsent(
            Tokenizer.languageFor(example.letter().language()), l -> new Keywords(topics, l));
    KeywordEvidence found =
        new KeywordEvidence(topics.size(), keywords.find(tokens), tokens, vectorizer);
    List<Double> points = IntStream.range(0, topics.size()).mapToObj(found::of).toList();
    return new LabelledText(vectorizer.vector(tokens), points, label(example), example.sense());
  }

  private int label(Example example) {
    return example.topic().map(t -> numbers.getOrDefault(t, LabelledText.NONE)).orElse(LabelledText.NONE);
  }

  private final Map<String, Keywords> known = new HashMap<>();
}
