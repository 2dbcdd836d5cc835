package org.postbag.matching.training;

import java.util.Map;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;

/// What people decided on a topic, and how often the program had said so.
///
/// @param decided letters that people gave the topic
/// @param recognised those of them for which it had been the likeliest
public record Agreement(int decided, int recognised) {
  /// 0 to 1; not a number without a decided letter.
  public double accuracy() {
    return (double) recognised / decided;
  }

  /// Each topic's; topics without a decided letter are not in it.
  public static Map<TopicId, Agreement> all(Database database) {
    return new JdbcModels(database).agreements();
  }
}
