package org.postbag.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.LabelledText;
import org.postbag.classifier.PrecisionCurve;
import org.postbag.classifier.TopicModel;
import org.postbag.classifier.Weights;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.DocumentFrequencies;
import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.SparseVector;
import org.postbag.classifier.text.Vectorizer;
import org.postbag.email.Letter;
import org.postbag.matching.keywords.TopicLabels;
import org.postbag.matching.keywords.TopicVector;
import org.postbag.matching.training.TrainingSet;
import org.postbag.search.LetterPassage;

/// Matches texts to topics. Immutable: a new one is made when topics or model change.
public final class TopicMatcher {
  /// Training letters listed as reasons.
  private static final int MAX_NEAR = 5;

  private final List<Topic> topics;
  private final Vectorizer vectorizer;
  private final TopicModel topicModel;
  private final TrainingSet trainingSet;
  private final Embedder embedder;
  private final Scorer scorer;
  private final PrecisionCurve.Pair curves;
  private final Optional<TopicMatcher> dayOne;

  /// @param curves how often the model's proposals are right on letters it has not learned from
  /// @param dayOne matches by the topics' own words alone; empty where this matcher does
  public TopicMatcher(
      List<Topic> topics,
      Vectorizer vectorizer,
      TopicModel topicModel,
      TrainingSet trainingSet,
      Embedder embedder,
      PrecisionCurve.Pair curves,
      Optional<TopicMatcher> dayOne) {
    this.topics = List.copyOf(topics);
    this.curves = curves;
    this.dayOne = dayOne;
    this.vectorizer = vectorizer;
    this.topicModel = topicModel;
    this.trainingSet = trainingSet;
    this.embedder = embedder;
    this.scorer =
        new Scorer(
            this.topics,
            vectorizer,
            topicModel,
            embedder,
            new DraftLines(curves),
            dayOne.map(one -> one.scorer));
  }

  /// An untrained matcher: only title, keywords and standard reply of each topic, by words.
  public static TopicMatcher of(Catalog catalog) {
    return of(catalog, Embedder.OFF);
  }

  /// An untrained matcher that also uses embeddings of the topics.
  public static TopicMatcher of(Catalog catalog, Embedder embedder) {
    List<Topic> topics = List.copyOf(catalog.all());
    Vectorizer vectorizer = new Vectorizer(DocumentFrequencies.shipped());
    List<SparseVector> profiles = TopicVector.all(catalog, vectorizer);
    TopicModel topicModel =
        TopicModel.untrained(profiles, TopicLabels.embeddings(catalog, embedder));
    return new TopicMatcher(
        topics,
        vectorizer,
        topicModel,
        TrainingSet.NOTHING,
        embedder,
        PrecisionCurve.Pair.SHIPPED,
        Optional.empty());
  }

  /// A matcher for a changed catalog, without training: topics that remain keep what was learned.
  TopicMatcher carriedOver(Catalog catalog) {
    List<Topic> next = List.copyOf(catalog.all());
    List<TopicId> ids = next.stream().map(Topic::id).toList();
    TrainingSet letters =
        trainingSet.carriedOver(topics.stream().map(topic -> ids.indexOf(topic.id())).toList());
    TopicModel carried =
        topicModel.carriedOver(
            TopicVector.all(catalog, vectorizer),
            TopicLabels.embeddings(catalog, embedder),
            numbers(next));
    return new TopicMatcher(
        next,
        vectorizer,
        carried,
        letters,
        embedder,
        curves,
        dayOne.map(_ -> of(catalog, embedder)));
  }

  /// Scores letters by their words against other topics, with what was learned here.
  ///
  /// @param next the topics; several may have the same id
  /// @param of the catalog of each
  Scorer scorerFor(List<Topic> next, List<Catalog> of) {
    List<SparseVector> profiles = new ArrayList<>();
    for (int t = 0; t < next.size(); t++) {
      profiles.add(TopicVector.of(next.get(t), of.get(t).replyOf(next.get(t)), vectorizer));
    }
    TopicModel carried = topicModel.carriedOver(profiles, LabelEmbeddings.UNKNOWN, numbers(next));
    return new Scorer(
        next,
        vectorizer,
        carried,
        Embedder.OFF,
        new DraftLines(curves),
        dayOne.map(one -> one.scorerFor(next, of)));
  }

