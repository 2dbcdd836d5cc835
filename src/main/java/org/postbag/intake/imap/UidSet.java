package org.postbag.intake.imap;

import java.util.List;

/// UIDs as a command names them: `4:9,12` (RFC 9051 §9, sequence-set).
final class UidSet {
  private UidSet() {}

  /// Writes UIDs that come ascending and are not empty.
  static String of(List<Long> uids) {
    StringBuilder set = new StringBuilder();
    long first = uids.getFirst();
    long last = first;
    for (long uid : uids.subList(1, uids.size())) {
      if (uid != last + 1) {
        append(set, first, last);
        first = uid;
      }
      last = uid;
    }
    append(set, first, last);
    return set.toString();
  }

  private static void append(StringBuilder set, long first, long last) {
    if (!set.isEmpty()) {
      set.append(',');
    }
    set.append(first);
    if (last > first) {
      set.append(':').append(last);
    }
  }
}
