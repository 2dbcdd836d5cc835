package org.postbag.matching;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.campaign.StaffWord;
import org.postbag.matching.campaign.StoredCampaign;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import tools.jackson.databind.json.JsonMapper;

/// The tables `campaign` and `campaign_apart`, and the column `draft.campaign`.
final class JdbcCampaigns {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Database database;
  private final InstantSource clock;

  JdbcCampaigns(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Row(StoredCampaign campaign, long root, boolean whole) {}

  /// Campaigns as they were saved, with what staff said of them.
  ///
  /// @return the numbers of the campaigns that are known
  Set<Long> restore(Campaigns campaigns) {
    List<Row> rows = rows();
    Map<Long, List<Long>> past =
        rows.stream()
            .filter(row -> row.root != row.campaign.number())
            .collect(
                Collectors.groupingBy(
                    Row::root,
                    Collectors.mapping(row -> row.campaign.number(), Collectors.toList())));
    List<Row> roots = rows.stream().filter(row -> row.whole).toList();
    for (Row row : roots) {
      long number = row.campaign.number();
      campaigns.restore(row.campaign, past.getOrDefault(number, List.of()));
    }
    database
        .sql("SELECT one, other FROM campaign_apart")
        .query((RowCallbackHandler) row -> campaigns.keepApart(row.getLong(1), row.getLong(2)));
    return roots.stream().map(row -> row.campaign.number()).collect(Collectors.toSet());
  }

  private List<Row> rows() {
    return database
        .sql("SELECT number, root, name, topic, closed, letters, runs, texts FROM campaign")
        .query((row, _) -> {
          StaffWord said =
              new StaffWord(
                  Optional.ofNullable(row.getString(3)),
                  Optional.ofNullable(row.getString(4)).map(TopicId::new),
                  row.getInt(5) == 1);
          byte[] runs = row.getBytes(7);
          StoredCampaign stored =
              new StoredCampaign(
                  row.getLong(1),
                  row.getInt(6),
                  runs == null ? new byte[0] : runs,
                  texts(row.getString(8)),
                  said);
          return new Row(stored, row.getLong(2), runs != null && row.getLong(2) == row.getLong(1));
        })
        .list();
  }

  private static List<String> texts(@Nullable String json) {
    return json == null ? List.of() : List.of(JSON.readValue(json, String[].class));
  }

  /// The members of all campaigns, the oldest letter first.
  void members(BiConsumer<Long, Long> member) {
    database
        .sql(
            """
            SELECT letter_id, campaign FROM draft WHERE campaign IS NOT NULL ORDER BY letter_id
            """)
        .query((RowCallbackHandler) row -> member.accept(row.getLong(1), row.getLong(2)));
  }

  /// Letters in no campaign that may start one, the newest first.
  List<Long> alone(int limit) {
    return database
        .sql(
            """
            SELECT d.letter_id
            FROM draft d JOIN letter_state s ON s.letter_id = d.letter_id
            WHERE d.campaign IS NULL AND s.state <> 'setAside'
            ORDER BY d.letter_id DESC LIMIT :limit
            """)
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /// Writes campaigns that changed. In a transaction with the merges.
  void save(List<StoredCampaign> campaigns) {
    List<MapSqlParameterSource> rows = new ArrayList<>();
    for (StoredCampaign campaign : campaigns) {
      rows.add(
          new MapSqlParameterSource("number", campaign.number())
              .addValue("name", campaign.said().name().orElse(null))
              .addValue("topic", campaign.said().topic().map(TopicId::value).orElse(null))
              .addValue("closed", campaign.said().closed() ? 1 : 0)
              .addValue("letters", campaign.members())
              .addValue("runs", campaign.runs())
              .addValue("texts", JSON.writeValueAsString(campaign.texts()))
              .addValue("updated", clock.instant().toEpochMilli()));
    }
    if (rows.isEmpty()) {
      return;
    }
    database.batch(
        """
        INSERT INTO campaign (number, root, name, topic, closed, letters, runs, texts, updated)
        VALUES (:number, :number, :name, :topic, :closed, :letters, :runs, :texts, :updated)
        ON CONFLICT (number) DO UPDATE
        SET root = excluded.root, name = excluded.name, topic = excluded.topic,
          closed = excluded.closed, letters = excluded.letters, runs = excluded.runs,
          texts = excluded.texts, updated = excluded.updated
        """,
        rows);
  }

  /// One campaign became part of another: its letters have the other's number from now on.
  void merge(Campaigns.Merge merge) {
    Map<String, Object> numbers = new HashMap<>();
    numbers.put("from", merge.from());
    numbers.put("to", merge.to());
    numbers.put("now", clock.instant().toEpochMilli());
    database.sql("UPDATE draft SET campaign = :to WHERE campaign = :from").params(numbers).update();
    database
        .sql("UPDATE draft SET campaign = :to WHERE letter_id = :from AND campaign IS NULL")
        .params(numbers)
        .update();
    // The first letter of what was a letter by itself until now.
    database
        .sql("UPDATE draft SET campaign = letter_id WHERE letter_id = :to AND campaign IS NULL")
        .params(numbers)
        .update();
    database
        .sql(
            """
            INSERT INTO campaign (number, root, updated) VALUES (:from, :to, :now)
            ON CONFLICT (number) DO UPDATE
            SET root = excluded.root, runs = NULL, texts = NULL, updated = excluded.updated
            """)
        .params(numbers)
        .update();
    database.sql("UPDATE campaign SET root = :to WHERE root = :from").params(numbers).update();
  }

  /// Letters that staff took out of their campaign.
  void move(List<Long> letters, long campaign) {
    database.batch(
        "UPDATE draft SET campaign = :campaign WHERE letter_id = :letter",
        letters.stream()
            .map(letter ->
                new MapSqlParameterSource("letter", letter).addValue("campaign", campaign))
            .toList());
  }

  void apart(long one, long other) {
    database
        .sql(
            """
            INSERT INTO campaign_apart (one, other) VALUES (:one, :other)
            ON CONFLICT (one, other) DO NOTHING
            """)
        .param("one", one)
        .param("other", other)
        .update();
  }

  /// Members of a campaign that no person has decided on, the oldest first.
  List<Long> undecided(long campaign) {
    return database
        .sql(
            """
            SELECT d.letter_id
            FROM draft d JOIN letter_state s ON s.letter_id = d.letter_id
            WHERE d.campaign = :campaign AND s.state IN ('waiting', 'needsPerson')
            ORDER BY d.letter_id
            """)
        .param("campaign", campaign)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /// The campaigns of letters, by the numbers that they have now.
  List<Long> campaignsOf(List<Long> letters) {
    return database
        .sql(
            "SELECT DISTINCT campaign FROM draft WHERE letter_id IN (:letters) AND campaign IS NOT NULL")
        .param("letters", letters)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /// Some members of a campaign that are not among these letters.
  List<Long> othersIn(long campaign, List<Long> except, int limit) {
    return database
        .sql(
            """
            SELECT letter_id FROM draft
            WHERE campaign = :campaign AND letter_id NOT IN (:except)
            ORDER BY letter_id DESC LIMIT :limit
            """)
        .param("campaign", campaign)
        .param("except", except)
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /// Removes what was saved of the text of campaigns; what staff said of them stays.
  void forgetTexts(List<Long> campaigns) {
    database.doInTransaction(() -> {
      for (long campaign : campaigns) {
        database
            .sql("UPDATE campaign SET runs = NULL, texts = NULL WHERE number = :campaign")
            .param("campaign", campaign)
            .update();
      }
    });
  }
}