  private int[] numbers(List<Topic> next) {
    return next.stream().mapToInt(topic -> number(topic.id())).toArray();
  }

  /// The topic of a letter. Positions of the evidence refer to `letter.subject()` and
  /// `letter.visibleText()`.
  public Match match(Letter letter) {
    return match(LetterPassage.of(letter));
  }

  /// The topic of a text.
  public Match match(Passage letter) {
    return match(letter, Example.UNNUMBERED, SimilarLetters.NONE, Optional.empty());
  }

  /// The topic of a text, with similar training letters among the reasons.
  ///
  /// @param number the letter's own number, which is never a reason for itself
  /// @param decided gives the current decisions on training letters
  /// @param given a topic to give the reasons for, instead of the best one
  Match match(Passage letter, long number, SimilarLetters decided, Optional<TopicId> given) {
    if (topics.isEmpty()) {
      return Match.NONE;
    }
    ScoredText scoredText = score(letter);
    OptionalInt chosen =
        given
            .map(this::number)
            .filter(scoredText::isPossible)
            .map(OptionalInt::of)
            .orElseGet(scoredText::best);
    return chosen.isPresent() ? match(scoredText, chosen.getAsInt(), number, decided) : Match.NONE;
  }

  private Match match(ScoredText scoredText, int first, long number, SimilarLetters decided) {
    TopicChoice topicChoice = new TopicChoice(scoredText, topics, first);
    OptionalInt runnerUp = scoredText.bestExcept(first);
    int second = runnerUp.orElse(LabelledText.NONE);
    return new Match(
            Optional.of(id(first)),
            topicChoice.probability(),
            id(runnerUp),
            topicChoice.isUnsure(),
            topicChoice.candidates(),
            new Explanation(scoredText, topicModel, trainingSet, first, second)
                .with(near(scoredText, number, decided, first, second))
                .evidence(),
            topicChoice.also())
        .waitingFor(topicChoice.gate());
  }

  /// A training letter is a reason only if it still has the topic that it was trained with.
  private List<TrainingSet.Near> near(
      ScoredText scoredText, long number, SimilarLetters decided, int first, int second) {
    return trainingSet.nearest(scoredText.text(), number, first, second, MAX_NEAR).stream()
        .filter(near -> decided.topic(near.letter()).equals(Optional.of(id(near.topic()))))
        .toList();
  }

  /// The topic of a text, without reasons.
  public Prediction classify(Passage letter) {
    return prediction(score(letter));
  }

  /// The topic of an example, by its text and its embedding.
  public Prediction classify(Example example) {
    return prediction(scorer.score(example.letter(), example::embedding));
  }

  /// Whether the embedding of a text is used: always, or because its words leave the topic open.
  public boolean needsEmbedding(Passage letter) {
    return scorer.needsEmbedding(letter);
  }

  private Prediction prediction(ScoredText scoredText) {
    OptionalInt best = scoredText.best();
    if (best.isEmpty()) {
      return new Prediction(Optional.empty(), 0, Optional.empty(), 1);
    }
    int first = best.getAsInt();
    return new Prediction(
        Optional.of(id(first)),
        scoredText.probability(first),
        id(scoredText.bestExcept(first)),
        scoredText.noneProbability());
  }

  /// The features of a text, weighted as in this matcher.
  public SparseVector vector(Passage letter) {
    return scorer.vectorize(letter).vector();
  }

  /// The weights of the evidence and of the in-scope gate.
  Weights weights() {
    return topicModel.weightsWithEmbedding();
  }

  private int number(TopicId id) {
    return IntStream.range(0, topics.size())
        .filter(t -> id(t).equals(id))
        .findFirst()
        .orElse(LabelledText.NONE);
  }

  private Optional<TopicId> id(OptionalInt topic) {
    return topic.stream().mapToObj(this::id).findFirst();
  }

  private TopicId id(int topic) {
    return topics.get(topic).id();
  }

  /// Scores a letter against every topic.
  ScoredText score(Passage letter) {
    return scorer.score(letter);
  }
}
