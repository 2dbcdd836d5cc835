package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkersTest {
  private final List<String> log = new ArrayList<>();

  private Worker worker(String name) {
    return new Worker(name, () -> log.add("start " + name), () -> log.add("stop " + name));
  }

  private static void fail() {
    throw new IllegalStateException("broken");
  }

  @Test
  void whatStartsInOrderStopsInReverse() {
    Workers workers = new Workers(List.of(worker("a"), worker("b"), worker("c")));
    workers.start();
    assertThat(workers.isRunning()).isTrue();
    workers.stop();
    assertThat(log).containsExactly("start a", "start b", "start c", "stop c", "stop b", "stop a");
    assertThat(workers.isRunning()).isFalse();
  }

  @Test
  void whereOneCannotStartNoneAfterItDoesAndThoseBeforeItStop() {
    Worker broken = new Worker("b", WorkersTest::fail, () -> log.add("stop b"));
    Workers workers = new Workers(List.of(worker("a"), broken, worker("c")));
    assertThatThrownBy(workers::start).hasMessage("broken");
    assertThat(log).containsExactly("start a", "stop a");
  }

  @Test
  void oneThatCannotBeStoppedKeepsNoOtherFromStopping() {
    Worker broken = new Worker("b", () -> {}, WorkersTest::fail);
    Workers workers = new Workers(List.of(worker("a"), broken, worker("c")));
    workers.start();
    workers.stop();
    assertThat(log).containsExactly("start a", "start c", "stop c", "stop a");
  }
}
