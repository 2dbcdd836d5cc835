package org.postbag.classifier.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postbag.classifier.text.Passage;

class EmbedderTest {
  /// Points by a text's length, and counts how often it is asked.
  private static final class Counting implements SentenceModel {
    private final AtomicInteger asked = new AtomicInteger();
    private boolean broken;

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public Embedding embed(String text) {
      if (broken) {
        throw new IllegalStateException("broken");
      }
      asked.incrementAndGet();
      return Embedding.of(new float[] {text.length(), 1});
    }
  }

  @Test
  void aProgramWithoutAModelSaysWhatToDoAndAsksNone() {
    Embedder embedder = Embedder.open(Embedder.When.UNSURE, List.of());
    assertThat(embedder.trouble()).get().asString().contains("-Pmeaning", "to off");
    assertThat(embedder.model()).isEmpty();
    assertThat(embedder.embed("My street floods.")).isEmpty();
  }

  @Test
  void aModelThatCannotBeLoadedIsSaidAndIsNoError() {
    SentenceModelSource damaged =
        () -> {
          throw new IOException("the file is damaged");
        };
    Embedder embedder = Embedder.open(Embedder.When.ALWAYS, List.of(damaged));
    assertThat(embedder.trouble()).get().asString().contains("the file is damaged");
    assertThat(embedder.embed("My street floods.")).isEmpty();
  }

  @Test
  void switchedOffNoModelIsLoaded() {
    SentenceModelSource never =
        () -> {
          throw new AssertionError("it was loaded");
        };
    Embedder off = Embedder.open(Embedder.When.OFF, List.of(never));
    assertThat(off.trouble()).isEmpty();
    assertThat(off.embed("My street floods.")).isEmpty();
  }

  @Test
  void theSameTextIsAskedOnce() {
    Counting model = new Counting();
    Embedder embedder = Embedder.of(Embedder.When.ALWAYS, model);
    embedder.embed(new Passage("Floods", "My street floods.", "en"));
    embedder.embed(new Passage("Floods", "My street floods.", "en"));
    assertThat(model.asked).hasValue(1);
    embedder.embed(new Passage("Floods", "My garden floods.", "en"));
    assertThat(model.asked).hasValue(2);
  }

  @Test
  void aModelThatFailsLaterIsGivenUp() {
    Counting model = new Counting();
    Embedder embedder = Embedder.of(Embedder.When.ALWAYS, model);
    assertThat(embedder.embed("one")).isPresent();
    model.broken = true;
    assertThat(embedder.embed("two")).isEmpty();
    assertThat(embedder.trouble()).isPresent();
    assertThat(embedder.model()).isEmpty();
  }

  @Test
  void aSenseIsTheSameAfterItWasKept() {
    Embedding embedding = Embedding.of(new float[] {3, -4, 0.5f});
    Embedding kept = Embedding.ofBytes(embedding.toBytes());
    assertThat(kept.cosine(embedding)).isBetween(0.99999f, 1.00001f);
    for (int i = 0; i < 3; i++) {
      assertThat(kept.value(i)).isEqualTo(embedding.value(i));
    }
  }
}
