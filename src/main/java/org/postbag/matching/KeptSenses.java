package org.postbag.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.postbag.database.Database;
import org.postbag.matching.meaning.Meaning;
import org.postbag.matching.meaning.Sense;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What decided letters mean, kept, so that neither another lesson nor another start asks the model
/// for thousands of them again. Another model makes them anew.
final class KeptSenses {
  private static final Logger LOG = LoggerFactory.getLogger(KeptSenses.class);

  /// So many are kept at a time: a program that ends meanwhile goes on there.
  private static final int AT_A_TIME = 50;

  private final JdbcSenses rows;
  private final Meaning meaning;

  KeptSenses(Database database, Meaning meaning) {
    this.rows = new JdbcSenses(database);
    this.meaning = meaning;
  }

  /// The examples with what they mean, as far as that is kept. The model is not asked.
  List<Example> known(List<Example> examples) {
    Map<Long, Sense> kept = meaning.model().map(rows::of).orElse(Map.of());
    return examples.stream().map(example -> example.meaning(sense(example, kept))).toList();
  }

  private static Optional<Sense> sense(Example example, Map<Long, Sense> kept) {
    return example.number().isPresent()
        ? Optional.ofNullable(kept.get(example.number().getAsLong()))
        : Optional.empty();
  }

  /// Whether the model must be asked before the examples' meaning is known.
  boolean areMissing(List<Example> known) {
    return meaning.model().isPresent() && known.stream().anyMatch(e -> e.sense().isEmpty());
  }

  /// The examples with what they mean. Asks the model for those that are not kept yet, some 30 ms
  /// each, and forgets letters that are no examples any more. Without a model the examples stay as
  /// they are.
  List<Example> all(List<Example> examples) {
    Optional<String> model = meaning.model();
    if (model.isEmpty()) {
      return examples;
    }
    List<Example> known = known(examples);
    long missing = known.stream().filter(example -> example.sense().isEmpty()).count();
    if (missing > 0) {
      LOG.info("Reading the meaning of {} decided letters", missing);
    }
    Map<Long, Sense> fresh = new HashMap<>();
    List<Example> all = new ArrayList<>();
    for (Example example : known) {
      Optional<Sense> sense = example.sense().or(() -> meaning.of(example.letter()));
      if (example.sense().isEmpty() && example.number().isPresent()) {
        sense.ifPresent(made -> fresh.put(example.number().getAsLong(), made));
      }
      if (fresh.size() == AT_A_TIME) {
        rows.keep(model.get(), fresh);
        fresh.clear();
      }
      all.add(example.meaning(sense));
    }
    rows.keep(model.get(), fresh);
    forgetOthers(model.get(), examples);
    return all;
  }

  private void forgetOthers(String model, List<Example> examples) {
    Set<Long> others = new HashSet<>(rows.of(model).keySet());
    examples.stream()
        .map(Example::number)
        .filter(OptionalLong::isPresent)
        .forEach(number -> others.remove(number.getAsLong()));
    rows.forget(others);
  }
}
