package org.postbag.upkeep.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;

/// No table that knows letters is forgotten when a person is exported or erased.
class LettersTablesTest extends OnEveryEngine {
  /// What stays of an erased letter: where it stood, its state, that somebody decided, the ledger.
  private static final List<String> STAYS =
      List.of(
          "letter",
          "letter_place",
          "letter_state",
          "topic_decision",
          "group_decision_member",
          "ledger_entry");

  /// Found by the address, not by the letter.
  private static final String BY_ADDRESS = "refused_address";

  /// Said once more elsewhere, or of staff alone: who has a letter open, which they were to read.
  private static final List<String> NOT_EXPORTED = List.of("letter_reader", "group_sample");

  LettersTablesTest(Engine engine) {
    super(engine);
  }

  @Test
  void eachTableWithLettersIsErasedOrKnownToStay() {
    Set<String> known = new TreeSet<>(STAYS);
    known.addAll(JdbcErasure.TABLES);
    known.add(BY_ADDRESS);

    assertThat(known).containsAll(tablesOfLetters());
  }

  @Test
  void eachTableWithLettersIsExported() {
    Set<String> known = new TreeSet<>(NOT_EXPORTED);
    known.addAll(JdbcPersonRows.TABLES.keySet());
    known.add("letter_raw"); // as a file of its own
    known.add(BY_ADDRESS);

    assertThat(known).containsAll(tablesOfLetters());
  }

  /// Those with a column `letter_id`, as the database itself names them.
  private Set<String> tablesOfLetters() {
    String sqlite =
        """
        SELECT t.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND c.name = 'letter_id'
        """;
    String postgresql =
        """
        SELECT table_name FROM information_schema.columns
        WHERE column_name = 'letter_id' AND table_schema = current_schema()
        """;
    Set<String> tables =
        new TreeSet<>(
            database.sql(database.isSqlite() ? sqlite : postgresql).query(String.class).list());
    assertThat(tables).contains("draft", "letter_note");
    return tables;
  }
}
