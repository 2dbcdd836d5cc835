package org.postbag.matching.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;
import org.postbag.database.TestLetters;
import org.postbag.email.LetterReader;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.LetterStore;
import org.postbag.ledger.Actor;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Move;
import org.postbag.ledger.Reason;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.State;
import org.postbag.matching.BusPost;
import org.postbag.matching.Example;
import org.postbag.matching.Matching;
import org.postbag.matching.Topics;
import org.slf4j.LoggerFactory;

/// What learning from decisions promises on every database.
class TrainingServiceTest extends OnEveryEngine {

  TrainingServiceTest(Engine engine) {
    super(engine);
  }

  private TrainingService learning(Matching matching) {
    return new TrainingService(
        database, BusPost.store(40), matching, new LetterReader(), () -> Instant.EPOCH);
  }

  @Test
  void whatPeopleDecideIsLearned() {
    Matching matching = BusPost.matching();
    TrainingService trainingService = learning(matching);
    double before = BusPost.probability(matching);
    BusPost.decide(trainingService, 1, 25);

    assertThat(trainingService.train()).map(TrainingService.Version::examples).contains(25);
    assertThat(BusPost.probability(matching)).isGreaterThan(Math.max(0.4, before));
  }

  @Test
  void repliesThatPeopleReleasedAreLearnedFrom() {
    Matching matching = BusPost.matching();
    double before = BusPost.probability(matching);
    for (int i = 1; i <= 25; i++) {
      released(TestLetters.keep(database));
    }

    assertThat(learning(matching).train()).map(TrainingService.Version::examples).contains(25);
    assertThat(BusPost.probability(matching)).isGreaterThan(Math.max(0.4, before));
  }

  private void released(long letter) {
    Ledger ledger = new Ledger(database, () -> Instant.EPOCH);
    ledger.doInTurn(() -> {
      ledger.move(
          new Move(letter, State.KEPT, State.WAITING, Actor.POSTBAG, DecisionReason.DRAFTED));
      ledger.move(
          new Move(
              letter, State.WAITING, State.APPROVED, new Actor("ann"), DecisionReason.APPROVED));
      ledger.move(
          new Move(letter, State.APPROVED, State.SENDING, Actor.POSTBAG, SendingReason.CLAIMED));
      draft(letter);
    });
  }

  private void draft(long letter) {
    database
        .sql(
            "INSERT INTO draft (letter_id, version, mailbox, received, subject, snippet,"
                + " language, topic, probability, reason, updated)"
                + " VALUES (?, 1, 'office', 0, '', '', 'en', 'buses', 1, '', 0)")
        .params(letter)
        .update();
  }

  @Test
  void learningGoesOnWhenTheDatabaseAnswersAgain() {
    Matching matching = BusPost.matching();
    TrainingService trainingService = learning(matching);
    BusPost.decide(trainingService, 1, 25);
    rename("topic_lesson", "away");
    ListAppender<ILoggingEvent> errors = new ListAppender<>();
    logOf(TrainingService.class, errors);
    AtomicInteger learned = new AtomicInteger();
    Thread thread = trainingService.start(Duration.ofMillis(20), learned::incrementAndGet);
    await().until(() -> errors.list.size() > 1);
    assertThat(learned).hasValue(0);

    rename("away", "topic_lesson");

    await().until(() -> learned.get() > 0);
    assertThat(trainingService.current()).map(TrainingService.Version::examples).contains(25);
    assertThat(thread.isAlive()).isTrue();
    trainingService.close();
  }

