package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.StandardReply;
import org.postbag.database.Engine;

class JdbcReplyWordingsTest extends ReviewOffice {
  private static final String HASH = "made-up";
  private static final String WORDS =
      "Thank you for your letter. "
          + "The minister told the House on Tuesday that the camp is to be closed by the spring, "
          + "and I asked when those who live there are to be told of it, and where they shall go.";

  private final JdbcReplyWordings wordings = new JdbcReplyWordings(database);

  JdbcReplyWordingsTest(Engine engine) {
    super(engine);
  }

  private static StandardReply reply() {
    return new StandardReply(
        "calais",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        "{{salutation}}\n\n" + WORDS + "\n\n{{signature}}",
        HASH);
  }

  private JdbcReplyWordings.Packed packed() {
    return wordings.pack(
        Optional.of("Dear Ms Lee,\n\n" + WORDS + "\n\nJane Roe MP"), Optional.of(HASH));
  }

  @Test
  void aReplyTakesAFewBytesBesideTheWordsItWasMadeFrom() {
    byte[] whole = Objects.requireNonNull(packed().packed());
    wordings.keep(List.of(reply()));
    byte[] packed = Objects.requireNonNull(packed().packed());
    assertThat(packed).hasSizeLessThan(60);
    assertThat(whole).hasSizeGreaterThan(2 * packed.length);
  }

  /// A wording of a version that is no longer in force stays readable.
  @Test
  void theWordsOfAVersionAreKeptOnceAndStay() {
    wordings.keep(List.of(reply()));
    Long first = packed().wording();
    wordings.keep(List.of(reply()));
    wordings.keep(List.of());
    assertThat(
            new JdbcReplyWordings(database).pack(Optional.of(WORDS), Optional.of(HASH)).wording())
        .isNotNull()
        .isEqualTo(first);
  }

  @Test
  void anEditedReplyAndItsApprovalAreReadAsTheyWereWritten() {
    wordings.keep(List.of(reply()));
    long letter = waiting("lee");
    database.doInTransaction(() -> {
      JdbcDrafts drafts = new JdbcDrafts(database);
      drafts.edit(letter, "Re: Calais", WORDS + " I enclose his answer.", Instant.EPOCH);
      assertThat(drafts.find(letter).orElseThrow().reply().orElseThrow().text())
          .isEqualTo(WORDS + " I enclose his answer.");
    });
  }

  /// Rows of before V81.
  @Test
  void aTextThatWasStoredAsItIsIsStillRead() {
    long letter = waiting("lee");
    database.doInTransaction(() ->
        database
            .sql("UPDATE draft SET text = :text, packed = NULL WHERE letter_id = :letter")
            .param("text", WORDS)
            .param("letter", letter)
            .update());
    assertThat(new JdbcDrafts(database).find(letter).orElseThrow().reply().orElseThrow().text())
        .isEqualTo(WORDS);
  }
}
