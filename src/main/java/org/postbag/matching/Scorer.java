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

/// Scores letters against topics: by their words, and by their embedding where the settings ask for
/// it.
final class Scorer {
  /// Above this probability no embedding is computed. Between 0.7 and it, words are wrong for a
  /// fifth of the letters, embeddings for a tenth (CLINC150).
  private static final double CONFIDENT_BY_WORDS = 0.9;

  private final List<Topic> topics;
  private final Vectorizer vectorizer;
  private final TopicModel topicModel;
  private final Embedder embedder;
  private final Map<String, Keywords> keywords = new ConcurrentHashMap<>();
  private final LabelWords labelWords;
  private final DraftLines lines;
  private final Optional<Scorer> dayOne;

  /// @param lines from which probability on this model's proposals are drafted
  /// @param dayOne scores by the topics' own words alone; empty where this one does
  Scorer(
      List<Topic> topics,
      Vectorizer vectorizer,
      TopicModel topicModel,
      Embedder embedder,
      DraftLines lines,
      Optional<Scorer> dayOne) {
    this.topics = topics;
    this.lines = lines;
    this.dayOne = dayOne;
    this.vectorizer = vectorizer;
    this.topicModel = topicModel;
    this.embedder = embedder;
    this.labelWords = new LabelWords(topics);
  }

  /// Tokens and features of a text, with positions.
  VectorizedText vectorize(Passage letter) {
    return vectorize(Tokenizer.of(letter));
  }

  /// The same for text that is tokenized already.
  VectorizedText vectorize(List<Token> words) {
    return vectorizer.vectorize(words);
  }

  /// Scores a letter against every topic.
  ScoredText score(Passage letter) {
    return score(letter, () -> embedder.embed(letter));
  }

  /// The same for a letter whose embedding may be known already.
  ScoredText score(Passage letter, Supplier<Optional<Embedding>> embedding) {
    ScoredText byWords = score(vectorize(letter), letter.language());
    return needsEmbedding(byWords)
        ? embedding.get().map(e -> withEmbedding(byWords, e)).orElse(byWords)
        : byWords;
  }

  /// Whether the embedding is used for a letter: always, or because its words leave the topic open.
  boolean needsEmbedding(Passage letter) {
    return needsEmbedding(score(vectorize(letter), letter.language()));
  }

  private boolean needsEmbedding(ScoredText byWords) {
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
    return byWords.probability(best) < CONFIDENT_BY_WORDS
        || new TopicChoice(byWords, topics, best).isUnsure();
  }

  private ScoredText withEmbedding(ScoredText byWords, Embedding embedding) {
    Weights weights = topicModel.weightsWithEmbedding();
    TopicScores topicScores = topicModel.withEmbedding(byWords.topicScores(), embedding);
    double inScope = weights.inScopeGate().probability(topicScores.view());
    return byWords
        .with(topicScores, weights, inScope)
        .beside(
            byWords
                .dayOne()
                .map(
                    one -> dayOne.map(scorer -> scorer.withEmbedding(one, embedding)).orElse(one)));
  }

  /// By its words alone.
  ScoredText score(VectorizedText text, String language) {
    List<Token> tokens = text.tokens();
    List<KeywordHit> hits = keywords(language).find(tokens);
    KeywordEvidence evidence = new KeywordEvidence(topics.size(), hits, tokens, vectorizer);
    double[] points = new double[topics.size()];
    for (int t = 0; t < points.length; t++) {
      points[t] = evidence.excludes(t) ? Double.NEGATIVE_INFINITY : evidence.score(t);
    }
    IndexedVector indexedVector = topicModel.index(text.vector());
    TopicScores topicScores = topicModel.scores(indexedVector, points);
    double inScope = inScope(topicScores, evidence, tokens, language);
    return new ScoredText(
        text,
        indexedVector,
        hits,
        evidence,
        topicScores,
        topicModel.weights(),
        inScope,
        lines,
        dayOne.map(one -> one.score(one.vectorize(tokens), language)));
  }

  /// The same as if only some of the topics existed.
  ScoredText restrictedTo(BitSet some, ScoredText all, String language) {
    TopicScores topicScores = all.topicScores().restrictedTo(some, all.weights().fusion());
    double inScope = inScope(topicScores, all.keywords(), all.tokens(), language);
    return all.with(topicScores, all.weights(), inScope)
        .beside(
            all.dayOne()
                .flatMap(one -> dayOne.map(scorer -> scorer.restrictedTo(some, one, language))));
  }

  /// 0 unless a keyword, an example or a word of the topic's labels supports the best topic:
  /// character n-grams alone make no topic likely.
  private double inScope(
      TopicScores topicScores, KeywordEvidence evidence, List<Token> tokens, String language) {
    boolean hasEvidence =
        topicScores.best().stream()
            .anyMatch(best ->
                evidence.score(best) > 0
                    || topicScores.mayBeNearAnExample(best)
                    || labelWords.anyOf(best, tokens, language));
    return hasEvidence ? topicModel.weights().inScopeGate().probability(topicScores.view()) : 0;
  }

  private Keywords keywords(String language) {
    return keywords.computeIfAbsent(
        Tokenizer.languageFor(language), analyzed -> new Keywords(topics, analyzed));
  }
}
