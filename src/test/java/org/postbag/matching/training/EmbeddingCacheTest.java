package org.postbag.matching.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Topic;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.classifier.embedding.SentenceModel;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;
import org.postbag.email.LetterReader;
import org.postbag.matching.BusPost;
import org.postbag.matching.Matching;
import org.postbag.matching.SimilarLetters;
import org.postbag.matching.Topics;
import org.postbag.matching.campaign.Campaigns;

/// What is promised of decided letters' meaning, on every database.
class EmbeddingCacheTest extends OnEveryEngine {
  EmbeddingCacheTest(Engine engine) {
    super(engine);
  }

  /// A model that knows how long a text is, and counts how often it is asked.
  private static final class Lengths implements SentenceModel {
    private final String name;
    private final Set<String> asked = new HashSet<>();

    Lengths(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Embedding embed(String text) {
      asked.add(text);
      return Embedding.of(new float[] {text.length(), 20});
    }

    long letters() {
      return asked.stream().filter(text -> text.contains("I stood")).count();
    }
  }

  private TrainingService learning(SentenceModel model) {
    return learning(model, 40, Topics.CALAIS, Topics.BUSES, Topics.SCHOOLS);
  }

  private TrainingService learning(SentenceModel model, int letters, Topic... topics) {
    return learning(matching(model, topics), letters);
  }

  private static Matching matching(SentenceModel model, Topic... topics) {
    Embedder embedder = Embedder.of(Embedder.When.ALWAYS, model);
    return new Matching(Topics.catalog(topics), SimilarLetters.NONE, new Campaigns(), embedder);
  }

  private TrainingService learning(Matching matching, int letters) {
    return new TrainingService(
        database, BusPost.store(letters), matching, new LetterReader(), () -> Instant.EPOCH);
  }

  @Test
  void whatALetterMeansIsAskedOnceAlsoAfterARestart() {
    Lengths model = new Lengths("lengths");
    TrainingService first = learning(model);
    BusPost.decide(first, 1, 25);
    assertThat(first.train()).isPresent();
    assertThat(model.letters()).isEqualTo(25);

    Lengths again = new Lengths("lengths");
    TrainingService second = learning(again);
    second.resume();
    assertThat(again.letters()).isZero();
    BusPost.decide(second, 26, 40);
    BusPost.decide(second, 1, 10);
    assertThat(second.train()).isPresent();
    assertThat(again.letters()).isEqualTo(15);
  }

  /// A model for which there is no memory once some letters were read.
  static final class TooLarge implements SentenceModel {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public String name() {
      return "too large";
    }

    @Override
    public Embedding embed(String text) {
      if (text.contains("I stood")) {
        asked.incrementAndGet();
        throw new OutOfMemoryError("said by a test");
      }
      return Embedding.of(new float[] {1});
    }
  }

  @Test
  void aModelForWhichThereIsNoMemoryIsLeftOutAndLearningGoesOn() throws Exception {
    TooLarge model = new TooLarge();
    Matching matching = matching(model, Topics.CALAIS, Topics.BUSES);
    TrainingService trainingService = learning(matching, 40);
    BusPost.decide(trainingService, 1, 25);
    Thread thread = trainingService.start(Duration.ofMillis(20), () -> {});

    await().until(() -> model.asked.get() == 1);
    await().until(matching::lacksMemory);
    BusPost.decide(trainingService, 1, 25);
    await().until(() -> model.asked.get() == 2);
    assertThat(thread.isAlive()).isTrue();
    assertThat(trainingService.current()).isEmpty();
    thread.interrupt();
    thread.join();
  }

  @Test
  void anotherModelReadsTheLettersAnew() {
    TrainingService first = learning(new Lengths("one"));
    BusPost.decide(first, 1, 25);
    assertThat(first.train()).isPresent();

    Lengths other = new Lengths("other");
    learning(other).resume();
    assertThat(other.letters()).isEqualTo(25);
    Lengths same = new Lengths("other");
    learning(same).resume();
    assertThat(same.letters()).isZero();
  }

  @Test
  void whatALetterMeansIsForgottenWithTheLetter() {
    TrainingService all = learning(new Lengths("lengths"));
    BusPost.decide(all, 1, 25);
    assertThat(all.train()).isPresent();

    TrainingService fewer = learning(new Lengths("lengths"), 10, Topics.BUSES);
    BusPost.decide(fewer, 1, 20);
    fewer.train();
    assertThat(new JdbcEmbeddings(database).of("lengths")).hasSize(10);
  }
}
