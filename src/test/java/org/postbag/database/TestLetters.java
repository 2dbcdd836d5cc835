package org.postbag.database;

import java.util.concurrent.atomic.AtomicLong;

/// Rows of kept letters, for tests of rooms that only need a letter to exist.
public final class TestLetters {
  private static final AtomicLong UID = new AtomicLong();

  private TestLetters() {}

  /// Keeps an empty letter in the mailbox `office` and returns its number.
  public static long keep(Database database) {
    return database.inTransaction(() ->
        database
            .sql(
                "INSERT INTO letter (mailbox, folder, uid_validity, uid, content_hash, received,"
                    + " kept, size) VALUES ('office', 'INBOX', 1, ?, 'hash', 0, 0, 0)"
                    + " RETURNING id")
            .param(UID.incrementAndGet())
            .query(Long.class)
            .single());
  }
}
