package org.postbag.matching;

import org.postbag.search.LetterPassage;
import org.postbag.matching.keywords.TopicLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.LabelledText;
import org.postbag.classifier.TopicModel;
import org.postbag.classifier.Weights;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.DocumentFrequencies;
import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.SparseVector;
import org.postbag.classifier.text.Vectorizer;
import org.postbag.email.Letter;
import org.postbag.matching.keywords.TopicVector;
import org.postbag.matching.training.TrainingSet;

/// Tells which topic a letter is about. Immutable; made anew when topics or lessons change.
public final class TopicMatcher {
  /// Letters that are named among the reasons.
  private static final int MOST_NEAR = 5;

  private final List<Topic> topics;
  private final Vectorizer vectorizer;
  private final TopicModel topicModel;
  private final TrainingSet trainingSet;
  private final Embedder embedder;
  private final Scorer scorer;

  public TopicMatcher(
      List<Topic> topics,
      Vectorizer vectorizer,
      TopicModel topicModel,
      TrainingSet trainingSet,
      Embedder embedder) {
    this.topics = List.copyOf(topics);
    this.vectorizer = vectorizer;
    this.topicModel = topicModel;
    this.trainingSet = trainingSet;
    this.embedder = embedder;
    this.scorer = new Scorer(this.topics, vectorizer, topicModel, embedder);
  }

  /// A matcher that knows nothing but the topics' titles and keywords, as words.
  public static TopicMatcher of(Catalog catalog) {
    return of(catalog, Embedder.OFF);
  }

  /// A matcher that knows nothing but the topics' titles and keywords, and what these mean.
  public static TopicMatcher of(Catalog catalog, Embedder embedder) {
    List<Topic> topics = List.copyOf(catalog.all());
    Vectorizer vectorizer = new Vectorizer(DocumentFrequencies.shipped());
    List<SparseVector> profiles = TopicVector.all(catalog, vectorizer);
    TopicModel topicModel = TopicModel.untrained(profiles, TopicLabels.embeddings(catalog, embedder));
    return new TopicMatcher(topics, vectorizer, topicModel, TrainingSet.NOTHING, embedder);
  }

  /// A matcher for other topics: those that stay keep what was learned, nothing new is learned.
  TopicMatcher carriedOver(Catalog catalog) {
    List<Topic> next = List.copyOf(catalog.all());
    List<TopicId> ids = next.stream().map(Topic::id).toList();
    TrainingSet letters =
        trainingSet.carriedOver(topics.stream().map(topic -> ids.indexOf(topic.id())).toList());
    TopicModel carried =
        topicModel.carriedOver(
            TopicVector.all(catalog, vectorizer), TopicLabels.embeddings(catalog, embedder), numbers(next));
    return new TopicMatcher(next, vectorizer, carried, letters, embedder);
  }

  /// Weighs letters by their words against other topics, of which nothing new is learned.
  ///
  /// @param next the topics; several may have one name
  /// @param of the catalog of each
  Scorer weighing(List<Topic> next, List<Catalog> of) {
    List<SparseVector> profiles = new ArrayList<>();
    for (int t = 0; t < next.size(); t++) {
      profiles.add(TopicVector.of(next.get(t), of.get(t).replyOf(next.get(t)), vectorizer));
    }
    TopicModel carried = topicModel.carriedOver(profiles, LabelEmbeddings.UNKNOWN, numbers(next));
    return new Scorer(next, vectorizer, carried, Embedder.OFF);
  }

  private int[] numbers(List<Topic> next) {
    return next.stream().mapToInt(topic -> number(topic.id())).toArray();
  }

  /// The topic of a letter as it was read. Positions of the evidence count in `letter.subject()`
  /// and `letter.visibleText()`.
  public Match match(Letter letter) {
    return match(LetterPassage.of(letter));
  }

  /// The topic of a text.
  public Match match(Passage letter) {
    return match(letter, Example.UNNUMBERED, SimilarLetters.NONE, Optional.empty());
  }

  /// The topic of a text, decided letters that read like it being among the reasons.
  ///
  /// @param number the letter's, which is no reason for itself
  /// @param decided what the letters that were learned from are decided to be now
  /// @param given the topic to say the reasons for, in place of the likeliest
  Match match(Passage letter, long number, SimilarLetters decided, Optional<TopicId> given) {
    if (topics.isEmpty()) {
      return Match.NONE;
    }
    ScoredText scoredText = look(letter);
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
        scoredText.probability(first),
        id(runnerUp),
        topicChoice.isUnsure(),
        topicChoice.candidates(),
        new Explanation(scoredText, topicModel, trainingSet, first, second)
            .with(near(scoredText, number, decided, first, second))
            .evidence(),
        topicChoice.also(),
        Optional.empty());
  }

  /// Only a letter that was learned from, and as the topic that it still has, is a reason for that
  /// topic.
  private List<TrainingSet.Near> near(
      ScoredText scoredText, long number, SimilarLetters decided, int first, int second) {
    return trainingSet.nearest(scoredText.text(), number, first, second, MOST_NEAR).stream()
        .filter(near -> decided.topic(near.letter()).equals(Optional.of(id(near.topic()))))
        .toList();
  }

  /// The topic of a text, without the reasons.
  public Prediction classify(Passage letter) {
    return verdict(look(letter));
  }

  /// The topic of an example, by its text and its meaning.
  public Prediction classify(Example example) {
    return verdict(scorer.look(example.letter(), example::sense));
  }

  /// Whether a text is asked what it means, because that is always so or its words leave it open.
  public boolean asksForMeaning(Passage letter) {
    return scorer.asksForMeaning(letter);
  }

  private Prediction verdict(ScoredText scoredText) {
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

  /// The features of a text, as this matcher weighs them.
  public SparseVector vector(Passage letter) {
    return scorer.read(letter).vector();
  }

  /// How evidence becomes probability here.
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

  /// Weighs a letter against every topic.
  ScoredText look(Passage letter) {
    return scorer.look(letter);
  }
}
