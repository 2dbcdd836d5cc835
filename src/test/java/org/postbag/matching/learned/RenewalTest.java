package org.postbag.matching.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.postbag.matching.meaning.OwnSenses;
import org.postbag.matching.words.Features;
import org.postbag.matching.words.Frequencies;
import org.postbag.matching.words.Vector;
import org.postbag.matching.words.Words;

/// Other words for a topic change its centre at once, to what learning anew would make of it.
class RenewalTest {
  private static final Features FEATURES = new Features(Frequencies.shipped());
  private static final Offset<Float> ROUNDED = within(2e-3f);
  private static final int[] SAME = {0, 1, 2};
  private static final Vector LETTER =
      vector("The ferry to the island was cancelled, and no coach ran to the hospital.");

  private final List<Sample> samples = new ArrayList<>();
  private final List<Vector> profiles =
      List.of(vector("bus timetable"), vector("hospital waiting list"), vector("ferry"));
  private final List<Vector> others =
      List.of(vector("coach, coach, coach fares"), profiles.get(1), vector("island ships"));

  RenewalTest() {
    for (int i = 0; i < 8; i++) {
      sample("Once more the " + i + " drove past the shelter and no coach came.", 0);
      sample("My mother has waited " + i + " months for her hip at the hospital.", 1);
    }
  }

  private static Vector vector(String text) {
    return FEATURES.vector(Words.of(text, "en"));
  }

  private void sample(String text, int topic) {
    List<Double> points = List.of(0.0, 0.0, 0.0);
    samples.add(new Sample(vector(text), points, topic, Optional.empty()));
  }

  private Learned learned(List<Vector> words) {
    return Learned.fit(words, OwnSenses.UNKNOWN, samples, Weights.FROM_NOTHING);
  }

  private static float[] cosines(Learned learned) {
    return learned.said(learned.place(LETTER)).cosines();
  }

  @Test
  void theCosinesAreThoseThatLearningAnewWouldGive() {
    Learned carried = learned(profiles).carriedOver(others, OwnSenses.UNKNOWN, SAME);

    assertThat(cosines(carried)).containsExactly(cosines(learned(others)), ROUNDED);
    assertThat(cosines(carried)[0]).isGreaterThan(cosines(learned(profiles))[0] + 0.02f);
  }

  @Test
  void whatIsExchangedTwiceIsAsIfItWereExchangedOnce() {
    Learned twice =
        learned(profiles)
            .carriedOver(others, OwnSenses.UNKNOWN, SAME)
            .carriedOver(profiles, OwnSenses.UNKNOWN, SAME);

    assertThat(cosines(twice)).containsExactly(cosines(learned(profiles)), ROUNDED);
  }

  @Test
  void theSlopesOfALetterAddUpToItsLead() {
    Learned carried = learned(profiles).carriedOver(others, OwnSenses.UNKNOWN, SAME);
    Fusion fusion = new Fusion(1, 2, 3);
    Said said = carried.said(carried.place(LETTER));
    for (int against : new int[] {-1, 1, 2}) {
      float[] slopes = carried.slopes(fusion, carried.place(LETTER), 0, against);
      double sum = 0;
      for (int i = 0; i < slopes.length; i++) {
        sum += slopes[i] * LETTER.value(i);
      }
      double lead = score(said, 0) - (against < 0 ? 0 : score(said, against));
      assertThat(sum).as("against " + against).isCloseTo(lead, within(0.01));
    }
  }

  private static double score(Said said, int topic) {
    return 2 * said.cosines()[topic] + 3 * said.scores()[topic];
  }

  @Test
  void whatAnExampleSaysIsAsMuchAsItIsInTheNewCentre() {
    Learned carried = learned(profiles).carriedOver(others, OwnSenses.UNKNOWN, SAME);

    assertThat(carried.slopeOfExample(0)).isCloseTo(learned(others).slopeOfExample(0), ROUNDED);
    assertThat(carried.slopeOfExample(1)).isEqualTo(learned(profiles).slopeOfExample(1));
  }
}
