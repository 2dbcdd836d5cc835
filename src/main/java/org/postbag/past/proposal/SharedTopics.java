package org.postbag.past.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postbag.past.PastLetter;
import org.postbag.past.standard.FoundReply;

/// Standard replies to letters on one topic: those whose letters cannot be told from each other.
final class SharedTopics {
  private static final double ALIKE = 0.6;

  /// Of two topics' letters hardly any are more like the other's; of one topic's, half are.
  private static final double CONFUSED = 0.2;

  private SharedTopics() {}

  private record Answers(List<FoundReply> replies, Profile profile) {}

  /// Each list are the replies of one topic, the one that was used last first.
  static List<List<FoundReply>> of(List<FoundReply> found) {
    List<Answers> topics = new ArrayList<>();
    for (FoundReply reply : found) {
      Answers one = new Answers(new ArrayList<>(List.of(reply)), profile(List.of(reply)));
      topics.stream()
          .filter(known -> isShared(known.profile(), one.profile()))
          .findFirst()
          .ifPresentOrElse(
              known -> {
                topics.remove(known);
                topics.add(joined(known, one));
              },
              () -> topics.add(one));
    }
    return topics.stream().map(Answers::replies).toList();
  }

  private static Answers joined(Answers known, Answers one) {
    List<FoundReply> both = new ArrayList<>(known.replies());
    both.addAll(one.replies());
    both.sort(Comparator.comparing(FoundReply::last).reversed());
    return new Answers(both, profile(both));
  }

  private static Profile profile(List<FoundReply> replies) {
    return new Profile(
        replies.stream()
            .flatMap(FoundReply::letters)
            .sorted(Comparator.comparing(PastLetter::at))
            .toList());
  }

  private static boolean isShared(Profile one, Profile other) {
    if (Math.min(one.size(), other.size()) < 2 || one.cosine(other) < ALIKE) {
      return false;
    }
    int confused = one.confusedWith(other) + other.confusedWith(one);
    return confused >= CONFUSED * (one.size() + other.size());
  }
}
