package org.postbag.past.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.postbag.catalog.Placeholder;

/// Finds for each piece of a group's replies the form that most of them share.
final class Generalising {
  /// A form that fewer replies have is nothing in common.
  static final int LEAST = 3;

  private final List<Member> members;

  private Generalising(List<Member> members) {
    this.members = members;
  }

  static void run(List<Member> members) {
    Generalising them = new Generalising(members);
    them.fillIn();
    them.match();
  }

  /// A form with fewer placeholders comes first, and stays where others are no more frequent: a
  /// campaign's subject is the same in each letter.
  private void fillIn() {
    Map<String, Integer> counts = countForms();
    for (Member member : members) {
      for (int i = 0; i < member.size(); i++) {
        String best = best(member, i, counts);
        if (counts(counts, best) >= LEAST) {
          member.set(i, best);
        }
      }
    }
  }

  private Map<String, Integer> countForms() {
    Map<String, Integer> counts = new HashMap<>();
    for (Member member : members) {
      Set<String> forms = new HashSet<>();
      for (int i = 0; i < member.size(); i++) {
        member.variants(i).forEach(form -> forms.add(Piece.key(form)));
        forms.add(Piece.key(Variants.withoutDays(member.piece(i).text())));
      }
      forms.forEach(form -> counts.merge(form, 1, Integer::sum));
    }
    return counts;
  }

  /// A day that fewer than half of the replies name alike is neither the text's own nor that of the
  /// reply, but the day of the letter, for which there is no placeholder: it is left out.
  private static String best(Member member, int piece, Map<String, Integer> counts) {
    String text = member.piece(piece).text();
    String best = text;
    for (String form : member.variants(piece)) {
      best = counts(counts, form) > counts(counts, best) ? form : best;
    }
    String without = Variants.withoutDays(text);
    return !without.equals(text) && 2 * counts(counts, best) < counts(counts, without)
        ? without
        : best;
  }

  private static int counts(Map<String, Integer> counts, String text) {
    return counts.getOrDefault(Piece.key(text), 0);
  }

  /// A reply whose recipient's name or letter is not known was filled in all the same.
  private void match() {
    Map<String, Integer> counts = counts();
    Map<String, Pattern> patterns = new HashMap<>();
    for (Member member : members) {
      for (int i = 0; i < member.size(); i++) {
        String text = member.piece(i).text();
        if (isMatched(text) && counts.getOrDefault(member.key(i), 0) >= LEAST) {
          patterns.computeIfAbsent(text, Variants::pattern);
        }
      }
    }
    change(text ->
        patterns.entrySet().stream()
            .filter(known -> known.getValue().matcher(text).matches())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(text));
  }

  /// The day of a reply is always known.
  private static boolean isMatched(String text) {
    return text.contains("{{") && !Placeholder.DATE.isIn(text);
  }

  /// Changes the pieces that are nothing in common, where that makes them so.
  private void change(UnaryOperator<String> how) {
    Map<String, Integer> before = counts();
    Map<String, Integer> after = new HashMap<>(before);
    List<Runnable> changes = new ArrayList<>();
    for (Member member : members) {
      for (int i = 0; i < member.size(); i++) {
        String text = member.piece(i).text();
        String changed = before.getOrDefault(member.key(i), 0) >= LEAST ? text : how.apply(text);
        if (!changed.equals(text)) {
          int at = i;
          after.merge(Piece.key(changed), 1, Integer::sum);
          changes.add(() -> {
            if (after.getOrDefault(Piece.key(changed), 0) >= LEAST) {
              member.set(at, changed);
            }
          });
        }
      }
    }
    changes.forEach(Runnable::run);
  }

  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    members.forEach(
        member -> new HashSet<>(member.keys()).forEach(key -> counts.merge(key, 1, Integer::sum)));
    return counts;
  }
}
