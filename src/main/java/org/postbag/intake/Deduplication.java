package org.postbag.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells letters that are kept already from new ones. Belongs to one batch.
final class Deduplication {
  /// A letter that is kept already.
  ///
  /// @param displaced whether it stands nowhere, since the UIDs were given anew
  record Kept(long id, Fingerprint print, long receivedMillis, boolean displaced) {}

  private final Cursor cursor;
  private final Map<Fingerprint, Long> kept = new HashMap<>();
  private final List<Kept> displaced;
  private final Map<NewLetter, Long> moved = new HashMap<>();

  /// @param alike the letters of the mailbox that share a mark with one of the batch, by number
  ///   upwards
  Deduplication(List<Kept> alike, Cursor cursor) {
    this.cursor = cursor;
    alike.forEach(old -> kept.putIfAbsent(old.print, old.id));
    displaced = new ArrayList<>(alike.stream().filter(Kept::displaced).toList());
  }

  /// The number of the kept letter that this one is. Where the server has given new UIDs, any
  /// letter may be a known one.
  Optional<Long> find(NewLetter letter) {
    if (cursor.recognises(letter.uid().uid())) {
      Optional<Kept> lost = displaced.stream().filter(old -> isSame(old, letter)).findFirst();
      lost.ifPresent(old -> moved.put(letter, old.id));
      lost.ifPresent(displaced::remove);
      return lost.map(Kept::id).or(() -> copyOf(letter));
    }
    return copyOf(letter);
  }

  /// The letters that were found to have lost their place, with their numbers.
  Map<NewLetter, Long> moved() {
    return moved;
  }

  /// The Message-ID with the server's own date stands in for the content where a server rewrites
  /// header fields.
  private static boolean isSame(Kept old, NewLetter letter) {
    Fingerprint print = letter.print();
    return old.print.contentHash().equals(print.contentHash())
        || (print.messageId() != null
            && print.messageId().equals(old.print.messageId())
            && letter.received().toEpochMilli() == old.receivedMillis);
  }

  /// The same letter at a second place: moved away and back, or copied. Both marks must agree, for
  /// two letters may bear one Message-ID, and two people may write the same words.
  private Optional<Long> copyOf(NewLetter letter) {
    return letter.print().messageId() == null
        ? Optional.empty()
        : Optional.ofNullable(kept.get(letter.print()));
  }

  /// Each of those letters with the first of them that it is a copy of: often itself.
  static Map<NewLetter, NewLetter> firsts(List<NewLetter> letters) {
    Map<Fingerprint, NewLetter> seen = new HashMap<>();
    Map<NewLetter, NewLetter> firsts = new LinkedHashMap<>();
    for (NewLetter letter : letters) {
      NewLetter first =
          letter.print().messageId() == null ? null : seen.putIfAbsent(letter.print(), letter);
      firsts.put(letter, first == null ? letter : first);
    }
    return firsts;
  }
}
