package org.postbag.matching.training;

import java.util.Map;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;

/// How often the proposal agreed with what staff decided, for one topic.
///
/// @param decided letters that staff gave the topic
/// @param recognised those of them for which it had been the most likely topic
public record Agreement(int decided, int recognised) {
  /// 0 to 1; NaN without a decided letter.
  public double accuracy() {
    return (double) recognised / decided;
  }

  /// By topic; topics without a decided letter are missing.
  public static Map<TopicId, Agreement> all(Database database) {
    return new JdbcModels(database).agreements();
  }
}
