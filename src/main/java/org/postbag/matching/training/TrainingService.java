package org.postbag.matching.training;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.database.Database;
import org.postbag.email.LetterReader;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.LetterStore;
import org.postbag.matching.Example;
import org.postbag.matching.Matching;
import org.postbag.search.LetterPassage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trains models on the decisions of staff. Decisions are stored at once; training runs on its own
/// thread, and a model is activated as a whole when it is complete. A process that ends meanwhile
/// starts with the last activated model.
public final class TrainingService {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingService.class);

  /// New decisions that make another training worth its time.
  private static final int MIN_NEW_DECISIONS = 20;

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  private final Database database;
  private final JdbcModels models;
  private final JdbcRejectedModels rejectedModels;
  private final LetterStore letters;
  private final Matching matching;
  private final InstantSource clock;
  private final LetterReader reader;
  private final EmbeddingCache embeddings;
  private final EarlierExamples earlier;

  /// Held while a model is activated and recorded in the database, so that both always name the
  /// same one.
  private final Object activation = new Object();

  private volatile Thread thread = new Thread();
  private volatile boolean closed;
  private long skipUpTo;
  private volatile long trainedOnEarlier;

  public TrainingService(
      Database database,
      LetterStore letters,
      Matching matching,
      LetterReader reader,
      InstantSource clock) {
    this(database, letters, matching, reader, EarlierExamples.NONE, clock);
  }

  /// @param earlier letters of the years before the first decision
  public TrainingService(
      Database database,
      LetterStore letters,
      Matching matching,
      LetterReader reader,
      EarlierExamples earlier,
      InstantSource clock) {
    this.reader = reader;
    this.earlier = earlier;
    this.database = database;
    this.models = new JdbcModels(database);
    this.rejectedModels = new JdbcRejectedModels(database);
    this.letters = letters;
    this.matching = matching;
    this.clock = clock;
    this.embeddings = new EmbeddingCache(database, matching.embedder());
  }

  /// A model that was trained and activated.
  ///
  /// @param upTo the number of the last decision in it
  /// @param examples how many letters it was trained on
  /// @param accuracy cross-validated share of these letters that are recognised, 0 to 1
  public record Version(long upTo, int examples, double accuracy, Instant at) {}

  /// The last trained model, if it was rejected.
  public Optional<RejectedModel> lastRejected() {
    return rejectedModels.last();
  }

  /// Stores a decision of staff: a letter's topic, or that none fits. Joins a running transaction.
  public void addDecision(long letter, Optional<TopicId> topic) {
    database.doInTransaction(() -> models.add(letter, topic, clock.instant()));
  }

  /// Stores decisions that follow from the ledger, such as replies sent since the last time.
  public void collectDecisions() {
    models.collectDecisions(clock.instant());
  }

  /// Activates the last accepted model: after a start, and after a model was withdrawn.
  public void resume() {
    synchronized (activation) {
      resume(models.current().map(Version::upTo).orElse(0L));
    }
  }

  void resume(long upTo) {
    trainedOnEarlier = models.haveBeenTrained() ? earlier.version() : 0;
    List<Example> cached = embeddings.cached(examples(upTo));
    matching.train(cached);
    if (embeddings.areMissing(cached)) {
      // Computing them may take minutes; letters are matched by their words until then.
      matching.train(embeddings.computed(cached));
    }
  }

  /// Trains a model if there are enough new decisions: those of [#addDecision] and those that
  /// follow from the ledger. A model that is worse than the untrained topics, or than the current
  /// model on letters that neither has seen, is rejected.
  ///
  /// @return the new version, if it was activated
  public synchronized Optional<Version> train() {
    collectDecisions();
    // After a withdrawn or rejected model, the same decisions do not start another training.
    long before = Math.max(skipUpTo, models.lastTrained());
    long ofThePast = earlier.version();
    if (models.since(before) < MIN_NEW_DECISIONS && ofThePast == trainedOnEarlier) {
      return Optional.empty();
    }
    trainedOnEarlier = ofThePast;
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
    LOG.info(
        "trained a model on {} decided letters: accuracy {}", examples.size(), outcome.accuracy());
    return Optional.of(version);
  }

  private void reject(long upTo, String why, List<Example> examples) {
    RejectedModel rejectedModel =
        new RejectedModel(why, matching.suspectLabels(examples), clock.instant());
    LOG.warn(
        "The model trained on {} decided letters is rejected: {}. The letters {} contradict the"
            + " current model most",
        examples.size(),
        why,
        rejectedModel.letters());
    rejectedModels.add(upTo, rejectedModel);
    skipUpTo = upTo;
  }

  /// Restores the current model, then trains for as long as the program runs.
  ///
  /// @param pause between two looks for new decisions
  /// @param onTrained called after each training, and after the current model was restored
  public Thread start(Duration pause, Runnable onTrained) {
    // A platform thread: native calls of a sentence model would pin a virtual thread to its
    // carrier.
    thread =
        Thread.ofPlatform().daemon().name("learn").start(new TrainingLoop(this, pause, onTrained));
    return thread;
  }

  /// Ends what [#start] began, before what it uses is closed. Does not wait for a training to
  /// finish.
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

  /// Skips the decisions so far: the next training follows after as many further ones as usual.
  synchronized void postponeTraining() {
    matching.hasMemory(false);
    skipUpTo = models.last();
  }

  /// The numbers of the letters for which staff decided that no topic fits.
  public Set<Long> onNoTopic() {
    return models.onNoTopic();
  }

  /// The current model.
  public Optional<Version> current() {
    return models.current();
  }

  /// Withdraws the current model and activates the one before it.
  ///
  /// @return false when there is no model
  public boolean undo() {
    synchronized (activation) {
      boolean undone = database.inTransaction(models::undo);
      if (undone) {
        resume();
        LOG.info("the model trained last is withdrawn; the one before it is in use");
      }
      return undone;
    }
  }

  /// Letters that have been erased are no examples.
  List<Example> examples(long upTo) {
    List<Example> examples = new ArrayList<>();
    for (JdbcModels.Decided decided : models.upTo(upTo, matching.maxExamples())) {
      letters
          .find(decided.letter())
          .map(this::passage)
          .ifPresent(passage -> examples.add(example(decided, passage)));
    }
    examples.addAll(earlier.newest(matching.maxExamples() - examples.size()));
    // The oldest first, so that a further decision changes the model as little as possible.
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
