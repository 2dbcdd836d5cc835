package org.postbag.matching.training;

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
import org.postbag.classifier.PrecisionCurve;
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
import org.postbag.matching.keywords.TopicLabels;
import org.postbag.matching.keywords.TopicVector;

/// Trains a matcher on topics and decided letters.
public final class Trainer {
  private final Catalog catalog;
  private final List<Topic> topics;
  private final Map<TopicId, Integer> numbers = new HashMap<>();
  private final Embedder embedder;

  /// By words alone.
  public Trainer(Catalog catalog) {
    this(catalog, Embedder.OFF);
  }

  /// @param embedder embeds the topics; embeddings of letters are used if all examples have one
  public Trainer(Catalog catalog, Embedder embedder) {
    this.catalog = catalog;
    this.embedder = embedder;
    topics = List.copyOf(catalog.all());
    for (int t = 0; t < topics.size(); t++) {
      numbers.put(topics.get(t).id(), t);
    }
  }

  /// Trains without comparing. Examples of topics that the catalog does not have are examples of
  /// "none".
  public TopicMatcher train(List<Example> examples) {
    return trainAndValidate(examples).matcher;
  }

  /// A trained model, and whether it helps.
  ///
  /// @param accuracy cross-validated share of the examples that are recognised, 0 to 1
  /// @param baselineAccuracy the same for the untrained topics
  /// @param comparison with the current model; empty where there is none
  public record Outcome(
      Catalog catalog,
      TopicMatcher matcher,
      double accuracy,
      double baselineAccuracy,
      Optional<ModelComparison> comparison) {
    /// Why it must not be activated; empty when it may.
    public Optional<String> rejectionReason() {
      return accuracy < baselineAccuracy
          ? Optional.of(
              String.format(
                  Locale.ROOT,
                  RejectedModel.NO_IMPROVEMENT
                      + ": %.3f of them recognised, %.3f without having learned",
                  accuracy,
                  baselineAccuracy))
          : comparison.filter(ModelComparison::isWorse).map(ModelComparison::summary);
    }
  }

  /// Trains, with cross-validation.
  public Outcome trainAndValidate(List<Example> examples) {
    return trainAndValidate(examples, List.of(), Weights.WITHOUT_EXAMPLES.words());
  }

  /// The same, and compares the result with the current model.
  ///
  /// @param before the examples of the current model; empty where there is none
  /// @param inForce its weights
  public Outcome trainAndValidate(List<Example> examples, List<Example> before, Weights inForce) {
    TrainingData material = material(examples);
    TrainingSet letters = trainingSet(examples, material);
    if (material.samples.stream().allMatch(s -> s.label() == LabelledText.NONE)) {
      TopicModel untrained = TopicModel.untrained(material.profiles, material.senses);
      TopicMatcher matcher =
          new TopicMatcher(
              topics,
              material.vectorizer,
              untrained,
              letters,
              embedder,
              PrecisionCurve.Pair.SHIPPED,
              Optional.empty());
      return new Outcome(catalog, matcher, untrained.accuracy(), 0, Optional.empty());
    }
    TrainingRun trainingRun = new TrainingRun(material.profiles, material.senses, material.samples);
    TopicModel topicModel = trainingRun.train();
    TopicMatcher matcher =
        new TopicMatcher(
            topics,
            material.vectorizer,
            topicModel,
            letters,
            embedder,
            trainingRun.curves(),
            Optional.of(TopicMatcher.of(catalog, embedder)));
    Optional<ModelComparison> comparison =
        before.isEmpty()
            ? Optional.empty()
            : Optional.of(trainingRun.compareWith(previousLabels(examples, before), inForce));
    return new Outcome(
        catalog, matcher, topicModel.accuracy(), trainingRun.baselineAccuracy(), comparison);
  }

  /// The label that the current model was trained with, for each example that it was trained on.
  private List<TrainingRun.PreviousLabel> previousLabels(List<Example> examples, List<Example> by) {
    Map<Long, TrainingRun.PreviousLabel> known = new HashMap<>();
    by.forEach(e ->
        e.number().ifPresent(n -> known.put(n, new TrainingRun.PreviousLabel(true, label(e)))));
    return examples.stream()
        .map(e ->
            known.getOrDefault(
                e.number().orElse(Example.UNNUMBERED), TrainingRun.PreviousLabel.UNKNOWN))
        .toList();
  }

  private TrainingSet trainingSet(List<Example> examples, TrainingData material) {
    Iterable<VectorizedText> words =
        () ->
            examples.stream()
                .map(e -> material.vectorizer.vectorizeWords(Tokenizer.of(e.letter())))
                .iterator();
    return new TrainingSet(
        examples.stream().map(Example::number).toList(),
        material.samples.stream().mapToInt(LabelledText::label).toArray(),
        material.samples.stream()
            .map(labelledText -> QuantizedVector.of(labelledText.text()))
            .toList(),
        ExampleIndex.of(words));
  }

  /// Topics and letters as vectors and numbers.
  ///
  /// @param profiles the vector of each topic, see [TopicVector]
  /// @param senses the embeddings of the topics; unknown unless all examples have an embedding
  /// @param samples the letters, in their order
  public record TrainingData(
      Vectorizer vectorizer,
      List<SparseVector> profiles,
      LabelEmbeddings senses,
      List<LabelledText> samples) {
    public TrainingData {
      profiles = List.copyOf(profiles);
      samples = List.copyOf(samples);
    }
  }

  /// Vectors and labels, with document frequencies counted in these examples as well.
  public TrainingData material(List<Example> examples) {
    List<List<Token>> texts = examples.stream().map(e -> Tokenizer.of(e.letter())).toList();
    Iterable<SparseVector> present = () -> texts.stream().map(Vectorizer::present).iterator();
    Vectorizer vectorizer =
        new Vectorizer(DocumentFrequencies.shipped().plus(DocumentFrequencies.count(present)));
    return material(examples, texts, vectorizer);
  }

  /// The same with given document frequencies.
  public TrainingData material(List<Example> examples, Vectorizer vectorizer) {
    List<List<Token>> texts = examples.stream().map(e -> Tokenizer.of(e.letter())).toList();
    return material(examples, texts, vectorizer);
  }

  private TrainingData material(
      List<Example> examples, List<List<Token>> texts, Vectorizer vectorizer) {
    List<SparseVector> profiles = TopicVector.all(catalog, vectorizer);
    List<LabelledText> samples = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      samples.add(sample(examples.get(i), texts.get(i), vectorizer));
    }
    boolean allEmbedded = examples.stream().allMatch(e -> e.embedding().isPresent());
    LabelEmbeddings senses =
        allEmbedded ? TopicLabels.embeddings(catalog, embedder) : LabelEmbeddings.UNKNOWN;
    return new TrainingData(vectorizer, profiles, senses, samples);
  }

  private LabelledText sample(Example example, List<Token> tokens, Vectorizer vectorizer) {
    Keywords found =
        keywords.computeIfAbsent(
            Tokenizer.languageFor(example.letter().language()), l -> new Keywords(topics, l));
    KeywordEvidence evidence =
        new KeywordEvidence(topics.size(), found.find(tokens), tokens, vectorizer);
    List<Double> points = IntStream.range(0, topics.size()).mapToObj(evidence::score).toList();
    return new LabelledText(vectorizer.vector(tokens), points, label(example), example.embedding());
  }

  private int label(Example example) {
    return example
        .topic()
        .map(t -> numbers.getOrDefault(t, LabelledText.NONE))
        .orElse(LabelledText.NONE);
  }

  private final Map<String, Keywords> keywords = new HashMap<>();
}
