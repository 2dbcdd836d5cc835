package org.postbag.matching.campaign;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.postbag.classifier.text.Passage;

/// Letters that staff took out of their campaign, and which make one of their own.
///
/// @param from the place of the campaign that they were in
/// @param to the place of theirs
/// @param number of theirs: that of the first of them which did not give the other its number
record Split(int from, int to, long number) {
  /// Carries it out. Under the lock of [Campaigns].
  ///
  /// @return empty when the campaign or all of the letters are unknown to it, or none would be left
  static Optional<Split> of(ClusterTable table, long campaign, Map<Long, Passage> letters) {
    int place = table.placeOfNumber(campaign);
    List<Long> members = letters.keySet().stream().filter(l -> table.placeOf(l) == place).toList();
    Optional<Cluster> from = table.group(place);
    if (from.isEmpty() || members.isEmpty() || members.size() >= from.get().members()) {
      return Optional.empty();
    }
    return members.stream()
        .filter(letter -> letter != from.get().number())
        .findFirst()
        .filter(number -> table.placeOfNumber(number) != place)
        .map(number -> {
          List<LetterText> texts =
              members.stream()
                  .map(l -> LetterText.of(Objects.requireNonNull(letters.get(l)).text()))
                  .toList();
          return new Split(place, apart(table, from.get(), number, members, texts), number);
        });
  }

  private static int apart(
      ClusterTable table, Cluster from, long number, List<Long> members, List<LetterText> texts) {
    texts.forEach(from::remove);
    Cluster made = new Cluster(number, texts.getFirst());
    texts.stream().skip(1).forEach(made::add);
    int place = table.add(made);
    members.forEach(letter -> table.put(letter, place));
    table.keepApart(from.number(), number);
    table.reindex(place);
    return place;
  }
}
