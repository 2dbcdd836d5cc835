package org.postbag.web.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postbag.ledger.State;
import org.postbag.reply.Warning;
import org.postbag.review.DraftVersion;
import org.postbag.review.QueueItem;

/// Letters that somebody has chosen in a list, to decide on them together.
///
/// @param members those that are still undecided, in the order in which they came
/// @param decided how many of those that were chosen are decided already
/// @param warnings what all of them share, to be ticked off for all
/// @param approvable whether all of them may be approved together
/// @param unread those that have to be read before, each by its number
record Selection(
    List<Member> members,
    int decided,
    List<WarningView> warnings,
    boolean approvable,
    List<Long> unread) {
  static final int MOST = 200;

  /// @param key the letter and the version of its draft that is shown
  /// @param reply how its reply begins; empty when it has none
  /// @param alone why it cannot be approved with the others; empty when it can
  record Member(
      long id, String key, String who, String subject, String reply, String topic, String alone) {}

  static Selection of(
      List<QueueItem> chosen, java.util.function.Function<QueueItem, String> topic) {
    List<QueueItem> open =
        chosen.stream()
            .filter(item -> item.state() == State.WAITING || item.state() == State.NEEDS_PERSON)
            .toList();
    List<Warning> shared = shared(open);
    Set<String> words = shared.stream().map(Warning::word).collect(Collectors.toSet());
    List<Member> members =
        open.stream().map(item -> member(item, topic.apply(item), words)).toList();
    return new Selection(
        members,
        chosen.size() - open.size(),
        WarningView.of(shared, Optional.empty()),
        !members.isEmpty() && members.stream().allMatch(one -> one.alone().isEmpty()),
        List.of());
  }

  private static List<Warning> shared(List<QueueItem> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    Set<String> words = words(items.getFirst());
    items.forEach(item -> words.retainAll(words(item)));
    return items.getFirst().warnings().stream()
        .filter(warning -> words.contains(warning.word()))
        .toList();
  }

  private static Set<String> words(QueueItem item) {
    return item.warnings().stream()
        .map(Warning::word)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Member member(QueueItem item, String topic, Set<String> shared) {
    return new Member(
        item.letter(),
        item.letter() + ":" + item.version(),
        Lists.who(item),
        item.subject().isBlank() ? "(no subject)" : item.subject(),
        item.reply().map(QueueItem.Reply::text).map(Selection::beginning).orElse(""),
        topic,
        alone(item, shared));
  }

  private static String alone(QueueItem item, Set<String> shared) {
    if (item.state() == State.NEEDS_PERSON) {
      return "needs a person";
    }
    if (item.reply().filter(QueueItem.Reply::byHand).isPresent()) {
      return "has a reply of its own";
    }
    return item.warnings().stream()
        .filter(warning -> !shared.contains(warning.word()))
        .map(Warning::brief)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String beginning(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= 200 ? line : line.substring(0, 200) + " …";
  }

  /// The same with letters that have to be read first.
  Selection withUnread(List<Long> letters) {
    return new Selection(members, decided, warnings, approvable, List.copyOf(letters));
  }

  /// The letters with the versions that were shown, from their keys; what is none is left out.
  static List<DraftVersion> seen(List<String> keys) {
    List<DraftVersion> seen = new ArrayList<>();
    for (String key : keys) {
      if (key.matches("\\d{1,18}:\\d{1,9}") && seen.size() < MOST) {
        int colon = key.indexOf(':');
        long letter = Long.parseLong(key.substring(0, colon));
        seen.add(new DraftVersion(letter, Integer.parseInt(key.substring(colon + 1))));
      }
    }
    return seen;
  }
}
