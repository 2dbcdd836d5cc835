package org.postbag.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.DocumentFrequencies;
import org.postbag.classifier.text.SparseVector;
import org.postbag.classifier.text.Tokenizer;
import org.postbag.classifier.text.Vectorizer;

/// Other words for a topic change its centre at once, to what learning anew would make of it.
class LabelUpdateTest {
  private static final Vectorizer FEATURES = new Vectorizer(DocumentFrequencies.shipped());
  private static final Offset<Float> ROUNDED = within(2e-3f);
  private static final int[] SAME = {0, 1, 2};
  private static final SparseVector LETTER =
      vector("The ferry to the island was cancelled, and no coach ran to the hospital.");

  private final List<LabelledText> samples = new ArrayList<>();
  private final List<SparseVector> profiles =
      List.of(vector("bus timetable"), vector("hospital waiting list"), vector("ferry"));
  private final List<SparseVector> others =
      List.of(vector("coach, coach, coach fares"), profiles.get(1), vector("island ships"));

  LabelUpdateTest() {
    for (int i = 0; i < 8; i++) {
      sample("Once more the " + i + " drove past the shelter and no coach came.", 0);
      sample("My mother has waited " + i + " months for her hip at the hospital.", 1);
    }
  }

  private static SparseVector vector(String text) {
    return FEATURES.vector(Tokenizer.of(text, "en"));
  }

  private void sample(String text, int topic) {
    List<Double> points = List.of(0.0, 0.0, 0.0);
    samples.add(new LabelledText(vector(text), points, topic, Optional.empty()));
  }

  private TopicModel learned(List<SparseVector> words) {
    return TopicModel.fit(words, LabelEmbeddings.UNKNOWN, samples, Weights.WITHOUT_EXAMPLES);
  }

  private static float[] cosines(TopicModel topicModel) {
    return topicModel.rawScores(topicModel.index(LETTER)).cosines();
  }

  @Test
  void theCosinesAreThoseThatLearningAnewWouldGive() {
    TopicModel carried = learned(profiles).carriedOver(others, LabelEmbeddings.UNKNOWN, SAME);

    assertThat(cosines(carried)).containsExactly(cosines(learned(others)), ROUNDED);
    assertThat(cosines(carried)[0]).isGreaterThan(cosines(learned(profiles))[0] + 0.02f);
  }

  @Test
  void whatIsExchangedTwiceIsAsIfItWereExchangedOnce() {
    TopicModel twice =
        learned(profiles)
            .carriedOver(others, LabelEmbeddings.UNKNOWN, SAME)
            .carriedOver(profiles, LabelEmbeddings.UNKNOWN, SAME);

    assertThat(cosines(twice)).containsExactly(cosines(learned(profiles)), ROUNDED);
  }

  @Test
  void theSlopesOfALetterAddUpToItsLead() {
    TopicModel carried = learned(profiles).carriedOver(others, LabelEmbeddings.UNKNOWN, SAME);
    Fusion fusion = new Fusion(1, 2, 3);
    RawScores rawScores = carried.rawScores(carried.index(LETTER));
    for (int against : new int[] {-1, 1, 2}) {
      float[] slopes = carried.slopes(fusion, carried.index(LETTER), 0, against);
      double sum = 0;
      for (int i = 0; i < slopes.length; i++) {
        sum += slopes[i] * LETTER.value(i);
      }
      double lead = score(rawScores, 0) - (against < 0 ? 0 : score(rawScores, against));
      assertThat(sum).as("against " + against).isCloseTo(lead, within(0.01));
    }
  }

  private static double score(RawScores rawScores, int topic) {
    return 2 * rawScores.cosines()[topic] + 3 * rawScores.scores()[topic];
  }

  @Test
  void whatAnExampleSaysIsAsMuchAsItIsInTheNewCentre() {
    TopicModel carried = learned(profiles).carriedOver(others, LabelEmbeddings.UNKNOWN, SAME);

    assertThat(carried.slopeOfExample(0)).isCloseTo(learned(others).slopeOfExample(0), ROUNDED);
    assertThat(carried.slopeOfExample(1)).isEqualTo(learned(profiles).slopeOfExample(1));
  }
}
