package org.postbag.matching.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How much each feature stands for each topic that has it: a sparse matrix, feature by feature.
///
/// Nearly all the time that a product with it takes is waiting for the memory. So an entry is four
/// bytes, and what is needed first of each feature is asked for before any of it is used.
final class Shares {
  private static final int FEW = 16;

  /// For each feature where its entries begin. Before the first feature stands one without entries,
  /// for those that are not known.
  private final int[] from;

  /// The bits of its value as a float, the last of them given up for the topic; within a feature in
  /// the order of the topics.
  private final int[] entries;

  private final int topicBits;

  private Shares(int[] from, int[] entries, int topicBits) {
    this.from = from;
    this.entries = entries;
    this.topicBits = topicBits;
  }

  /// What one topic has.
  static final class Column {
    private final int[] rows;
    private final float[] values;

    /// @param rows the features that it has, in any order
    /// @param values how much of each
    Column(int[] rows, float[] values) {
      this.rows = rows;
      this.values = values;
    }
  }

  /// @param features how many there are
  /// @param topics what each of them has
  static Shares of(int features, List<Column> topics) {
    int topicBits = Integer.highestOneBit(Math.max(1, topics.size() - 1)) * 2 - 1;
    int[] from = new int[features + 2];
    topics.forEach(topic -> Arrays.stream(topic.rows).forEach(row -> from[row + 2]++));
    for (int row = 0; row < features; row++) {
      from[row + 2] += from[row + 1];
    }
    // One more, so that a feature without entries at the end has something to look at as well.
    int[] entries = new int[from[features + 1] + 1];
    int[] next = Arrays.copyOfRange(from, 1, features + 1);
    for (int t = 0; t < topics.size(); t++) {
      Column topic = topics.get(t);
      for (int i = 0; i < topic.rows.length; i++) {
        entries[next[topic.rows[i]]++] = entry(t, topic.values[i], topicBits);
      }
    }
    return new Shares(from, entries, topicBits);
  }

  /// The same topic by topic.
  List<Column> columns(int topics) {
    int[] sizes = new int[topics];
    for (int at = 0; at < entries.length - 1; at++) {
      sizes[topic(entries[at])]++;
    }
    List<Column> columns = new ArrayList<>();
    Arrays.stream(sizes).forEach(size -> columns.add(new Column(new int[size], new float[size])));
    for (int row = 0; row < from.length - 2; row++) {
      for (int at = from[row + 1]; at < from[row + 2]; at++) {
        int t = topic(entries[at]);
        int i = --sizes[t];
        columns.get(t).rows[i] = row;
        columns.get(t).values[i] = value(entries[at]);
      }
    }
    return columns;
  }

  /// Of five hundred topics the value keeps 14 bits after the first, of fifty 17.
  private static int entry(int topic, float value, int topicBits) {
    int rounded = Float.floatToRawIntBits(value) + (topicBits + 1) / 2;
    return (rounded & ~topicBits) | topic;
  }

  private int topic(int entry) {
    return entry & topicBits;
  }

  private float value(int entry) {
    return Float.intBitsToFloat(entry & ~topicBits);
  }

  /// The product of a text and each topic.
  float[] products(Placed text, int topics) {
    int[] starts = starts(text, 1);
    int[] ends = starts(text, 2);
    int[] first = new int[starts.length];
    for (int i = 0; i < first.length; i++) {
      first[i] = entries[starts[i]];
    }
    float[] sums = new float[topics];
    for (int i = 0; i < first.length; i++) {
      if (starts[i] < ends[i]) {
        float times = text.value(i);
        sums[topic(first[i])] += times * value(first[i]);
        for (int at = starts[i] + 1; at < ends[i]; at++) {
          sums[topic(entries[at])] += times * value(entries[at]);
        }
      }
    }
    return sums;
  }

  private int[] starts(Placed text, int shift) {
    int[] starts = new int[text.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = from[text.row(i) + shift];
    }
    return starts;
  }

  /// What one topic has of each feature of a text, less what another has.
  ///
  /// @param against -1 for none
  float[] lead(Placed text, int topic, int against) {
    int[] starts = starts(text, 1);
    int[] ends = starts(text, 2);
    float[] lead = new float[starts.length];
    for (int i = 0; i < lead.length; i++) {
      lead[i] =
          ends[i] - starts[i] <= FEW
              ? leadOfFew(topic, against, starts[i], ends[i])
              : value(topic, starts[i], ends[i])
                  - (against < 0 ? 0 : value(against, starts[i], ends[i]));
    }
    return lead;
  }

  /// So few entries are sooner looked through than searched.
  private float leadOfFew(int topic, int against, int start, int end) {
    float sum = 0;
    for (int at = start; at < end; at++) {
      int its = topic(entries[at]);
      float value = value(entries[at]);
      sum += its == topic ? value : its == against ? -value : 0;
    }
    return sum;
  }

  private float value(int topic, int start, int end) {
    int low = start;
    int high = end - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (topic(entries[middle]) < topic) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return topic(entries[low]) == topic ? value(entries[low]) : 0;
  }
}
