package org.postbag;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Starts what runs by itself, in the order of the list, and stops it in the reverse order.
///
/// In the default phase of [SmartLifecycle], the last: it starts when every bean is made and before
/// Camel's routes, which wait for the context's refresh; and it stops before anything else does:
/// first this, then the desk's last requests, then the routes, then the beans are closed.
final class Workers implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final List<Worker> inOrder;
  private final Deque<Worker> started = new ArrayDeque<>();

  Workers(List<Worker> inOrder) {
    this.inOrder = List.copyOf(inOrder);
  }

  /// Where one cannot start, those after it do not, and those before it are stopped.
  @Override
  public synchronized void start() {
    try {
      for (Worker worker : inOrder) {
        worker.start().run();
        started.push(worker);
      }
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  @Override
  public synchronized void stop() {
    while (!started.isEmpty()) {
      stop(started.pop());
    }
  }

  private static void stop(Worker worker) {
    try {
      worker.stop().run();
    } catch (RuntimeException e) {
      LOG.warn("{} did not stop as it should", worker.name(), e);
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return !started.isEmpty();
  }
}
