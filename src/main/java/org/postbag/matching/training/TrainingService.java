package org.postbag.matching.training;

import org.postbag.search.LetterPassage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.database.Database;
import org.postbag.email.LetterReader;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.LetterStore;
import org.postbag.matching.Example;
import org.postbag.matching.Matching;

/// Learns from what people decide. Decisions are kept at once; learning is for a thread of its own,
/// and only a finished lesson is put in force, as a whole. A program that ends meanwhile starts
/// with the last finished one.
public final class TrainingService {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingService.class);

  /// Decisions that make another lesson worth its time.
  private static final int MIN_NEW_DECISIONS = 20;

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  private final Database database;
  private final JdbcModels models;
  private final JdbcRejectedModels rejectedModels;
  private final LetterStore letters;
  private final Matching matching;
  private final InstantSource clock;
  private final LetterReader reader = new LetterReader();
  private final EmbeddingCache embeddings;

  /// Held by who puts a lesson in force and says so in the database, so that both tell of one.
  private final Object activation = new Object();

  private volatile Thread thread = new Thread();
  private volatile boolean closed;
  private long skipUpTo;

  public TrainingService(Database database, LetterStore letters, Matching matching, InstantSource clock) {
    this.database = database;
    this.models = new JdbcModels(database);
    this.rejectedModels = new JdbcRejectedModels(database);
    this.letters = letters;
    this.matching = matching;
    this.clock = clock;
    this.embeddings = new EmbeddingCache(database, matching.embedder());
  }

  /// A lesson that was learned.
  ///
  /// @param upTo the number of the last decision in it
  /// @param examples how many letters it was learned from
  /// @param accuracy share of these letters that are recognised when they are kept back, 0 to 1
  public record Version(long upTo, int examples, double accuracy, Instant at) {}

  /// The last lesson, if it was not put in force.
  public Optional<RejectedModel> lastRejected() {
    return rejectedModels.last();
  }

  /// Keeps a person's word: what a letter is about, or that no topic fits. Joins a running
  /// transaction.
  public void addDecision(long letter, Optional<TopicId> topic) {
    database.doInTransaction(() -> models.add(letter, topic, clock.instant()));
  }

  /// Keeps as decisions what people released since the last time.
  public void collectDecisions() {
    models.collectDecisions(clock.instant());
  }

  /// Puts the last finished lesson in force: after the start, and after a lesson was undone.
  public void resume() {
    synchronized (activation) {
      resume(models.current().map(Version::upTo).orElse(0L));
    }
  }

  void resume(long upTo) {
    List<Example> cached = embeddings.cached(examples(upTo));
    matching.train(cached);
    if (embeddings.areMissing(cached)) {
      // Until these are known, which may take minutes, letters are matched by their words.
      matching.train(embeddings.computed(cached));
    }
  }

  /// Learns what is new, if there is enough of it: what was told to [#addDecision], and the topics of
  /// letters whose reply a person released. What comes out worse than the topics' own words or the
  /// lesson in force, on letters that neither has seen, is not put in force.
  ///
  /// @return the lesson, when one was put in force
  public synchronized Optional<Version> train() {
    collectDecisions();
    // A lesson that was taken back, or taught nothing, is not learned again from the same letters.
    long before = Math.max(skipUpTo, models.lastTrained());
    if (models.since(before) < MIN_NEW_DECISIONS) {
      return Optional.empty();
    }
    long upTo = models.last();
    List<Example> examples = embeddings.computed(examples(upTo));
    Trainer.Outcome outcome = matching.trainAndValidate(examples);
    matching.hasMemory(true);
    if (outcome.rejectionReason().isPresent()) {
      reject(upTo, outcome.rejectionReason().get(), examples);
      return Optional.empty();
    }
    Version version = new Version(upTo, examples.size(), outcome.accuracy(), clock.instant());
    synchronized (activation) {
      database.doInTransaction(() -> models.add(version));
      matching.activate(outcome, examples);
    }
    LOG.info("learned from {} decided letters: {}", examples.size(), outcome.accuracy());
    return Optional.of(version);
  }

  private void reject(long upTo, String why, List<Example> examples) {
    RejectedModel rejectedModel = new RejectedModel(why, matching.suspectLabels(examples), clock.instant());
    LOG.warn(
        "{} decided letters: {}. Least with the lesson in force go letters {}",
        examples.size(),
        why,
        rejectedModel.letters());
    rejectedModels.add(upTo, rejectedModel);
    skipUpTo = upTo;
  }

  /// Puts the last lesson in force, and learns from then on: a thread for as long as the program
  /// runs.
  ///
  /// @param pause between two looks at what is new
  /// @param learned what to do after each lesson, and after the last one was put in force again
  public Thread start(Duration pause, Runnable onTrained) {
    // A sentence model holds its thread fast, so this is none of those that share the processors.
    thread = Thread.ofPlatform().daemon().name("learn").start(new TrainingLoop(this, pause, onTrained));
    return thread;
  }

  /// Ends what [#start] began, before what it uses is closed. A lesson under way is not waited for.
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(CLOSE_TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isClosed() {
    return closed;
  }

  /// Leaves the letters that were decided so far to a later lesson: as many more must be decided.
  synchronized void postponeTraining() {
    matching.hasMemory(false);
    skipUpTo = models.last();
  }

  /// The letters of which people said that no topic fits, by their numbers.
  public Set<Long> onNoTopic() {
    return models.onNoTopic();
  }

  /// The lesson in force.
  public Optional<Version> current() {
    return models.current();
  }

  /// Takes the last lesson back and puts the one before it in force.
  ///
  /// @return false when nothing had been learned
  public boolean undo() {
    synchronized (activation) {
      boolean undone = database.inTransaction(models::undo);
      if (undone) {
        resume();
        LOG.info("the last lesson is taken back; the one before it is in force");
      }
      return undone;
    }
  }

  /// Letters that are no longer there, because they were erased, are no examples either.
  List<Example> examples(long upTo) {
    List<Example> examples = new ArrayList<>();
    for (JdbcModels.Decided decided : models.upTo(upTo, matching.maxExamples())) {
      letters
          .find(decided.letter())
          .map(this::passage)
          .ifPresent(passage -> examples.add(example(decided, passage)));
    }
    // The oldest first, so that a further decision changes as little as can be.
    Collections.reverse(examples);
    return examples;
  }

  private static Example example(JdbcModels.Decided decided, Passage passage) {
    return new Example(decided.topic(), passage, OptionalLong.of(decided.letter()));
  }

  private Passage passage(KeptLetter kept) {
    return LetterPassage.of(reader.read(kept.rfc822()));
  }
}
