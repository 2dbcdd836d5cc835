package org.postbag.catalog;

import java.util.Optional;

/// One line under `keywords:` of a topic file.
///
/// @param text the word, the phrase without its quotes, or the prefix without its star
/// @param kind how `text` is looked for
/// @param field where it is looked for; empty is subject and text
/// @param weight 0.1 to 10, default 2: how much a hit counts, beside other keywords
/// @param excluded true for `-word`: a letter that holds it is not of this topic
/// @param line the line in the topic's file, from 1
public record Keyword(
    String text, Kind kind, Optional<Field> field, double weight, boolean excluded, int line) {
  /// A single word, words in this order, or the beginning of a word.
  public enum Kind {
    WORD,
    PHRASE,
    PREFIX
  }

  /// Where a keyword is looked for when it names a place, as in `subject:calais`.
  public enum Field {
    SUBJECT,
    TEXT
  }

  public Keyword {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a keyword needs text");
    }
    if (!(weight >= 0.1 && weight <= 10)) {
      throw new IllegalArgumentException("a keyword's weight is 0.1 to 10, not " + weight);
    }
  }
}
