package org.postbag.past.standard;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What a group's replies say: the text of the newest, the pieces that only some have, those that
/// are no longer used.
final class ReplyWording {
  private static final double MOST = 0.4;

  private final List<Member> members;
  private final Map<String, Use> uses = new LinkedHashMap<>();
  private final List<Use> text = new ArrayList<>();
  private final List<Use> options = new ArrayList<>();
  private final List<Use> earlier = new ArrayList<>();

  /// @param members in the order of time, generalised
  ReplyWording(List<Member> members) {
    this.members = members;
    Map<String, BitSet> in = new LinkedHashMap<>();
    for (int m = 0; m < members.size(); m++) {
      for (String key : members.get(m).keys()) {
        in.computeIfAbsent(key, _ -> new BitSet()).set(m);
      }
    }
    in.forEach((key, replies) -> uses.put(key, new Use(key, replies, members.size())));
    uses.values().forEach(this::sort);
    joinAlternatives();
  }

  private void sort(Use use) {
    if (use.isText()) {
      (use.isCurrent() ? text : earlier).add(use);
    } else if (use.isOption()) {
      (use.isCurrent() ? options : earlier).add(use);
    }
  }

  /// Two wordings of one sentence, used side by side, are no options: the more frequent is the
  /// text.
  private void joinAlternatives() {
    List<Use> left = new ArrayList<>(text);
    left.addAll(options);
    left.sort(Comparator.comparingInt(Use::count).reversed());
    for (int i = 0; i < left.size(); i++) {
      for (int j = i + 1; j < left.size(); j++) {
        Use one = left.get(i);
        if (one.isInPlaceOf(left.get(j)) && one.with(left.get(j)).isText()) {
          Use less = left.remove(j--);
          options.remove(less);
          text.remove(less);
          earlier.add(less);
          if (options.remove(one)) {
            text.add(one);
          }
        }
      }
    }
  }

  /// Whether most of a reply is text of the group, of now or of before.
  boolean isMostOf(Member member) {
    Set<String> known = new HashSet<>();
    Stream.concat(text.stream(), earlier.stream()).forEach(use -> known.add(use.key()));
    int words = 0;
    int ofGroup = 0;
    for (String key : member.keys()) {
      int length = key.split(" ", -1).length;
      words += length;
      ofGroup += known.contains(key) ? length : 0;
    }
    return ofGroup >= MOST * words && words > 0;
  }

  List<Use> earlier() {
    return earlier;
  }

  /// Its pieces, in their order.
  List<Piece> text() {
    return pieces(text);
  }

  /// The pieces in the order in which the newest replies have them, as these have them.
  private List<Piece> pieces(List<Use> wanted) {
    return ordered(wanted).stream().map(this::newest).toList();
  }

  private List<String> ordered(List<Use> wanted) {
    Set<String> keys = new HashSet<>(wanted.stream().map(Use::key).toList());
    List<String> order = new ArrayList<>();
    for (Member member : members.reversed()) {
      int behind = 0;
      for (String key : member.keys()) {
        if (keys.contains(key)) {
          if (!order.contains(key)) {
            order.add(Math.min(behind, order.size()), key);
          }
          behind = order.indexOf(key) + 1;
        }
      }
    }
    return order;
  }

  private Use use(String key) {
    return requireNonNull(uses.get(key));
  }

  Piece newest(String key) {
    Member member = members.get(use(key).last());
    return member.piece(member.keys().indexOf(key));
  }

  /// The pieces that only some replies have; those that always stand together, as one.
  ///
  /// @return in the order of the text
  List<List<Use>> options() {
    List<List<Use>> together = new ArrayList<>();
    for (String key : ordered(Stream.concat(text.stream(), options.stream()).toList())) {
      Use use = use(key);
      if (!options.contains(use)) {
        continue;
      }
      boolean goesOn =
          !together.isEmpty()
              && !newest(key).glue().equals(Piece.PARAGRAPH)
              && together.getLast().getLast().in().equals(use.in());
      if (goesOn) {
        together.getLast().add(use);
      } else {
        together.add(new ArrayList<>(List.of(use)));
      }
    }
    return together;
  }

  /// How sentences begin that many replies have, each with an end or a middle of its own.
  List<String> varying() {
    Map<String, Set<Integer>> begin = new HashMap<>();
    for (int m = 0; m < members.size(); m++) {
      Member member = members.get(m);
      for (int i = 0; i < member.size(); i++) {
        String[] words = member.key(i).split(" ", -1);
        if (use(member.key(i)).count() < Generalising.LEAST && words.length > 3) {
          begin
              .computeIfAbsent(String.join(" ", List.of(words).subList(0, 3)), _ -> new HashSet<>())
              .add(m);
        }
      }
    }
    return begin.entrySet().stream()
        .filter(one -> one.getValue().size() >= Math.max(Generalising.LEAST, members.size() / 10))
        .map(one -> one.getKey() + " …")
        .sorted()
        .toList();
  }
}
