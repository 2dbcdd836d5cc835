package org.postbag.matching.training;

import java.util.Locale;
import java.util.Map;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;

/// How often the proposals agreed with what staff decided, for one topic.
///
/// @param decided letters that staff gave the topic
/// @param recognised those of them for which it had been the most likely topic
/// @param drafted decided letters, on whatever topic, for which its reply had been drafted
/// @param right those of them that staff gave the topic too; half of one that they edited
/// @param waited letters that it was rightly likeliest for and that waited for a person
public record Agreement(int decided, int recognised, int drafted, double right, int waited) {
  public static final Agreement NOTHING = new Agreement(0, 0, 0, 0, 0);

  /// 0 to 1; NaN without a decided letter.
  public double accuracy() {
    return (double) recognised / decided;
  }

  /// How right its drafts were, in a sentence.
  public String sentence() {
    return String.format(
        Locale.ROOT,
        "of %d drafts %s were right; %d letters waited that would have been right",
        drafted,
        right == Math.rint(right) ? Long.toString((long) right) : Double.toString(right),
        waited);
  }

  Agreement plus(Agreement other) {
    return new Agreement(
        decided + other.decided,
        recognised + other.recognised,
        drafted + other.drafted,
        right + other.right,
        waited + other.waited);
  }

  /// By topic; topics without a decided letter are missing.
  public static Map<TopicId, Agreement> all(Database database) {
    return new JdbcModels(database).agreements();
  }
}
