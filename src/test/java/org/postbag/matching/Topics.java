package org.postbag.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.Keyword.Field;
import org.postbag.catalog.Keyword.Kind;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;

/// Topics for the tests.
public final class Topics {
  public static final Topic CALAIS =
      topic(
          "calais",
          "Calais and the border",
          word("calais", 4),
          phrase("channel tunnel", 3),
          prefix("migrant"),
          excluded("booze cruise"));
  public static final Topic BUSES =
      topic("buses", "Local bus services", word("bus", 3), phrase("bus timetable", 3));
  public static final Topic SCHOOLS =
      topic(
          "schools",
          "School funding",
          word("school", 3),
          word("teacher", 2),
          phrase("per pupil", 3));

  private Topics() {}

  public static Catalog catalog(Topic... topics) {
    Map<TopicId, Topic> all = new TreeMap<>();
    Arrays.stream(topics).forEach(topic -> all.put(topic.id(), topic));
    return new Catalog(all, Map.of());
  }

  public static Topic topic(String name, String title, Keyword... keywords) {
    return new Topic(new TopicId(name), title, Optional.empty(), List.of(keywords), 0.7);
  }

  static Keyword word(String text, double weight) {
    return new Keyword(text, Kind.WORD, Optional.empty(), weight, false, 1);
  }

  static Keyword phrase(String text, double weight) {
    return new Keyword(text, Kind.PHRASE, Optional.empty(), weight, false, 1);
  }

  static Keyword prefix(String text) {
    return new Keyword(text, Kind.PREFIX, Optional.empty(), 2, false, 1);
  }

  static Keyword excluded(String text) {
    return new Keyword(text, Kind.PHRASE, Optional.empty(), 2, true, 1);
  }

  static Keyword inSubject(String text) {
    return new Keyword(text, Kind.WORD, Optional.of(Field.SUBJECT), 2, false, 1);
  }
}
