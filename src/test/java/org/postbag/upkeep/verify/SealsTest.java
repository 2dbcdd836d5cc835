package org.postbag.upkeep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.StandardReply;
import org.postbag.database.Database;
import org.postbag.database.TestDatabases;
import org.postbag.review.JdbcReplyWordings;

/// The words of a standard reply, which no reply made from it can be read without.
class SealsTest {
  private final Database database = TestDatabases.sqlite();
  private final Seals seals = new Seals(database);

  @BeforeEach
  void keep() {
    StandardReply reply =
        new StandardReply(
            "buses",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            "I have asked the council about the last bus.",
            "made-up");
    new JdbcReplyWordings(database).keep(List.of(reply));
    assertThat(seals.sealNew()).isPositive();
    assertThat(seals.firstBroken()).isEmpty();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void change() {
    database.doInTransaction(() ->
        database.sql("UPDATE reply_wording SET text = replace(text, 'last', 'lost')").update());
  }

  /// No trigger runs when a byte changes on the disk.
  @Test
  void aWordingThatChangedOnTheDiskIsFound() {
    database.doInTransaction(() -> database.sql("DROP TRIGGER reply_wording_unsealed").update());
    change();
    assertThat(seals.firstBroken())
        .hasValueSatisfying(fault -> assertThat(fault).contains("reply_wording"));
  }

  @Test
  void oneThatAPersonChangedByAStatementIsSealedAgain() {
    change();
    assertThat(seals.firstBroken()).isEmpty();
    assertThat(seals.sealNew()).isEqualTo(1);
  }
}
