package org.postbag.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private final Database database = TestDatabases.sqlite();
  private final GroupCommit commits = new GroupCommit(database, database::inTransaction);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @BeforeEach
  void makeATable() {
    database.doInTransaction(
        () -> database.sql("CREATE TABLE piece (n INTEGER PRIMARY KEY, thread TEXT)").update());
  }

  @AfterEach
  void close() {
    threads.close();
    database.close();
  }

  private int insert(int n) {
    String thread = Thread.currentThread().getName();
    return database.sql("INSERT INTO piece VALUES (?, ?)").params(n, thread).update();
  }

  private List<Integer> rows() {
    return database.sql("SELECT n FROM piece ORDER BY n").query((row, _) -> row.getInt(1)).list();
  }

  /// Holds the committing thread until the returned latch opens, so that others gather behind it.
  private CountDownLatch holdUp() {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    var _ =
        threads.submit(() ->
            commits.run(() -> {
              held.countDown();
              return await(go);
            }));
    await(held);
    return go;
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Future<Integer>> gather(List<Integer> numbers) {
    return numbers.stream().map(n -> waiting(() -> insert(n))).toList();
  }

  /// Hands in a piece of work, and returns when it waits for the committing thread: the next one is
  /// behind it.
  private <T> Future<T> waiting(Supplier<T> work) {
    FutureTask<T> piece = new FutureTask<>(() -> commits.run(work));
    Thread thread = Thread.ofPlatform().daemon().start(piece);
    Awaitility.await()
        .pollInterval(Duration.ofMillis(2))
        .until(() -> thread.getState() == Thread.State.WAITING);
    return piece;
  }

  @Test
  void whatReturnedIsThere() {
    for (int i = 0; i < 50; i++) {
      int n = i;
      assertThat(commits.run(() -> insert(n))).isEqualTo(1);
      assertThat(rows()).hasSize(n + 1);
    }
  }

  @Test
  void oneThatFailsTakesNoOtherWithIt() throws Exception {
    CountDownLatch go = holdUp();
    List<Future<Integer>> all = gather(List.of(1, 2, 2, 3));
    go.countDown();
    assertThat(all.get(0).get()).isEqualTo(1);
    assertThat(all.get(3).get()).isEqualTo(1);
    assertThatThrownBy(() -> all.get(2).get())
        .hasCauseInstanceOf(org.springframework.dao.DataAccessException.class);
    assertThat(rows()).containsExactly(1, 2, 3);
  }

  @Test
  void piecesThatComeTogetherShareOneTransaction() throws Exception {
    CountDownLatch go = holdUp();
    List<Future<Boolean>> sees = new ArrayList<>();
    // Each one sees the row of the one before, which is not committed yet: a reader does not.
    for (int i = 1; i <= 3; i++) {
      int n = i;
      sees.add(waiting(() -> insert(n) == 1 && seesOnlyWithin(n)));
    }
    go.countDown();
    for (Future<Boolean> one : sees) {
      assertThat(one.get()).isTrue();
    }
  }

  private boolean seesOnlyWithin(int n) {
    long inside = database.sql("SELECT count(*) FROM piece").query(Long.class).single();
    Future<Integer> outside = threads.submit(() -> rows().size());
    try {
      return inside == n && outside.get() == 0;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void insideOfATransactionItIsPartOfThatOne() {
    assertThatThrownBy(() ->
            database.doInTransaction(() -> {
              commits.run(() -> insert(1));
              throw new IllegalStateException("undo");
            }))
        .hasMessage("undo");
    assertThat(rows()).isEmpty();
  }
}
