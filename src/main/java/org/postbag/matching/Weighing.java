package org.postbag.matching;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.postbag.catalog.Topic;
import org.postbag.matching.learned.Learned;
import org.postbag.matching.learned.Placed;
import org.postbag.matching.learned.Standing;
import org.postbag.matching.learned.Weights;
import org.postbag.matching.meaning.Meaning;
import org.postbag.matching.meaning.Sense;
import org.postbag.matching.words.Features;
import org.postbag.matching.words.KeywordHit;
import org.postbag.matching.words.Keywords;
import org.postbag.matching.words.OwnWords;
import org.postbag.matching.words.Passage;
import org.postbag.matching.words.Reading;
import org.postbag.matching.words.Token;
import org.postbag.matching.words.Words;

/// Weighs letters against topics: by their words, and by their meaning where that is asked for.
final class Weighing {
  /// Words that are surer than this are believed without a look at the meaning. Of the letters that
  /// they give 0.7 to 0.9 they have a fifth wrong, the meaning a tenth (CLINC150).
  private static final double SURE_BY_WORDS = 0.9;

  private final List<Topic> topics;
  private final Features features;
  private final Learned learned;
  private final Meaning meaning;
  private final Map<String, Keywords> keywords = new ConcurrentHashMap<>();
  private final OwnWords ownWords;

  Weighing(List<Topic> topics, Features features, Learned learned, Meaning meaning) {
    this.topics = topics;
    this.features = features;
    this.learned = learned;
    this.meaning = meaning;
    this.ownWords = new OwnWords(topics);
  }

  /// A text with its features and their places.
  Reading read(Passage letter) {
    return read(Words.of(letter));
  }

  /// The same of its words.
  Reading read(List<Token> words) {
    return features.read(words);
  }

  /// Weighs a letter against every topic.
  Sight look(Passage letter) {
    return look(letter, () -> meaning.of(letter));
  }

  /// The same for a letter whose meaning may be known.
  Sight look(Passage letter, Supplier<Optional<Sense>> sense) {
    Sight byWords = look(read(letter), letter.language());
    return asksForMeaning(byWords)
        ? sense.get().map(known -> withMeaning(byWords, known)).orElse(byWords)
        : byWords;
  }

  /// Whether a letter is asked what it means, as well as what its words are.
  boolean asksForMeaning(Passage letter) {
    return asksForMeaning(look(read(letter), letter.language()));
  }

  private boolean asksForMeaning(Sight byWords) {
    OptionalInt best = byWords.best();
    return learned.knowsMeaning()
        && best.isPresent()
        && switch (meaning.when()) {
          case OFF -> false;
          case UNSURE -> isUnsure(byWords, best.getAsInt());
          case ALWAYS -> true;
        };
  }

  private boolean isUnsure(Sight byWords, int best) {
    return byWords.probability(best) < SURE_BY_WORDS
        || new Choice(byWords, topics, best).isUnsure();
  }

  private Sight withMeaning(Sight byWords, Sense sense) {
    Weights weights = learned.weightsWithMeaning();
    Standing standing = learned.standing(byWords.standing(), sense);
    double onATopic = weights.gate().probability(standing.view());
    return byWords.with(standing, weights, onATopic);
  }

  /// By its words alone.
  Sight look(Reading text, String language) {
    List<Token> tokens = text.tokens();
    List<KeywordHit> hits = keywords(language).find(tokens);
    KeywordEvidence found = new KeywordEvidence(topics.size(), hits, tokens, features);
    double[] points = new double[topics.size()];
    for (int t = 0; t < points.length; t++) {
      points[t] = found.excludes(t) ? Double.NEGATIVE_INFINITY : found.of(t);
    }
    Placed placed = learned.place(text.vector());
    Standing standing = learned.standing(placed, points);
    double onATopic = onATopic(standing, found, tokens, language);
    return new Sight(text, placed, hits, found, standing, learned.weights(), onATopic);
  }

  /// The same as if there were some of the topics only.
  Sight among(BitSet some, Sight all, String language) {
    Standing standing = all.standing().among(some, all.weights().fusion());
    double onATopic = onATopic(standing, all.keywords(), all.tokens(), language);
    return all.with(standing, all.weights(), onATopic);
  }

  /// Pieces of words alone make no topic likely.
  private double onATopic(
      Standing standing, KeywordEvidence found, List<Token> tokens, String language) {
    boolean founded =
        standing.best().stream()
            .anyMatch(best ->
                found.of(best) > 0
                    || standing.mayBeLikeAnExample(best)
                    || ownWords.anyOf(best, tokens, language));
    return founded ? learned.weights().gate().probability(standing.view()) : 0;
  }

  private Keywords keywords(String language) {
    return keywords.computeIfAbsent(
        Words.languageFor(language), stemsOf -> new Keywords(topics, stemsOf));
  }
}
