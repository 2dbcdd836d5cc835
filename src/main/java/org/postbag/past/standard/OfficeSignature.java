package org.postbag.past.standard;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The lines that end an office's replies, whoever gets them and whatever they are about: the
/// sign-off, names, offices.
final class OfficeSignature {
  private static final int MOST_LINES = 14;
  private static final int MOST_WORDS = 14;

  /// A line at the end of replies of so many groups is no group's own.
  private static final int GROUPS = 3;

  /// In a group, a line of one reply is nobody's signature.
  private static final int REPLIES = 2;

  private final Set<String> lines;

  private OfficeSignature(Set<String> lines) {
    this.lines = lines;
  }

  static OfficeSignature in(Collection<List<PastReply>> groups) {
    Map<String, Integer> known = new HashMap<>();
    for (List<PastReply> group : groups) {
      Map<String, Integer> ofGroup = new HashMap<>();
      group.forEach(sent ->
          tail(sent.reply().ownText()).forEach(line -> ofGroup.merge(line, 1, Integer::sum)));
      ofGroup.forEach(
          (line, replies) -> known.merge(line, replies < REPLIES ? 0 : 1, Integer::sum));
    }
    known.values().removeIf(count -> count < Math.min(GROUPS, groups.size()));
    return new OfficeSignature(Set.copyOf(known.keySet()));
  }

  private static Set<String> tail(String text) {
    List<String> all = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    Set<String> tail = new HashSet<>();
    for (String line : all.subList(Math.max(0, all.size() - MOST_LINES), all.size())) {
      if (mayBe(line)) {
        tail.add(Piece.key(line));
      }
    }
    return tail;
  }

  /// A sentence is none, however often it ends a letter.
  private static boolean mayBe(String line) {
    return line.split("\\s+", -1).length <= MOST_WORDS && !line.matches(".*[.!?][\"'’”)]*$");
  }

  /// Where the signature of a reply begins; its length when there is none.
  int start(String text) {
    int end = text.stripTrailing().length();
    while (end > 0) {
      int from = text.lastIndexOf('\n', end - 1) + 1;
      String line = text.substring(from, end).strip();
      if (!line.isEmpty() && !(mayBe(line) && lines.contains(Piece.key(line)))) {
        break;
      }
      end = Math.max(0, from - 1);
      if (from == 0) {
        break;
      }
    }
    return end;
  }
}
