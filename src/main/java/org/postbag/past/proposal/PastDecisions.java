package org.postbag.past.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.matching.Example;
import org.postbag.matching.training.EarlierExamples;
import org.postbag.past.Past;
import org.postbag.search.LetterPassage;

/// The past as decisions of staff: a letter of a proposal that was taken was decided to be on its
/// topic when it was answered. A letter that was answered in any other way fits none of the topics.
///
/// Where nothing was taken there are no such decisions.
public final class PastDecisions implements EarlierExamples {
  private final JdbcPastDecisions rows;
  private final Past past;

  public PastDecisions(Database database) {
    this.rows = new JdbcPastDecisions(database);
    this.past = new Past(database);
  }

  @Override
  public List<Example> newest(int limit) {
    if (limit <= 0 || version() == 0) {
      return List.of();
    }
    List<Example> examples = new ArrayList<>();
    for (Map.Entry<Long, Optional<TopicId>> decided : rows.newest(limit).entrySet()) {
      past.find(decided.getKey())
          .ifPresent(letter ->
              examples.add(new Example(decided.getValue(), LetterPassage.of(letter.letter()))));
    }
    return List.copyOf(examples);
  }

  @Override
  public long version() {
    return rows.version();
  }
}
