package org.postbag.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/// The tables `letter_opened`, `group_sample`, `group_decision` and `group_decision_member`.
final class JdbcGroups {
  private static final int AT_ONCE = 500;

  private final Database database;

  JdbcGroups(Database database) {
    this.database = database;
  }

  /// The campaign and the topic of an approved letter.
  record CampaignTopic(Optional<Long> campaign, Optional<TopicId> topic) {}

  /// Those of the letters that a decision approved, each once; no more than two of them.
  List<CampaignTopic> campaignTopics(long decision) {
    return database
        .sql(
            """
            SELECT DISTINCT d.campaign, d.topic
            FROM group_decision_member m JOIN draft d ON d.letter_id = m.letter_id
            WHERE m.decision_id = :decision AND m.outcome = 'approved' LIMIT 2
            """)
        .param("decision", decision)
        .query((row, _) ->
            new CampaignTopic(
                Optional.ofNullable(row.getObject(1)).map(number -> ((Number) number).longValue()),
                Optional.ofNullable(row.getString(2)).map(TopicId::new)))
        .list();
  }

  /// A campaign has its topic by that decision.
  void pinned(long decision, long campaign) {
    database
        .sql("UPDATE group_decision SET pinned = :campaign WHERE id = :decision")
        .param("campaign", campaign)
        .param("decision", decision)
        .update();
  }

  /// The campaign that has its topic by that decision, once.
  Optional<Long> takePin(long decision) {
    Optional<Long> campaign =
        database
            .sql("SELECT pinned FROM group_decision WHERE id = :decision AND pinned IS NOT NULL")
            .param("decision", decision)
            .query(Long.class)
            .optional();
    campaign.ifPresent(_ ->
        database
            .sql("UPDATE group_decision SET pinned = NULL WHERE id = :decision")
            .param("decision", decision)
            .update());
    return campaign;
  }

  void opened(DraftVersion seen, String actor, Instant at) {
    database
        .sql(
            """
            INSERT INTO letter_opened (letter_id, actor, version, at)
            VALUES (:letter, :actor, :version, :at)
            ON CONFLICT (letter_id, actor, version) DO NOTHING
            """)
        .param("letter", seen.letter())
        .param("actor", actor)
        .param("version", seen.version())
        .param("at", at.toEpochMilli())
        .update();
  }

  /// Which of these that person opened at that version.
  Set<Long> openedOf(List<DraftVersion> seen, String actor) {
    Map<Long, Integer> versions = new HashMap<>();
    seen.forEach(one -> versions.put(one.letter(), one.version()));
    Set<Long> opened = new HashSet<>();
    List<Long> letters = List.copyOf(versions.keySet());
    for (int from = 0; from < letters.size(); from += AT_ONCE) {
      database
          .sql(
              """
              SELECT letter_id, version FROM letter_opened
              WHERE actor = :actor AND letter_id IN (:letters)
              """)
          .param("actor", actor)
          .param("letters", letters.subList(from, Math.min(from + AT_ONCE, letters.size())))
          .query((row, _) -> Map.entry(row.getLong(1), row.getInt(2)))
          .list()
          .stream()
          .filter(row -> row.getValue().equals(versions.get(row.getKey())))
          .forEach(row -> opened.add(row.getKey()));
    }
    return opened;
  }

  Set<Long> sample(String group, String actor) {
    return new HashSet<>(
        database
            .sql("SELECT letter_id FROM group_sample WHERE actor = :actor AND group_id = :group")
            .param("actor", actor)
            .param("group", group)
            .query(Long.class)
            .list());
  }

  void keepSample(String group, String actor, Collection<Long> letters, Instant at) {
    List<MapSqlParameterSource> rows = new ArrayList<>();
    letters.forEach(letter ->
        rows.add(
            new MapSqlParameterSource("letter", letter)
                .addValue("actor", actor)
                .addValue("group", group)
                .addValue("at", at.toEpochMilli())));
    database.batch(
        """
        INSERT INTO group_sample (actor, group_id, letter_id, at)
        VALUES (:actor, :group, :letter, :at)
        ON CONFLICT (actor, group_id, letter_id) DO NOTHING
        """,
        rows);
  }

  void forgetSample(String group, String actor) {
    database
        .sql("DELETE FROM group_sample WHERE actor = :actor AND group_id = :group")
        .param("actor", actor)
        .param("group", group)
        .update();
  }

  /// Writes a decision.
  ///
  /// @return its number
  long insert(String group, String actor, @Nullable String replyHash, long approved, Instant at) {
    return database
        .sql(
            """
            INSERT INTO group_decision (at, actor, group_id, reply_hash, approved)
            VALUES (:at, :actor, :group, :hash, :approved)
            RETURNING id
            """)
        .param("at", at.toEpochMilli())
        .param("actor", actor)
        .param("group", group)
        .param("hash", replyHash)
        .param("approved", approved)
        .query(Long.class)
        .single();
  }

  void insertMembers(long decision, List<Member> members) {
    database.batch(
        """
        INSERT INTO group_decision_member
          (decision_id, letter_id, version, outcome, opened, sampled)
        VALUES (:decision, :letter, :version, :outcome, :opened, :sampled)
        """,
        members.stream()
            .map(member ->
                new MapSqlParameterSource("decision", decision)
                    .addValue("letter", member.seen().letter())
                    .addValue("version", member.seen().version())
                    .addValue("outcome", member.outcome())
                    .addValue("opened", member.opened() ? 1 : 0)
                    .addValue("sampled", member.sampled() ? 1 : 0))
            .toList());
  }

  /// A letter of a decision.
  record Member(DraftVersion seen, String outcome, boolean opened, boolean sampled) {}

  /// The letters that a decision approved.
  List<Long> approvedBy(long decision) {
    return database
        .sql(
            """
            SELECT letter_id FROM group_decision_member
            WHERE decision_id = :decision AND outcome = 'approved' ORDER BY letter_id
            """)
        .param("decision", decision)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  void undone(long decision, Instant at) {
    database
        .sql("UPDATE group_decision SET undone_at = :at WHERE id = :id AND undone_at IS NULL")
        .param("at", at.toEpochMilli())
        .param("id", decision)
        .update();
  }

  /// Who made a decision; empty when there is none with that number.
  Optional<String> actorOf(long decision) {
    return database
        .sql("SELECT actor FROM group_decision WHERE id = :id")
        .param("id", decision)
        .query(String.class)
        .optional();
  }
}
