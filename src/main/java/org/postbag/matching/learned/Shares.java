package org.postbag.matching.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How much each feature stands for each topic that has it.
final class Shares {
  private final int topics;
  private final FeatureTable table;

  private Shares(int topics, FeatureTable table) {
    this.topics = topics;
    this.table = table;
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
    int[] sizes = new int[features];
    topics.forEach(topic -> Arrays.stream(topic.rows).forEach(row -> sizes[row]++));
    FeatureTable.Builder table =
        new FeatureTable.Builder(sizes, topics.size() / 4, topics.size(), topics.size());
    for (int t = 0; t < topics.size(); t++) {
      Column topic = topics.get(t);
      for (int i = 0; i < topic.rows.length; i++) {
        int row = topic.rows[i];
        if (table.isFull(row)) {
          table.add(row, t, topic.values[i]);
        } else {
          table.list(row, t, topic.values[i]);
        }
      }
    }
    return new Shares(topics.size(), table.done());
  }

  /// The same topic by topic.
  List<Column> columns() {
    int[] sizes = new int[topics];
    table.forEach(topics, (row, topic, value) -> sizes[topic]++);
    List<Column> columns = new ArrayList<>();
    Arrays.stream(sizes).forEach(size -> columns.add(new Column(new int[size], new float[size])));
    table.forEach(
        topics,
        (row, topic, value) -> {
          int i = --sizes[topic];
          columns.get(topic).rows[i] = row;
          columns.get(topic).values[i] = value;
        });
    return columns;
  }

  /// The product of a text and each topic.
  float[] products(Placed text) {
    float[] products = new float[topics];
    table.addTo(products, products, text);
    return products;
  }

  /// What one topic has of each feature of a text, less what another has.
  ///
  /// @param against -1 for none
  float[] lead(Placed text, int topic, int against) {
    float[] which = new float[topics];
    which[topic] = 1;
    if (against >= 0) {
      which[against] = -1;
    }
    return table.lead(text, topic, against, which);
  }
}
