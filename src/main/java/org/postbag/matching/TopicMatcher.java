package org.postbag.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.email.Letter;
import org.postbag.matching.learned.Learned;
import org.postbag.matching.learned.Sample;
import org.postbag.matching.learned.Weights;
import org.postbag.matching.meaning.Meaning;
import org.postbag.matching.meaning.OwnSenses;
import org.postbag.matching.words.Features;
import org.postbag.matching.words.Frequencies;
import org.postbag.matching.words.Passage;
import org.postbag.matching.words.TopicWords;
import org.postbag.matching.words.Vector;

/// Tells which topic a letter is about. Immutable; made anew when topics or lessons change.
public final class TopicMatcher {
  /// Letters that are named among the reasons.
  private static final int MOST_NEAR = 5;

  private final List<Topic> topics;
  private final Features features;
  private final Learned learned;
  private final LearnedFrom learnedFrom;
  private final Meaning meaning;
  private final Weighing weighing;

  TopicMatcher(
      List<Topic> topics,
      Features features,
      Learned learned,
      LearnedFrom learnedFrom,
      Meaning meaning) {
    this.topics = List.copyOf(topics);
    this.features = features;
    this.learned = learned;
    this.learnedFrom = learnedFrom;
    this.meaning = meaning;
    this.weighing = new Weighing(this.topics, features, learned, meaning);
  }

  /// A matcher that knows nothing but the topics' titles and keywords, as words.
  public static TopicMatcher of(Catalog catalog) {
    return of(catalog, Meaning.OFF);
  }

  /// A matcher that knows nothing but the topics' titles and keywords, and what these mean.
  public static TopicMatcher of(Catalog catalog, Meaning meaning) {
    List<Topic> topics = List.copyOf(catalog.all());
    Features features = new Features(Frequencies.shipped());
    List<Vector> profiles = TopicWords.all(catalog, features);
    Learned learned = Learned.fromNothing(profiles, OwnSenses.all(catalog, meaning));
    return new TopicMatcher(topics, features, learned, LearnedFrom.NOTHING, meaning);
  }

  /// A matcher for other topics: those that stay keep what was learned, nothing new is learned.
  TopicMatcher carriedOver(Catalog catalog) {
    List<Topic> next = List.copyOf(catalog.all());
    List<TopicId> ids = next.stream().map(Topic::id).toList();
    LearnedFrom letters =
        learnedFrom.carriedOver(topics.stream().map(topic -> ids.indexOf(topic.id())).toList());
    Learned carried =
        learned.carriedOver(
            TopicWords.all(catalog, features), OwnSenses.all(catalog, meaning), numbers(next));
    return new TopicMatcher(next, features, carried, letters, meaning);
  }

  /// Weighs letters by their words against other topics, of which nothing new is learned.
  ///
  /// @param next the topics; several may have one name
  /// @param of the catalog of each
  Weighing weighing(List<Topic> next, List<Catalog> of) {
    List<Vector> profiles = new ArrayList<>();
    for (int t = 0; t < next.size(); t++) {
      profiles.add(TopicWords.of(next.get(t), of.get(t).replyOf(next.get(t)), features));
    }
    Learned carried = learned.carriedOver(profiles, OwnSenses.UNKNOWN, numbers(next));
    return new Weighing(next, features, carried, Meaning.OFF);
  }

  private int[] numbers(List<Topic> next) {
    return next.stream().mapToInt(topic -> number(topic.id())).toArray();
  }

  /// The topic of a letter as it was read. Positions of the evidence count in `letter.subject()`
  /// and `letter.visibleText()`.
  public Match match(Letter letter) {
    return match(Passage.of(letter));
  }

  /// The topic of a text.
  public Match match(Passage letter) {
    return match(letter, Example.UNNUMBERED, Neighbours.NONE, Optional.empty());
  }

  /// The topic of a text, decided letters that read like it being among the reasons.
  ///
  /// @param number the letter's, which is no reason for itself
  /// @param decided what the letters that were learned from are decided to be now
  /// @param given the topic to say the reasons for, in place of the likeliest
  Match match(Passage letter, long number, Neighbours decided, Optional<TopicId> given) {
    if (topics.isEmpty()) {
      return Match.NONE;
    }
    Sight sight = look(letter);
    OptionalInt chosen =
        given
            .map(this::number)
            .filter(sight::isPossible)
            .map(OptionalInt::of)
            .orElseGet(sight::best);
    return chosen.isPresent() ? match(sight, chosen.getAsInt(), number, decided) : Match.NONE;
  }

  private Match match(Sight sight, int first, long number, Neighbours decided) {
    Choice choice = new Choice(sight, topics, first);
    OptionalInt runnerUp = sight.bestExcept(first);
    int second = runnerUp.orElse(Sample.NONE);
    return new Match(
        Optional.of(id(first)),
        sight.probability(first),
        id(runnerUp),
        choice.isUnsure(),
        choice.candidates(),
        new Explanation(sight, learned, learnedFrom, first, second)
            .with(near(sight, number, decided, first, second))
            .evidence(),
        choice.also(),
        Optional.empty());
  }

  /// Only a letter that was learned from, and as the topic that it still has, is a reason for that
  /// topic.
  private List<LearnedFrom.Near> near(
      Sight sight, long number, Neighbours decided, int first, int second) {
    return learnedFrom.nearest(sight.text(), number, first, second, MOST_NEAR).stream()
        .filter(near -> decided.topic(near.letter()).equals(Optional.of(id(near.topic()))))
        .toList();
  }

  /// The topic of a text, without the reasons.
  public Verdict classify(Passage letter) {
    return verdict(look(letter));
  }

  /// The topic of an example, by its text and its meaning.
  public Verdict classify(Example example) {
    return verdict(weighing.look(example.letter(), example::sense));
  }

  /// Whether a text is asked what it means, because that is always so or its words leave it open.
  public boolean asksForMeaning(Passage letter) {
    return weighing.asksForMeaning(letter);
  }

  private Verdict verdict(Sight sight) {
    OptionalInt best = sight.best();
    if (best.isEmpty()) {
      return new Verdict(Optional.empty(), 0, Optional.empty(), 1);
    }
    int first = best.getAsInt();
    return new Verdict(
        Optional.of(id(first)),
        sight.probability(first),
        id(sight.bestExcept(first)),
        sight.noneProbability());
  }

  /// The features of a text, as this matcher weighs them.
  public Vector vector(Passage letter) {
    return weighing.read(letter).vector();
  }

  /// How evidence becomes probability here.
  Weights weights() {
    return learned.weightsWithMeaning();
  }

  private int number(TopicId id) {
    return IntStream.range(0, topics.size())
        .filter(t -> id(t).equals(id))
        .findFirst()
        .orElse(Sample.NONE);
  }

  private Optional<TopicId> id(OptionalInt topic) {
    return topic.stream().mapToObj(this::id).findFirst();
  }

  private TopicId id(int topic) {
    return topics.get(topic).id();
  }

  /// Weighs a letter against every topic.
  Sight look(Passage letter) {
    return weighing.look(letter);
  }
}