  /// Puts what that class logs into the list, too.
  private static void logOf(Class<?> logger, ListAppender<ILoggingEvent> list) {
    list.start();
    ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(logger)).addAppender(list);
  }

  private void rename(String table, String name) {
    database.doInTransaction(
        () -> database.sql("ALTER TABLE " + table + " RENAME TO " + name).update());
  }

  @Test
  void learningEndsWhenItIsClosed() {
    TrainingService trainingService = learning(BusPost.matching());
    Thread thread = trainingService.start(Duration.ofHours(1), () -> {});

    trainingService.close();

    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void aTopicWithoutReplyIsLearnedWhenAPersonChoseIt() {
    for (int i = 1; i <= 25; i++) {
      said(TestLetters.keep(database), State.NEEDS_PERSON, "topic buses");
    }
    Matching matching = BusPost.matching();

    assertThat(learning(matching).train()).map(TrainingService.Version::examples).contains(25);
    assertThat(BusPost.probability(matching)).isGreaterThan(0.4);
  }

  @Test
  void theTopicOfALetterThatAPersonClosedIsLearnedOnlyWhenTheyChoseIt() {
    TrainingService trainingService = learning(BusPost.matching());
    long chosen = said(TestLetters.keep(database), State.WAITING, "topic buses");
    long guessed = said(TestLetters.keep(database), State.WAITING, "edited");
    for (long letter : List.of(chosen, guessed)) {
      move(letter, State.WAITING, State.CLOSED, "no-reply-needed", new Actor("ann"));
    }
    trainingService.collectDecisions();

    assertThat(trainingService.examples(Long.MAX_VALUE))
        .singleElement()
        .extracting(Example::number)
        .isEqualTo(OptionalLong.of(chosen));
  }

  @Test
  void thatNoTopicFitsIsLearnedAndTheLastWordCounts() {
    TrainingService trainingService = learning(BusPost.matching());
    long none = said(TestLetters.keep(database), State.NEEDS_PERSON, "no topic");
    long corrected = said(TestLetters.keep(database), State.NEEDS_PERSON, "no topic");
    trainingService.collectDecisions();
    move(corrected, State.NEEDS_PERSON, State.NEEDS_PERSON, "topic buses", new Actor("ann"));
    trainingService.collectDecisions();

    assertThat(trainingService.examples(Long.MAX_VALUE))
        .extracting(Example::number, Example::topic)
        .containsExactly(
            tuple(OptionalLong.of(none), Optional.empty()),
            tuple(OptionalLong.of(corrected), Optional.of(BusPost.BUSES)));
  }

  private long said(long letter, State state, String why) {
    move(letter, State.KEPT, State.NEEDS_PERSON, "unsure", Actor.POSTBAG);
    move(letter, State.NEEDS_PERSON, state, why, new Actor("ann"));
    draft(letter);
    return letter;
  }

  private void move(long letter, State from, State to, String why, Actor actor) {
    new Ledger(database, () -> Instant.EPOCH)
        .move(new Move(letter, from, to, actor, Reason.of(why)));
  }

  @Test
  void tooLittleMemoryForTopicsThatChangedIsSaidUntilItSuffices() {
    Matching matching = BusPost.matching();
    TrainingService trainingService =
        new TrainingService(
            database, BusPost.store(130), matching, new LetterReader(), () -> Instant.EPOCH);
    BusPost.decide(trainingService, 1, 130);
    assertThat(trainingService.train()).isPresent();
    AtomicInteger relearned = new AtomicInteger();

    matching.activate(
        Topics.catalog(Topics.CALAIS, Topics.BUSES),
        () -> {
          throw new OutOfMemoryError("said by a test");
        });
    // An error of the machine's that reaches the test's frame ends it without a word.
    await().dontCatchUncaughtExceptions().until(matching::lacksMemory);

    matching.activate(Topics.catalog(Topics.BUSES), relearned::incrementAndGet);
    await().until(() -> relearned.get() == 1);
    assertThat(matching.lacksMemory()).isFalse();
  }

  @Test
  void aFewDecisionsAreNotAModel() {
    TrainingService trainingService = learning(BusPost.matching());
    BusPost.decide(trainingService, 1, 5);

    assertThat(trainingService.train()).isEmpty();
  }

  @Test
  void theNextStartKnowsTheLastFinishedModel() {
    Matching first = BusPost.matching();
    BusPost.decide(learning(first), 1, 25);
    learning(first).train();
    Matching second = BusPost.matching();

    learning(second).resume();

    assertThat(BusPost.probability(second)).isEqualTo(BusPost.probability(first));
  }

  @Test
  void aModelCanBeTakenBack() {
    Matching matching = BusPost.matching();
    TrainingService trainingService = learning(matching);
    double before = BusPost.probability(matching);
    BusPost.decide(trainingService, 1, 25);
    trainingService.train();

    assertThat(trainingService.undo()).isTrue();
    assertThat(BusPost.probability(matching)).isEqualTo(before);
    assertThat(trainingService.undo()).isFalse();
  }

  @Test
  void aModelLearnedWhileAnotherIsTakenBackIsTheOneInForce() throws InterruptedException {
    LetterStore letters = BusPost.store(40);
    CountDownLatch taking = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Matching matching = BusPost.matching();
    TrainingService trainingService =
        new TrainingService(
            database,
            waiting(letters, taking, goOn),
            matching,
            new LetterReader(),
            () -> Instant.EPOCH);
    BusPost.decide(trainingService, 1, 25);
    trainingService.train();
    BusPost.decide(trainingService, 6, 30);
    trainingService.train();
    BusPost.decide(trainingService, 16, 40);

    Thread undo = Thread.ofPlatform().name("undo").start(trainingService::undo);
    taking.await();
    Thread learn = Thread.ofPlatform().name("learn").start(trainingService::train);
    await().until(() -> !learn.isAlive() || learn.getState() == Thread.State.BLOCKED);
    goOn.countDown();
    undo.join();
    learn.join();

    assertThat(trainingService.current()).map(TrainingService.Version::examples).contains(40);
    Matching anew = BusPost.matching();
    learning(anew).resume();
    assertThat(BusPost.probability(matching)).isEqualTo(BusPost.probability(anew));
  }

  /// Where one who takes a model back waits for the letters of the one before.
  private static LetterStore waiting(
      LetterStore letters, CountDownLatch taking, CountDownLatch goOn) {
    return new LetterStore() {
      @Override
      public List<KeptLetter> unprocessed(int limit) {
        return letters.unprocessed(limit);
      }

      @Override
      public Optional<KeptLetter> find(long id) {
        if (Thread.currentThread().getName().equals("undo")) {
          taking.countDown();
          await().until(() -> goOn.getCount() == 0);
        }
        return letters.find(id);
      }
    };
  }

  @Test
  void aModelThatWasTakenBackIsNotLearnedAgainFromTheSameLetters() {
    TrainingService trainingService = learning(BusPost.matching());
    BusPost.decide(trainingService, 1, 25);
    trainingService.train();
    trainingService.undo();

    assertThat(trainingService.train()).isEmpty();
    BusPost.decide(trainingService, 26, 39);
    assertThat(trainingService.train()).isEmpty();
    BusPost.decide(trainingService, 1, 6);
    assertThat(trainingService.train()).isPresent();
  }

  @Test
  void theTallyComparesWhatPeopleDecidedWithWhatWasSaid() {
    long said = TestLetters.keep(database);
    released(said);
    TrainingService trainingService = learning(BusPost.matching());
    trainingService.collectDecisions();

    assertThat(Agreement.all(database))
        .containsExactly(Map.entry(BusPost.BUSES, new Agreement(1, 0, 0, 0, 0)));
    database
        .sql("UPDATE draft SET matched = ? WHERE letter_id = ?")
        .params(BusPost.BUSES.value(), said)
        .update();
    assertThat(Agreement.all(database))
        .containsExactly(Map.entry(BusPost.BUSES, new Agreement(1, 1, 0, 0, 1)));
    database.sql("UPDATE draft SET abstained = 0 WHERE letter_id = ?").params(said).update();
    assertThat(Agreement.all(database))
        .containsExactly(Map.entry(BusPost.BUSES, new Agreement(1, 1, 1, 1, 0)));
    database.sql("UPDATE draft SET edited = 1 WHERE letter_id = ?").params(said).update();
    assertThat(Agreement.all(database))
        .containsExactly(Map.entry(BusPost.BUSES, new Agreement(1, 1, 1, 0.5, 0)));
    assertThat(new Agreement(1, 1, 1, 0.5, 0).sentence())
        .isEqualTo("of 1 drafts 0.5 were right; 0 letters waited that would have been right");
  }

  @Test
  void topicsThatChangeKeepWhatWasLearned() {
    Matching matching = BusPost.matching();
    TrainingService trainingService = learning(matching);
    BusPost.decide(trainingService, 1, 25);
    trainingService.train();

    matching.activate(Topics.catalog(Topics.BUSES, Topics.SCHOOLS));

    assertThat(BusPost.probability(matching)).isGreaterThan(0.4);
  }
}
