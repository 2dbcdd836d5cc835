package org.postbag.past;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.database.Database;
import org.postbag.email.Address;
import org.postbag.email.MessageId;

/// The tables `past_letter` and `past_address`.
final class JdbcPastLetters {
  private static final int PAGE = 200;
  private static final int AT_ONCE = 500;

  private final Database database;

  JdbcPastLetters(Database database) {
    this.database = database;
  }

  /// A page of letters ends at a time and, among the letters of that time, at a number.
  record Place(Instant at, long id) {
    static final Place START = new Place(Instant.EPOCH.minusSeconds(Integer.MAX_VALUE), 0);

    static Place behind(PastLetter letter) {
      return new Place(letter.at(), letter.id());
    }
  }

  /// Keeps a letter, unless it is there already.
  ///
  /// @param own the office's addresses, by which nobody is looked for
  /// @return its number; empty when the letter is there already
  Optional<Long> insert(PastLetter letter, Set<Address> own, Instant now) {
    Optional<Long> number =
        database
            .sql(
                """
                INSERT INTO past_letter (source, folder, direction, digest, message_id, in_reply_to,
                  refs, addresses, at, subject, base_subject, language, screening, folded, content,
                  read_at)
                VALUES (:source, :folder, :direction, :digest, :messageId, :inReplyTo,
                  :refs, :addresses, :at, :subject, :baseSubject, :language, :screening, :folded,
                  :content, :readAt)
                ON CONFLICT (direction, digest) DO NOTHING
                RETURNING id
                """)
            .params(columns(letter))
            .param("readAt", now.toEpochMilli())
            .query(Long.class)
            .optional();
    number.ifPresent(id -> insertAddresses(id, letter, own));
    return number;
  }

