package org.postbag.matching.training;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;

/// A lesson that was not put in force.
///
/// @param why with figures, for people
/// @param letters the decided letters that go least with the lesson in force, at most five
public record RejectedModel(String why, List<Long> letters, Instant at) {
  static final String NO_IMPROVEMENT = "taught nothing";

  public RejectedModel {
    letters = List.copyOf(letters);
  }

  /// Whether it came out no better than the topics' own words, which is no fault of anybody's.
  public boolean isNoImprovement() {
    return why.startsWith(NO_IMPROVEMENT);
  }

  /// The last one, unless something was learned since.
  public static Optional<RejectedModel> last(Database database) {
    return new JdbcRejectedModels(database).last();
  }
}
