package org.postbag.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.sending.SendingOffice.ANN;
import static org.postbag.sending.SendingOffice.BEN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;
import org.postbag.database.SettableClock;
import org.postbag.email.MessageId;
import org.postbag.ledger.State;
import org.postbag.review.Approval;
import org.postbag.review.Decision;
import org.postbag.review.DraftVersion;
import org.postbag.sending.smtp.Answer;

/// Approvers, an editor, an undo, two senders and a crash, all at once on the same letters, in
/// orders left to chance. An undo that was acknowledged never leaves; nothing leaves twice, or
/// otherwise than it was approved. The long form, as before a release: `bin/test
/// -Dit.test=InterleavingIT -Dpostbag.interleavings=10000`.
class InterleavingIT extends OnEveryEngine {
  private static final int AT_ONCE = 50;

  /// How many letters are fought over.
  private final int letters;

  InterleavingIT(Engine engine) {
    super(engine == Engine.SQLITE ? Database.open(DatabaseSettings.in(folder())) : engine.open());
    letters = Integer.getInteger("postbag.interleavings", engine == Engine.SQLITE ? 1_000 : 500);
  }

  /// In memory where the machine has such a folder: orders are tried here, not disks.
  private static Path folder() {
    Path memory = Path.of("/dev/shm");
    try {
      return Files.isDirectory(memory)
          ? Files.createTempDirectory(memory, "postbag")
          : Files.createTempDirectory("postbag");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anAcknowledgedUndoNeverLeavesAndNothingLeavesTwice() throws Exception {
    SettableClock clock = new SettableClock();
    SendingOffice office = new SendingOffice(database, clock, Duration.ZERO);
    Fight fight = new Fight(office);
    for (int done = 0; done < letters; done += AT_ONCE) {
      fight.round(done);
      clock.advance(Duration.ofHours(5));
    }
    fight.judge(database);
    assertThat(office.ledger().verify()).isEmpty();
  }

  /// Two people who release the same group, each in an order of their own, while its replies leave
  /// in groups: none waits for another for ever, and each letter is released once.
  @Test
  void groupsReleasedAtOnceInAnyOrderAreAllDecided() throws Exception {
    SettableClock clock = new SettableClock();
    SendingOffice office = new SendingOffice(database, clock, Duration.ZERO);
    Outbox outbox =
        office.outbox(s -> s.withPace(new RateLimit(Integer.MAX_VALUE, Integer.MAX_VALUE, 1000)));
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 5; round++) {
      List<Long> group = Stream.generate(office::waiting).limit(AT_ONCE).toList();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<List<Decision>>> people = new ArrayList<>();
        for (int person = 0; person < 3; person++) {
          List<DraftVersion> seen = new ArrayList<>(group.stream().map(office::seen).toList());
          Collections.shuffle(seen, new Random(random.nextLong()));
          people.add(threads.submit(() -> office.decisions().approveAll(seen, Set.of(), ANN)));
        }
        Future<?> sender = threads.submit(() -> sendAll(outbox, group, office));
        long done = 0;
        for (Future<List<Decision>> one : people) {
          done += one.get().stream().filter(Decision.Done.class::isInstance).count();
        }
        assertThat(done).isEqualTo(AT_ONCE);
        sender.get();
      }
    }
    assertThat(office.ledger().verify()).isEmpty();
  }

