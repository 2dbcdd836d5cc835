package org.postbag.matching.learned;

/// What each feature has: a number for every topic, or, where that takes less memory and time, a
/// short list.
///
/// Nearly all the time that a product with it takes is waiting for the memory. So what is needed
/// first of each feature is asked for before any of it is used: none waits after another.
final class FeatureTable {
  /// The place of a feature that has nothing.
  private static final int NOTHING = Integer.MIN_VALUE;

  /// For each feature its full row; below 0 the complement of where its list begins.
  private final int[] places;

  private final Rows full;
  private final Postings lists;

  private FeatureTable(int[] places, Rows full, Postings lists) {
    this.places = places;
    this.full = full;
    this.lists = lists;
  }

  /// Makes a table, whose features are known by how long the list of each would be.
  static final class Builder {
    private final int[] sizes;
    private final int[] places;
    private final int width;
    private final float[] full;
    private final Postings lists;
    private final int[] listed;

    /// @param sizes the length that the list of each feature would have, 0 for one that has nothing
    /// @param few a longer list becomes a full row
    /// @param numbers how many numbers the lists have
    Builder(int[] sizes, int few, int topics, int numbers) {
      this.sizes = sizes;
      this.places = new int[sizes.length];
      this.width = topics;
      this.listed = new int[sizes.length];
      int entries = 0;
      int rows = 0;
      for (int feature = 0; feature < sizes.length; feature++) {
        boolean isFull = sizes[feature] > few;
        places[feature] = sizes[feature] == 0 ? NOTHING : isFull ? rows++ : ~entries;
        entries += isFull ? 0 : sizes[feature];
      }
      full = new float[rows * topics];
      lists = new Postings(entries, numbers);
    }

    boolean isFull(int feature) {
      return places[feature] >= 0;
    }

    /// Adds to what a feature with a full row has for a topic.
    void add(int feature, int topic, float value) {
      full[places[feature] * width + topic] += value;
    }

    /// Adds to what a feature with a full row has for every topic some numbers, times a factor.
    void add(int feature, float[] numbers, int start, float times) {
      int to = places[feature] * width;
      for (int t = 0; t < width; t++) {
        full[to + t] += numbers[start + t] * times;
      }
    }

    /// Puts the next entry into a feature's list.
    void list(int feature, int number, float value) {
      int at = ~places[feature] + listed[feature]++;
      lists.put(at, number, value, listed[feature] == sizes[feature]);
    }

    FeatureTable done() {
      return new FeatureTable(places, Rows.of(full, width), lists);
    }
  }

  /// Takes what a feature has.
  interface Visitor {
    void visit(int feature, int number, float value);
  }

  /// Calls for all that is not 0.
  ///
  /// @param topics the numbers of a full row
  void forEach(int topics, Visitor visitor) {
    for (int feature = 0; feature < places.length; feature++) {
      int place = places[feature];
      for (int t = 0; place >= 0 && t < topics; t++) {
        if (full.value(place, t) != 0) {
          visitor.visit(feature, t, full.value(place, t));
        }
      }
      if (isListed(place)) {
        lists.forEach(~place, feature, visitor);
      }
    }
  }

  /// The same with other topics in the full rows; new ones have nothing.
  ///
  /// @param before the number each topic had before, -1 for a new one
  FeatureTable carriedOver(int[] before) {
    return new FeatureTable(places, full.carriedOver(before), lists);
  }

  private static boolean isListed(int place) {
    return place < 0 && place != NOTHING;
  }

  /// The places of a letter's features; those that came later than this table have nothing.
  private int[] places(Placed letter) {
    int[] all = new int[letter.size()];
    for (int i = 0; i < all.length; i++) {
      int row = letter.row(i);
      all[i] = row < 0 || row >= places.length ? NOTHING : places[row];
    }
    return all;
  }

  /// The first entry of each list, or the first number of each full row.
  private int[] firstEntries(int[] all) {
    int[] first = new int[all.length];
    for (int i = 0; i < all.length; i++) {
      first[i] = all[i] >= 0 ? full.first(all[i]) : all[i] == NOTHING ? 0 : lists.entry(~all[i]);
    }
    return first;
  }

  /// Adds what a letter's features have, times their values.
  ///
  /// @param byTopic takes the full rows
  /// @param byNumber takes the lists
  void addTo(float[] byTopic, float[] byNumber, Placed letter) {
    int[] all = places(letter);
    int[] first = firstEntries(all);
    for (int i = 0; i < all.length; i++) {
      if (all[i] >= 0) {
        full.addTo(byTopic, all[i], letter.value(i));
      }
    }
    for (int i = 0; i < all.length; i++) {
      if (isListed(all[i])) {
        lists.addTo(byNumber, first[i], ~all[i], letter.value(i));
      }
    }
  }

  /// What one topic has of each feature of a letter, less what another has.
  ///
  /// @param against -1 for none
  /// @param ofNumbers what each number of the lists has of the one less the other
  float[] lead(Placed letter, int topic, int against, float[] ofNumbers) {
    int[] all = places(letter);
    int[] first = firstEntries(all);
    float[] lead = new float[all.length];
    for (int i = 0; i < lead.length; i++) {
      if (all[i] >= 0) {
        lead[i] = full.lead(all[i], topic, against);
      } else if (all[i] != NOTHING) {
        lead[i] = lists.product(ofNumbers, first[i], ~all[i]);
      }
    }
    return lead;
  }
}
