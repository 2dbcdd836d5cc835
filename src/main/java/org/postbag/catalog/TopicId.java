package org.postbag.catalog;

/// The name of a topic: its file's name without `.yaml`. Letters, digits, `-`, `_` and `.`.
public record TopicId(String value) implements Comparable<TopicId> {
  public TopicId {
    if (!value.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*")) {
      throw new IllegalArgumentException("not a topic name: " + value);
    }
  }

  @Override
  public int compareTo(TopicId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
