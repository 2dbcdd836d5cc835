package org.postbag.intake.imap;

import java.util.concurrent.Semaphore;

/// How many octets of letters all mailboxes together may hold in memory between the server and the
/// database: a part of the heap. A mailbox that fetches little never waits for one that imports
/// much.
final class FetchBudget {
  private static final int PART_OF_HEAP = 8;
  private static final int KILOBYTE = 1024;

  private final int all;
  private final Semaphore free;

  private FetchBudget(int kilobytes) {
    this.all = kilobytes;
    this.free = new Semaphore(kilobytes, true);
  }

  static FetchBudget ofHeap() {
    long octets = Runtime.getRuntime().maxMemory() / PART_OF_HEAP;
    return new FetchBudget((int) Math.min(octets / KILOBYTE, Integer.MAX_VALUE));
  }

  /// Waits until so many octets may be held, at most all there are.
  ///
  /// @return what is to be given back
  int take(long octets) throws InterruptedException {
    int kilobytes = (int) Math.min(all, octets / KILOBYTE + 1);
    free.acquire(kilobytes);
    return kilobytes;
  }

  void giveBack(int kilobytes) {
    free.release(kilobytes);
  }
}