  /// Claims and records many at the same time, until all of them have left.
  private static Void sendAll(Outbox outbox, List<Long> group, SendingOffice office)
      throws Exception {
    while (!group.stream().allMatch(letter -> office.state(letter) == State.SENT)) {
      List<Future<?>> sent = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Dispatch dispatch =
            SendingOffice.dispatch(
                outbox, SendingOffice.answering(_ -> new Answer.Accepted("250")));
        for (Approval approval : dispatch.due()) {
          sent.add(threads.submit(() -> dispatch.send(approval)));
        }
      }
      for (Future<?> one : sent) {
        one.get();
      }
    }
    return null;
  }

  /// What happened, and who is at it.
  static final class Fight {
    private final SendingOffice office;
    private final Map<MessageId, Integer> copies = new ConcurrentHashMap<>();
    private final Queue<String> wrongTexts = new ConcurrentLinkedQueue<>();
    private final List<Long> letters = new ArrayList<>();

    Fight(SendingOffice office) {
      this.office = office;
    }

    /// The outbox is a new one each time: its predecessor has crashed.
    void round(int seed) throws Exception {
      Outbox outbox =
          office.outbox(s -> s.withPace(new RateLimit(Integer.MAX_VALUE, Integer.MAX_VALUE, 1000)));
      outbox.recover();
      SplittableRandom random = new SplittableRandom(seed);
      List<Future<?>> people = new ArrayList<>();
      List<Future<?>> all = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < AT_ONCE; i++) {
          long letter = office.waiting();
          letters.add(letter);
          for (int part = 0; part < 4; part++) {
            SplittableRandom own = random.split();
            people.add(threads.submit(() -> person(letter, own)));
          }
        }
        for (int sender = 0; sender < 2; sender++) {
          SplittableRandom own = random.split();
          all.add(threads.submit(() -> send(outbox, own, people)));
        }
      }
      all.addAll(people);
      for (Future<?> one : all) {
        one.get();
      }
    }

    private Object person(long letter, SplittableRandom random) {
      pause(random.nextInt(30));
      return switch (random.nextInt(6)) {
        case 0, 1 -> office.decisions().approve(office.seen(letter), ANN);
        case 2 -> office.decisions().approve(office.seen(letter), BEN);
        case 3 -> editAndApprove(letter);
        default -> office.decisions().undo(letter, BEN);
      };
    }

    private Decision editAndApprove(long letter) {
      office.decisions().edit(office.seen(letter), "Re: Calais", "Edited words", BEN);
      return office.decisions().approve(office.seen(letter), BEN);
    }

    /// For as long as people decide, and once after the last of them.
    private Void send(Outbox outbox, SplittableRandom random, List<Future<?>> people) {
      boolean decided = false;
      while (!decided) {
        pause(3);
        decided = people.stream().allMatch(Future::isDone);
        for (Approval approval : outbox.due()) {
          deliver(outbox, approval, random);
        }
      }
      return null;
    }

    /// One in ten dies between the claim and the record, half of them with the letter handed over.
    private void deliver(Outbox outbox, Approval approval, SplittableRandom random) {
      try {
        SendingOffice.dispatch(outbox, SendingOffice.answering(taken -> answer(taken, random)))
            .send(approval);
      } catch (Died _) {
        // its claim stays as it is
      }
    }

    private Answer answer(Claim.Taken taken, SplittableRandom random) {
      int fate = random.nextInt(20);
      if (fate != 0) {
        copies.merge(taken.approval().messageId(), 1, Integer::sum);
        compare(taken.approval());
      }
      if (fate <= 1) {
        throw new Died();
      }
      return fate == 2 ? new Answer.Unclear("lost") : new Answer.Accepted("250");
    }

    private static final class Died extends RuntimeException {
      private static final long serialVersionUID = 1;
    }

    private void compare(Approval approval) {
      if (!approval.text().equals("The reply on Calais")
          && !approval.text().equals("Edited words")) {
        wrongTexts.add(approval.text());
      }
    }

    void judge(Database database) {
      assertThat(wrongTexts).isEmpty();
      assertThat(copies.values()).isNotEmpty().allMatch(n -> n == 1);
      for (MessageId sent : copies.keySet()) {
        assertThat(isUndone(database, sent)).as("undone and sent").isFalse();
      }
      office.outbox().recover();
      for (long letter : letters) {
        judge(letter);
      }
    }

    private void judge(long letter) {
      State state = office.state(letter);
      Optional<Approval> approval = office.queue().approvalOf(letter);
      int sent = approval.map(a -> copies.getOrDefault(a.messageId(), 0)).orElse(0);
      assertThat(state).isIn(State.WAITING, State.APPROVED, State.SENT, State.UNCLEAR);
      if (state == State.SENT) {
        assertThat(sent).isEqualTo(1);
      }
      if (state == State.WAITING || state == State.APPROVED) {
        assertThat(sent).isZero();
      }
    }

    private static boolean isUndone(Database database, MessageId sent) {
      return database
              .sql("SELECT undone FROM approval WHERE message_id = ?")
              .param(sent.value())
              .query(Integer.class)
              .single()
          == 1;
    }

    /// Only mixes the orders; nothing is expected to be done by then.
    private static void pause(int millis) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
