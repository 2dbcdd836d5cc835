package org.postbag.past.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.past.proposal.KeptProposal.State;
import tools.jackson.databind.json.JsonMapper;

/// The tables `past_proposal` and `past_example`.
final class JdbcProposals {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int AT_ONCE = 500;

  private static final String SELECT =
      """
      SELECT p.*, (SELECT count(*) FROM past_example e WHERE e.proposal_id = p.id) AS examples
      FROM past_proposal p
      """;

  private final Database database;

  JdbcProposals(Database database) {
    this.database = database;
  }

  long insert(ProposedTopic proposed, Instant at) {
    return database
        .sql(
            """
            INSERT INTO past_proposal (content, state, made_at) VALUES (:content, 'open', :at)
            RETURNING id
            """)
        .param("content", JSON.writeValueAsString(proposed))
        .param("at", at.toEpochMilli())
        .query(Long.class)
        .single();
  }

  void change(long id, ProposedTopic proposed) {
    database
        .sql("UPDATE past_proposal SET content = :content WHERE id = :id")
        .param("content", JSON.writeValueAsString(proposed))
        .param("id", id)
        .update();
  }

  /// Decides a proposal.
  ///
  /// @return false when it is no longer in the state that it was seen in
  boolean decide(
      long id, State seen, State state, Optional<String> topic, String actor, Instant at) {
    return database
            .sql(
                """
                UPDATE past_proposal
                SET state = :state, topic = :topic, actor = :actor, decided_at = :at
                WHERE id = :id AND state = :seen
                """)
            .param("state", state.word())
            .param("topic", topic.orElse(null))
            .param("actor", actor)
            .param("at", at.toEpochMilli())
            .param("id", id)
            .param("seen", seen.word())
            .update()
        == 1;
  }

  void deleteOpen() {
    database
        .sql(
            """
            DELETE FROM past_example
            WHERE proposal_id IN (SELECT id FROM past_proposal WHERE state = 'open')
            """)
        .update();
    database.sql("DELETE FROM past_proposal WHERE state = 'open'").update();
  }

  List<KeptProposal> all() {
    return database.sql(SELECT + " ORDER BY p.id").query(JdbcProposals::kept).list();
  }

  Optional<KeptProposal> find(long id) {
    return database
        .sql(SELECT + " WHERE p.id = :id")
        .param("id", id)
        .query(JdbcProposals::kept)
        .optional();
  }

  private static KeptProposal kept(ResultSet row, int number) throws SQLException {
    return new KeptProposal(
        row.getLong("id"),
        JSON.readValue(row.getString("content"), ProposedTopic.class),
        State.of(row.getString("state")),
        Optional.ofNullable(row.getString("topic")),
        Instant.ofEpochMilli(row.getLong("made_at")),
        row.getInt("examples"));
  }

  /// Letters that are examples of a decided proposal stay with it.
  void addExamples(long proposal, List<Long> letters) {
    for (long letter : letters) {
      database
          .sql(
              """
              INSERT INTO past_example (past_id, proposal_id) VALUES (:letter, :proposal)
              ON CONFLICT (past_id) DO NOTHING
              """)
          .param("letter", letter)
          .param("proposal", proposal)
          .update();
    }
  }

  void moveExamples(long from, long to) {
    database
        .sql("UPDATE past_example SET proposal_id = :to WHERE proposal_id = :from")
        .param("from", from)
        .param("to", to)
        .update();
  }

  /// The proposals that letters are examples of, one entry a letter.
  List<Long> proposalsOf(Collection<Long> letters) {
    List<Long> all = List.copyOf(letters);
    List<Long> found = new java.util.ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      found.addAll(
          database
              .sql("SELECT proposal_id FROM past_example WHERE past_id IN (:letters)")
              .param("letters", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
              .query(Long.class)
              .list());
    }
    return found;
  }
}