  private static Map<String, @Nullable Object> columns(PastLetter letter) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("source", letter.source());
    columns.put("folder", letter.folder());
    columns.put("direction", letter.direction().word());
    columns.put("digest", Digest.of(letter));
    columns.put("messageId", letter.messageId().map(MessageId::value).orElse(null));
    columns.put("inReplyTo", StoredText.ids(letter.inReplyTo()));
    columns.put("refs", StoredText.ids(letter.references()));
    columns.put("addresses", StoredText.addresses(letter));
    columns.put("at", letter.at().toEpochMilli());
    columns.put("subject", letter.subject());
    columns.put("baseSubject", letter.baseSubject());
    columns.put("language", letter.language());
    columns.put("screening", StoredText.screening(letter.screening()));
    columns.put("folded", StoredText.folds(letter.folded()));
    columns.put("content", Content.pack(letter.ownText(), letter.body()));
    return columns;
  }

  private void insertAddresses(long id, PastLetter letter, Set<Address> own) {
    Set<String> canonical = new HashSet<>();
    letter.everybody().forEach(one -> canonical.add(one.address().canonical().toString()));
    own.forEach(ours -> canonical.remove(ours.canonical().toString()));
    for (String address : canonical) {
      database
          .sql("INSERT INTO past_address (past_id, canonical, at) VALUES (:id, :canonical, :at)")
          .param("id", id)
          .param("at", letter.at().toEpochMilli())
          .param("canonical", address)
          .update();
    }
  }

  Optional<PastLetter> find(long id) {
    return database
        .sql("SELECT * FROM past_letter WHERE id = :id")
        .param("id", id)
        .query(JdbcPastLetters::letter)
        .optional();
  }

  /// The letters with those numbers, in no order.
  Map<Long, PastLetter> find(Collection<Long> ids) {
    Map<Long, PastLetter> found = new LinkedHashMap<>();
    List<Long> all = List.copyOf(new HashSet<>(ids));
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      database
          .sql("SELECT * FROM past_letter WHERE id IN (:ids)")
          .param("ids", all.subList(from, Math.min(from + AT_ONCE, all.size())))
          .query(JdbcPastLetters::letter)
          .list()
          .forEach(letter -> found.put(letter.id(), letter));
    }
    return found;
  }

  /// The next letters of a direction, in the order of their times.
  List<PastLetter> page(Direction direction, Place after) {
    return database
        .sql(
            """
            SELECT * FROM past_letter
            WHERE direction = :direction AND (at, id) > (:at, :id)
            ORDER BY at, id LIMIT :limit
            """)
        .param("direction", direction.word())
        .param("at", after.at().toEpochMilli())
        .param("id", after.id())
        .param("limit", PAGE)
        .query(JdbcPastLetters::letter)
        .list();
  }

  /// The next sent letters that are not paired with a received one.
  List<PastLetter> unpaired(Place after) {
    return database
        .sql(
            """
            SELECT * FROM past_letter s
            WHERE direction = 'sent' AND (at, id) > (:at, :id)
              AND NOT EXISTS (SELECT 1 FROM past_pair p WHERE p.reply_id = s.id)
            ORDER BY at, id LIMIT :limit
            """)
        .param("at", after.at().toEpochMilli())
        .param("id", after.id())
        .param("limit", PAGE)
        .query(JdbcPastLetters::letter)
        .list();
  }

  /// Which of the letters' Message-IDs the queue has.
  Set<String> queued(List<PastLetter> batch) {
    List<String> ids =
        batch.stream().flatMap(l -> l.messageId().stream()).map(MessageId::value).toList();
    return ids.isEmpty()
        ? Set.of()
        : database
            .sql(
                """
                SELECT message_id FROM letter
                WHERE mailbox IN (SELECT mailbox FROM mailbox_cursor) AND message_id IN (:ids)
                """)
            .param("ids", ids)
            .query((row, _) -> row.getString(1))
            .set();
  }

  /// Letters of a time that name one of these people in their header.
  Collection<PastLetter> naming(Set<String> canonical, Instant from, Instant until) {
    List<Long> ids =
        database
            .sql(
                """
                SELECT past_id FROM past_address
                WHERE canonical IN (:people) AND at >= :from AND at <= :until
                ORDER BY at DESC LIMIT :limit
                """)
            .param("people", canonical)
            .param("from", from.toEpochMilli())
            .param("until", until.toEpochMilli())
            .param("limit", PAGE)
            .query((row, _) -> row.getLong(1))
            .list();
    return find(ids).values();
  }

  /// Letters with that Message-ID: one, as a rule.
  List<PastLetter> with(MessageId id) {
    return database
        .sql("SELECT * FROM past_letter WHERE message_id = :id")
        .param("id", id.value())
        .query(JdbcPastLetters::letter)
        .list();
  }

  long count(Direction direction) {
    return database
        .sql("SELECT count(*) FROM past_letter WHERE direction = :direction")
        .param("direction", direction.word())
        .query(Long.class)
        .single();
  }

  static PastLetter letter(ResultSet row, int number) throws SQLException {
    Content content = Content.unpack(row.getBytes("content"));
    StoredText.Addresses addresses = StoredText.addresses(row.getString("addresses"));
    return new PastLetter(
        row.getLong("id"),
        row.getString("source"),
        row.getString("folder"),
        Direction.of(row.getString("direction")),
        Optional.ofNullable(row.getString("message_id")).flatMap(MessageId::parse),
        StoredText.ids(row.getString("in_reply_to")),
        StoredText.ids(row.getString("refs")),
        addresses.of(StoredText.Role.FROM).stream().findFirst(),
        addresses.of(StoredText.Role.REPLY_TO),
        addresses.of(StoredText.Role.TO),
        addresses.of(StoredText.Role.CC),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("subject"),
        row.getString("base_subject"),
        row.getString("language"),
        StoredText.screening(row.getString("screening")),
        content.ownText(),
        content.body(),
        StoredText.folds(row.getString("folded")));
  }
}
