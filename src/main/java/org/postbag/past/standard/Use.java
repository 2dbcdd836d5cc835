package org.postbag.past.standard;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// When a piece was used: in which of a group's replies, in the order of time.
///
/// @param key of the piece
/// @param in the places of the replies that have it
/// @param replies how many the group has
record Use(String key, BitSet in, int replies) {
  /// From this share on, of the replies between its first use and its last, a piece is text.
  private static final double TEXT = 0.6;

  /// A piece in a smaller share was added to single letters.
  private static final double OPTION = 0.05;

  /// What is always used may be missing once or twice, where a person took it out.
  private static final double ALWAYS = 0.85;

  private static final double BY_CHANCE = 0.02;
  private static final double SAME_WORDS = 0.35;

  int count() {
    return in.cardinality();
  }

  int first() {
    return in.nextSetBit(0);
  }

  int last() {
    return in.length() - 1;
  }

  double share() {
    return (double) count() / (last() - first() + 1);
  }

  /// Whether the newest replies lack it by chance only.
  boolean isCurrent() {
    int without = replies - 1 - last();
    return Math.pow(1 - Math.min(ALWAYS, share()), without) > BY_CHANCE;
  }

  boolean isText() {
    return count() >= Generalising.LEAST && share() >= TEXT;
  }

  boolean isOption() {
    return count() >= Generalising.LEAST && !isText() && share() >= OPTION;
  }

  /// Whether another piece stands in its place: never in the same reply, and much the same words.
  boolean isInPlaceOf(Use other) {
    return !in.intersects(other.in) && alike(other) >= SAME_WORDS;
  }

  private double alike(Use other) {
    Set<String> one = new HashSet<>(Arrays.asList(key.split(" ", -1)));
    Set<String> two = new HashSet<>(Arrays.asList(other.key.split(" ", -1)));
    Set<String> both = new HashSet<>(one);
    both.retainAll(two);
    one.addAll(two);
    return (double) both.size() / one.size();
  }

  /// Both, as one.
  Use with(Use other) {
    BitSet all = (BitSet) in.clone();
    all.or(other.in);
    return new Use(key, all, replies);
  }
}
