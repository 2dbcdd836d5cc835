package org.postbag.intake.imap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Remembers over several connections which letters were asked for when something broke, so that
/// one of them can be singled out and cannot hold up the rest. Belongs to one thread.
final class Bisection {
  private static final int TRIES = 3;
  private static final int SHRINK = 10;

  private final Map<Long, Integer> tries = new HashMap<>();
  private long until;
  private int most = Integer.MAX_VALUE;

  /// How many letters may be asked for at once from `uid` on, at most `usual`.
  int most(long uid, int usual) {
    return uid <= until ? Math.min(most, usual) : usual;
  }

  /// It broke while these were asked for.
  void failed(List<Long> uids) {
    until = Math.max(until, uids.getLast());
    most = Math.max(1, uids.size() / SHRINK);
    if (uids.size() == 1) {
      tries.merge(uids.getFirst(), 1, Integer::sum);
    }
  }

  /// Whether this one letter has broken it often enough to be left for later.
  boolean givesUp(long uid) {
    return tries.getOrDefault(uid, 0) >= TRIES;
  }

  /// Everything up to this letter is settled.
  void settled(long uid) {
    tries.keySet().removeIf(tried -> tried <= uid);
  }
}
