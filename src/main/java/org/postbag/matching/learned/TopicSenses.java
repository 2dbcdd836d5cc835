package org.postbag.matching.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postbag.matching.meaning.OwnSenses;
import org.postbag.matching.meaning.Sense;
import org.postbag.matching.words.Vector;

/// What the topics mean: by their own words, and by the letters that people decided. The same three
/// looks as at the words themselves, at directions in place of words; immutable.
final class TopicSenses {
  /// How much the regression pays for an error, the own words count in it, and its steps.
  private static final Regression.Settings MEASURED = new Regression.Settings(50, 0.5f, 50, 0);

  private final OwnSenses own;
  private final List<Sense> centres;
  private final List<Member> members;
  private final @Nullable FeatureTable regression;

  /// A letter that was learned from.
  ///
  /// @param number its place among all that were learned from
  private record Member(int topic, Sense sense, int number) {}

  private TopicSenses(
      OwnSenses own, List<Sense> centres, List<Member> members, @Nullable FeatureTable regression) {
    this.own = own;
    this.centres = centres;
    this.members = members;
    this.regression = regression;
  }

  /// @param own the senses of the topics' own words
  /// @param letters decided letters
  static TopicSenses of(OwnSenses own, List<Sample> letters) {
    List<Member> members = members(letters);
    FeatureTable regression = members.isEmpty() ? null : regression(own, members);
    return new TopicSenses(own, centres(own, members), members, regression);
  }

  /// The middle of each topic: of its own words and its letters.
  ///
  /// @param own the senses of the topics' own words
  /// @param letters decided letters
  static List<Sense> middles(OwnSenses own, List<Sample> letters) {
    return centres(own, members(letters));
  }

  private static List<Member> members(List<Sample> letters) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      Sample letter = letters.get(i);
      if (letter.label() != Sample.NONE && letter.sense().isPresent()) {
        members.add(new Member(letter.label(), letter.sense().get(), i));
      }
    }
    return members;
  }

  private static FeatureTable regression(OwnSenses own, List<Member> members) {
    int topics = own.topics().size();
    List<Vector> senses = new ArrayList<>();
    own.topics().forEach(sense -> senses.add(vector(sense)));
    members.forEach(member -> senses.add(vector(member.sense)));
    int[] labels =
        IntStream.concat(IntStream.range(0, topics), members.stream().mapToInt(Member::topic))
            .toArray();
    Vocabulary vocabulary = Vocabulary.of(senses);
    Regression learned = Regression.fit(topics, senses, labels, vocabulary, MEASURED);
    return FeatureTable.of(senses, labels, vocabulary, new float[topics], learned);
  }

  private static List<Sense> centres(OwnSenses own, List<Member> members) {
    List<List<Sense>> all = new ArrayList<>();
    own.topics().forEach(sense -> all.add(new ArrayList<>(List.of(sense))));
    members.forEach(member -> all.get(member.topic).add(member.sense));
    return all.stream().map(Sense::between).toList();
  }

  private static Vector vector(Sense sense) {
    int[] features = IntStream.range(0, sense.size()).toArray();
    float[] values = new float[features.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = sense.value(i);
    }
    return Vector.of(features, values);
  }

  /// The same for other topics, without learning: those that stay keep what was learned.
  ///
  /// @param next the senses of their own words
  /// @param before the number each topic had before, [Sample#NONE] for a new one
  TopicSenses carriedOver(OwnSenses next, int[] before) {
    List<Member> kept = new ArrayList<>();
    for (int t = 0; t < before.length; t++) {
      for (Member member : members) {
        if (member.topic == before[t]) {
          kept.add(new Member(t, member.sense, member.number));
        }
      }
    }
    return new TopicSenses(
        next,
        centres(next, kept),
        kept,
        regression == null ? null : regression.carriedOver(before));
  }

  /// How alike a letter is to each topic.
  List<Alike> likeTo(Sense letter) {
    float[] scores =
        regression == null
            ? new float[centres.size()]
            : regression.said(regression.place(vector(letter))).scores();
    float[] nearest = new float[centres.size()];
    int[] sample = new int[centres.size()];
    for (int t = 0; t < nearest.length; t++) {
      nearest[t] = own.topics().get(t).cosine(letter);
      sample[t] = Alike.OWN_WORDS;
    }
    for (Member member : members) {
      float cosine = member.sense.cosine(letter);
      if (cosine > nearest[member.topic]) {
        nearest[member.topic] = cosine;
        sample[member.topic] = member.number;
      }
    }
    double usual = own.usual(letter);
    List<Alike> alike = new ArrayList<>();
    for (int t = 0; t < nearest.length; t++) {
      double centre = centres.get(t).cosine(letter);
      alike.add(new Alike(centre, scores[t], nearest[t], sample[t], centre - usual));
    }
    return alike;
  }
}
