package org.postbag.matching.training;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;

/// A trained model that was not activated.
///
/// @param why with figures, for people
/// @param letters the decided letters that contradict the current model most, at most five
public record RejectedModel(String why, List<Long> letters, Instant at) {
  /// Begins the reasons of [#isNoImprovement]; stored in the database, so it must not change.
  static final String NO_IMPROVEMENT = "taught nothing";

  public RejectedModel {
    letters = List.copyOf(letters);
  }

  /// Whether it is no better than the untrained topics, which is nobody's mistake.
  public boolean isNoImprovement() {
    return why.startsWith(NO_IMPROVEMENT);
  }

  /// The last one, unless a model was accepted since.
  public static Optional<RejectedModel> last(Database database) {
    return new JdbcRejectedModels(database).last();
  }
}
