package org.postbag.matching.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postbag.matching.words.Passage;

class MeaningTest {
  /// Points by a text's length, and counts how often it is asked.
  private static final class Counting implements SentenceModel {
    private final AtomicInteger asked = new AtomicInteger();
    private boolean broken;

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public Sense sense(String text) {
      if (broken) {
        throw new IllegalStateException("broken");
      }
      asked.incrementAndGet();
      return Sense.of(new float[] {text.length(), 1});
    }
  }

  @Test
  void aProgramWithoutAModelSaysWhatToDoAndAsksNone() {
    Meaning meaning = Meaning.open(Meaning.When.UNSURE, List.of());
    assertThat(meaning.trouble()).get().asString().contains("-Pmeaning", "to off");
    assertThat(meaning.model()).isEmpty();
    assertThat(meaning.of("My street floods.")).isEmpty();
  }

  @Test
  void aModelThatCannotBeLoadedIsSaidAndIsNoError() {
    SentenceModelSource damaged =
        () -> {
          throw new IOException("the file is damaged");
        };
    Meaning meaning = Meaning.open(Meaning.When.ALWAYS, List.of(damaged));
    assertThat(meaning.trouble()).get().asString().contains("the file is damaged");
    assertThat(meaning.of("My street floods.")).isEmpty();
  }

  @Test
  void switchedOffNoModelIsLoaded() {
    SentenceModelSource never =
        () -> {
          throw new AssertionError("it was loaded");
        };
    Meaning off = Meaning.open(Meaning.When.OFF, List.of(never));
    assertThat(off.trouble()).isEmpty();
    assertThat(off.of("My street floods.")).isEmpty();
  }

  @Test
  void theSameTextIsAskedOnce() {
    Counting model = new Counting();
    Meaning meaning = Meaning.of(Meaning.When.ALWAYS, model);
    meaning.of(new Passage("Floods", "My street floods.", "en"));
    meaning.of(new Passage("Floods", "My street floods.", "en"));
    assertThat(model.asked).hasValue(1);
    meaning.of(new Passage("Floods", "My garden floods.", "en"));
    assertThat(model.asked).hasValue(2);
  }

  @Test
  void aModelThatFailsLaterIsGivenUp() {
    Counting model = new Counting();
    Meaning meaning = Meaning.of(Meaning.When.ALWAYS, model);
    assertThat(meaning.of("one")).isPresent();
    model.broken = true;
    assertThat(meaning.of("two")).isEmpty();
    assertThat(meaning.trouble()).isPresent();
    assertThat(meaning.model()).isEmpty();
  }

  @Test
  void aSenseIsTheSameAfterItWasKept() {
    Sense sense = Sense.of(new float[] {3, -4, 0.5f});
    Sense kept = Sense.ofBytes(sense.toBytes());
    assertThat(kept.cosine(sense)).isBetween(0.99999f, 1.00001f);
    for (int i = 0; i < 3; i++) {
      assertThat(kept.value(i)).isEqualTo(sense.value(i));
    }
  }
}
