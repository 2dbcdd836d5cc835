package org.postbag.review;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Variant;
import org.postbag.database.Database;
import org.postbag.database.PackedText;

/// The table `reply_wording`: the words of each version of each standard reply, which the replies
/// that were made from it are packed with; see [PackedText]. Never changed, never deleted.
public final class JdbcReplyWordings {
  private final Database database;
  private final Map<String, Wording> known = new ConcurrentHashMap<>();

  /// @param id its number in the table
  record Wording(long id, String text) {}

  public JdbcReplyWordings(Database database) {
    this.database = database;
  }

  /// Keeps the words of replies, so that what is made from them takes little room. A reply whose
  /// words are not kept is stored whole.
  public void keep(Collection<StandardReply> replies) {
    database.doInTransaction(() -> replies.forEach(this::keep));
  }

  private void keep(StandardReply reply) {
    database
        .sql(
            """
            INSERT INTO reply_wording (hash, text) VALUES (:hash, :text)
            ON CONFLICT (hash) DO NOTHING
            """)
        .param("hash", reply.hash())
        .param("text", words(reply))
        .update();
  }

  private static String words(StandardReply reply) {
    return Stream.concat(
            Stream.of(reply.elsewhere(), reply.noAddress())
                .flatMap(Optional::stream)
                .flatMap(JdbcReplyWordings::words),
            Stream.of(reply.markdown()))
        .collect(Collectors.joining("\n\n"));
  }

  private static Stream<String> words(Variant variant) {
    return switch (variant) {
      case Variant.Paragraphs(String markdown) -> Stream.of(markdown);
      case Variant.OtherReply _ -> Stream.empty();
    };
  }

  /// The values for the columns `packed` and `wording` of a reply's text.
  @SuppressWarnings("ArrayRecordComponent") // written, and never compared
  record Packed(byte @Nullable [] packed, @Nullable Long wording) {}

  /// @param hash the version of the standard reply that the text was made from
  Packed pack(Optional<String> text, Optional<String> hash) {
    if (text.isEmpty()) {
      return new Packed(null, null);
    }
    Optional<Wording> wording = hash.flatMap(this::of);
    return new Packed(
        PackedText.pack(text.get(), wording.map(Wording::text)),
        wording.map(Wording::id).orElse(null));
  }

  private Optional<Wording> of(String hash) {
    Optional<Wording> found = Optional.ofNullable(known.get(hash)).or(() -> find(hash));
    found.ifPresent(wording -> known.put(hash, wording));
    return found;
  }

  private Optional<Wording> find(String hash) {
    return database
        .sql("SELECT id, text FROM reply_wording WHERE hash = :hash")
        .param("hash", hash)
        .query((row, _) -> new Wording(row.getLong(1), row.getString(2)))
        .optional();
  }
}
