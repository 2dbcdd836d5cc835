package org.postbag.review;

import java.time.Instant;
import java.util.List;
import org.postbag.database.Database;
import org.postbag.email.NamedAddress;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.Warning;

/// The table `draft`, as far as people write or pick the reply and where it goes; the rest is
/// [JdbcDrafts].
final class JdbcWrittenDrafts {
  private final Database database;
  private final JdbcReplyWordings wordings;

  JdbcWrittenDrafts(Database database) {
    this.database = database;
    this.wordings = new JdbcReplyWordings(database);
  }

  /// A reply that a person wrote or picked; the topic stays what it is.
  ///
  /// @param edited whether its words are the person's own
  void writeByHand(long letter, ChosenReply reply, boolean edited, Instant at) {
    database
        .sql(
            """
            UPDATE draft
            SET reason = '', reply_name = :replyName, reply_hash = :replyHash,
              to_name = :toName, to_address = :toAddress, to_canonical = :toCanonical,
              reply_subject = :replySubject,
              in_reply_to = :inReplyTo, refs = :refs, text = NULL, packed = :packed,
              wording = :wording, attachments = :attachments,
              quote = :quote, warnings = :warnings, edited = :edited, by_hand = 1,
              version = version + 1, updated = :updated
            WHERE letter_id = :letter
            """)
        .params(DraftColumns.replyParameters(reply.answer(), wordings))
        .param("warnings", WarningColumn.join(reply.warnings()))
        .param("edited", edited ? 1 : 0)
        .param("updated", at.toEpochMilli())
        .param("letter", letter)
        .update();
  }

  /// Whether the letter's reply was written or picked by a person, apart from its topic.
  boolean isByHand(long letter) {
    return database
        .sql("SELECT 1 FROM draft WHERE letter_id = :letter AND by_hand = 1")
        .param("letter", letter)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /// The reply goes to another address, and is to be looked at again.
  void readdress(long letter, NamedAddress to, List<Warning> warnings, Instant at) {
    database
        .sql(
            """
            UPDATE draft
            SET to_name = :name, to_address = :address, to_canonical = :canonical,
              warnings = :warnings, version = version + 1, updated = :updated
            WHERE letter_id = :letter
            """)
        .param("name", to.name())
        .param("address", to.address().toString())
        .param("canonical", to.address().canonical().toString())
        .param("warnings", WarningColumn.join(warnings))
        .param("updated", at.toEpochMilli())
        .param("letter", letter)
        .update();
  }
}
