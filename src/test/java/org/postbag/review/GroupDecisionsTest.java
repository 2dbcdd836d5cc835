package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.email.LetterReader;
import org.postbag.intake.Intake;
import org.postbag.ledger.Actor;
import org.postbag.ledger.State;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.search.TestIndex;

/// One decision on many letters, on every engine.
class GroupDecisionsTest extends ReviewOffice {
  private static final String GROUP = "calais";

  private final TestIndex index;
  private final GroupDecisions groups;

  GroupDecisionsTest(Engine engine) {
    super(engine);
    index = new TestIndex(database, () -> {});
    CampaignKeeper campaigns =
        new CampaignKeeper(
            database,
            new Campaigns(),
            index.upToDate(),
            new Intake(database, clock()),
            new LetterReader(),
            clock());
    groups = new GroupDecisions(database, ledger(), decisions(), clock(), campaigns, new Random(7));
  }

  @AfterEach
  void close() {
    index.close();
  }

  private List<Long> letters(int count) {
    List<Long> letters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      letters.add(waiting("writer" + i));
    }
    return letters;
  }

  private List<QueueItem> items(List<Long> letters) {
    return letters.stream().map(letter -> queue().find(letter).orElseThrow()).toList();
  }

  private List<DraftVersion> seen(List<Long> letters) {
    return letters.stream().map(this::first).toList();
  }

  private void readSample(List<Long> letters, Actor by) {
    List<QueueItem> items = items(letters);
    Set<Long> sample = groups.sample(GROUP, items, by);
    items.stream().filter(i -> sample.contains(i.letter())).forEach(i -> groups.opened(i, by));
  }

  private GroupDecision approve(List<Long> letters, Actor by) {
    return groups.approve(GROUP, seen(letters), Set.of(), by);
  }

  private long approved(List<Long> letters) {
    return letters.stream().filter(l -> ledger().state(l) == State.APPROVED).count();
  }

  @Test
  void nothingIsApprovedBeforeTheSampleWasReadByTheSamePerson() {
    List<Long> letters = letters(12);
    readSample(letters, BEN);

    assertThat(approve(letters, ANN))
        .isInstanceOfSatisfying(
            GroupDecision.NotRead.class, unread -> assertThat(unread.unread()).hasSize(5));
    assertThat(approved(letters)).isZero();

    readSample(letters, ANN);
    assertThat(approve(letters, ANN)).isInstanceOf(GroupDecision.Carried.class);
    assertThat(approved(letters)).isEqualTo(12);
  }

  @Test
  void aLetterThatChangedSinceItWasSeenStopsTheDecisionAndIsNamed() {
    List<Long> letters = letters(6);
    readSample(letters, ANN);
    decisions().edit(first(letters.get(3)), "Re: Calais", "Other words", BEN);

    assertThat(approve(letters, ANN))
        .isInstanceOfSatisfying(
            GroupDecision.Changed.class,
            changed ->
                assertThat(changed.differences())
                    .singleElement()
                    .satisfies(difference -> {
                      assertThat(difference.letter()).isEqualTo(letters.get(3));
                      assertThat(difference.sentence()).startsWith("ben changed it");
                    }));
    assertThat(approved(letters)).isZero();
  }

  @Test
  void ofTwoPeopleAtOnceOneWinsAndTheOtherIsToldWho()
      throws InterruptedException, ExecutionException {
    for (int round = 0; round < 5; round++) {
      List<Long> letters = letters(20);
      readSample(letters, ANN);
      readSample(letters, BEN);
      List<GroupDecision> made = atOnce(letters);

      assertThat(made).filteredOn(GroupDecision.Carried.class::isInstance).hasSize(1);
      String winner = made.getFirst() instanceof GroupDecision.Carried ? "ann" : "ben";
      assertThat(made)
          .filteredOn(GroupDecision.Changed.class::isInstance)
          .singleElement()
          .isInstanceOfSatisfying(
              GroupDecision.Changed.class,
              changed ->
                  assertThat(changed.differences())
                      .hasSize(20)
                      .allSatisfy(d -> assertThat(d.sentence()).startsWith(winner + " changed")));
      assertThat(approved(letters)).isEqualTo(20);
      clock().advance(java.time.Duration.ofDays(31));
    }
    assertThat(ledger().verify()).isEmpty();
  }

  private List<GroupDecision> atOnce(List<Long> letters)
      throws InterruptedException, ExecutionException {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<GroupDecision>> both = new ArrayList<>();
      for (Actor actor : List.of(ANN, BEN)) {
        both.add(
            two.submit(() -> {
              start.await();
              return approve(letters, actor);
            }));
      }
      start.countDown();
      return List.of(both.getFirst().get(), both.getLast().get());
    }
  }

  @Test
  void undoingTakesBackAllOfIt() {
    List<Long> letters = letters(8);
    readSample(letters, ANN);
    GroupDecision.Carried carried = (GroupDecision.Carried) approve(letters, ANN);

    assertThat(groups.undo(carried.id(), ANN)).hasValue(8L);
    assertThat(approved(letters)).isZero();
    assertThat(groups.undo(4711, ANN)).isEmpty();
  }
}
