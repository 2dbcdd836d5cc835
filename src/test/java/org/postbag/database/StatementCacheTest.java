package org.postbag.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatementCacheTest {
  private static final String INSERT = "INSERT INTO t VALUES (?)";

  private final DatabaseSettings settings = TestDatabases.sqliteSettings();
  private final Database database = Database.open(settings);

  StatementCacheTest() {
    database.doInTransaction(() -> database.sql("CREATE TABLE t (n INTEGER)").update());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void insert(int n) {
    database.doInTransaction(() -> database.sql(INSERT).param(n).update());
  }

  private List<Integer> all() {
    return database.sql("SELECT n FROM t ORDER BY n").query((row, _) -> row.getInt(1)).list();
  }

  @Test
  void aStatementThatIsUsedAgainShowsWhatIsThereNow() {
    for (int n = 0; n < 20; n++) {
      insert(n);
      assertThat(all()).hasSize(n + 1);
    }
  }

  @Test
  void theSameTextMayBeOpenTwice() {
    IntStream.range(0, 5).forEach(this::insert);
    database.doInTransaction(() -> {
      try (Stream<Integer> outer =
          database.sql("SELECT n FROM t ORDER BY n").query((row, _) -> row.getInt(1)).stream()) {
        assertThat(outer.map(n -> n + ":" + all()))
            .containsExactly(
                "0:[0, 1, 2, 3, 4]",
                "1:[0, 1, 2, 3, 4]",
                "2:[0, 1, 2, 3, 4]",
                "3:[0, 1, 2, 3, 4]",
                "4:[0, 1, 2, 3, 4]");
      }
    });
  }

  @Test
  void rowsThatNobodyReadToTheEndHoldOnToNothing() throws SQLException {
    IntStream.range(0, 500).forEach(this::insert);
    try (var readers = Pools.sqliteReaders(settings);
        Connection connection = readers.getConnection()) {
      PreparedStatement statement = connection.prepareStatement("SELECT n FROM t");
      ResultSet rows = statement.executeQuery();
      assertThat(rows.next()).isTrue();
      statement.close();
      insert(1000);
      ResultSet now = connection.prepareStatement("SELECT max(n) FROM t").executeQuery();
      assertThat(now.next() ? now.getInt(1) : 0).isEqualTo(1000);
    }
  }

  @Test
  void aChangedTableIsNoticedByStatementsThatWereKept() {
    insert(1);
    assertThat(all()).containsExactly(1);
    database.doInTransaction(() -> database.sql("ALTER TABLE t ADD COLUMN m INTEGER").update());
    assertThat(database.sql("SELECT * FROM t").query().singleRow()).containsKeys("n", "m");
    assertThat(all()).containsExactly(1);
  }

  @Test
  void moreTextsThanAreKeptAllWork() {
    insert(7);
    for (int i = 0; i < 500; i++) {
      assertThat(database.sql("SELECT n + " + i + " FROM t").query(Integer.class).single())
          .isEqualTo(7 + i);
    }
  }
}
