package org.postbag.matching;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.postbag.catalog.Topic;
import org.postbag.classifier.IndexedVector;
import org.postbag.classifier.TopicModel;
import org.postbag.classifier.TopicScores;
import org.postbag.classifier.Weights;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;
import org.postbag.classifier.text.VectorizedText;
import org.postbag.classifier.text.Vectorizer;
import org.postbag.matching.keywords.KeywordEvidence;
import org.postbag.matching.keywords.KeywordHit;
import org.postbag.matching.keywords.Keywords;
import org.postbag.matching.keywords.LabelWords;

/// Weighs letters against topics: by their words, and by their meaning where that is asked for.
final class Scorer {
  /// Words that are surer than this are believed without a look at the meaning. Of the letters that
  /// they give 0.7 to 0.9 they have a fifth wrong, the meaning a tenth (CLINC150).
  private static final double SURE_BY_WORDS = 0.9;

  private final List<Topic> topics;
  private final Vectorizer vectorizer;
  private final TopicModel topicModel;
  private final Embedder embedder;
  private final Map<String, Keywords> keywords = new ConcurrentHashMap<>();
  private final LabelWords labelWords;

  Scorer(List<Topic> topics, Vectorizer vectorizer, TopicModel topicModel, Embedder embedder) {
    this.topics = topics;
    this.vectorizer = vectorizer;
    this.topicModel = topicModel;
    this.embedder = embedder;
    this.labelWords = new LabelWords(topics);
  }

  /// A text with its features and their places.
  VectorizedText read(Passage letter) {
    return read(Tokenizer.of(letter));
  }

  /// The same of its words.
  VectorizedText read(List<Token> words) {
    return vectorizer.vectorize(words);
  }

  /// Weighs a letter against every topic.
  ScoredText look(Passage letter) {
    return look(letter, () -> embedder.embed(letter));
  }

  /// The same for a letter whose meaning may be known.
  ScoredText look(Passage letter, Supplier<Optional<Embedding>> sense) {
    ScoredText byWords = look(read(letter), letter.language());
    return asksForMeaning(byWords)
        ? sense.get().map(known -> withMeaning(byWords, known)).orElse(byWords)
        : byWords;
  }

  /// Whether a letter is asked what it means, as well as what its words are.
  boolean asksForMeaning(Passage letter) {
    return asksForMeaning(look(read(letter), letter.language()));
  }

  private boolean asksForMeaning(ScoredText byWords) {
    OptionalInt best = byWords.best();
    return topicModel.usesEmbeddings()
        && best.isPresent()
        && switch (embedder.when()) {
          case OFF -> false;
          case UNSURE -> isUnsure(byWords, best.getAsInt());
          case ALWAYS -> true;
        };
  }

  private boolean isUnsure(ScoredText byWords, int best) {
    return byWords.probability(best) < SURE_BY_WORDS
        || new TopicChoice(byWords, topics, best).isUnsure();
  }

  private ScoredText withMeaning(ScoredText byWords, Embedding embedding) {
    Weights weights = topicModel.weightsWithEmbedding();
    TopicScores topicScores = topicModel.withEmbedding(byWords.topicScores(), embedding);
    double onATopic = weights.inScopeGate().probability(topicScores.view());
    return byWords.with(topicScores, weights, onATopic);
  }

  /// By its words alone.
  ScoredText look(VectorizedText text, String language) {
    List<Token> tokens = text.tokens();
    List<KeywordHit> hits = keywords(language).find(tokens);
    KeywordEvidence found = new KeywordEvidence(topics.size(), hits, tokens, vectorizer);
    double[] points = new double[topics.size()];
    for (int t = 0; t < points.length; t++) {
      points[t] = found.excludes(t) ? Double.NEGATIVE_INFINITY : found.of(t);
    }
    IndexedVector indexedVector = topicModel.index(text.vector());
    TopicScores topicScores = topicModel.scores(indexedVector, points);
    double onATopic = onATopic(topicScores, found, tokens, language);
    return new ScoredText(text, indexedVector, hits, found, topicScores, topicModel.weights(), onATopic);
  }

  /// The same as if there were some of the topics only.
  ScoredText among(BitSet some, ScoredText all, String language) {
    TopicScores topicScores = all.topicScores().restrictedTo(some, all.weights().fusion());
    double onATopic = onATopic(topicScores, all.keywords(), all.tokens(), language);
    return all.with(topicScores, all.weights(), onATopic);
  }

  /// Pieces of words alone make no topic likely.
  private double onATopic(
      TopicScores topicScores, KeywordEvidence found, List<Token> tokens, String language) {
    boolean founded =
        topicScores.best().stream()
            .anyMatch(best ->
                found.of(best) > 0
                    || topicScores.mayBeNearAnExample(best)
                    || labelWords.anyOf(best, tokens, language));
    return founded ? topicModel.weights().inScopeGate().probability(topicScores.view()) : 0;
  }

  private Keywords keywords(String language) {
    return keywords.computeIfAbsent(
        Tokenizer.languageFor(language), stemsOf -> new Keywords(topics, stemsOf));
  }
}
