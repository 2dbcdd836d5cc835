package org.postbag.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How the database would run a statement, by its own EXPLAIN.
///
/// PostgreSQL reads a small table as a whole whatever indexes it has, so its plans are made without
/// sequential scans and without joins that read whole tables: one that is left is one that no index
/// can replace.
public final class StatementPlan implements AutoCloseable {
  /// Tables with rows for each letter, decision or reply.
  private static final Set<String> GROWING =
      Set.of(
          "letter",
          "letter_raw",
          "letter_place",
          "letter_state",
          "letter_sense",
          "ledger_entry",
          "draft",
          "approval",
          "attempt",
          "topic_decision",
          "catalog_version",
          "sent_trace");

  private static final Pattern SQLITE_SCAN = Pattern.compile("SCAN (\\w+)(?: .*)?");
  private static final Pattern LIMITED = Pattern.compile("(?is).*\\bLIMIT\\b.*");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final boolean sqlite;
  private final Connection connection;

  private StatementPlan(boolean sqlite, Connection connection) {
    this.sqlite = sqlite;
    this.connection = connection;
  }

  /// Plans of the statements on that database.
  ///
  /// @param settings of a database that is migrated
  public static StatementPlan in(DatabaseSettings settings) throws SQLException {
    if (settings.isSqlite()) {
      return new StatementPlan(
          true,
          DriverManager.getConnection("jdbc:sqlite:" + settings.folder().resolve("postbag.db")));
    }
    // The simple protocol has no parameters, so that those of the statement are left to EXPLAIN.
    String url = settings.url().orElseThrow() + "&preferQueryMode=simple";
    return new StatementPlan(false, DriverManager.getConnection(url));
  }

  /// The growing tables that a statement reads from one end to the other. A walk along an index
  /// that ends at a LIMIT is none.
  public List<String> scans(String sql) throws SQLException {
    return sqlite ? sqliteScans(sql) : postgresqlScans(sql);
  }

  private List<String> sqliteScans(String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
      while (rows.next()) {
        lines.add(rows.getString("detail"));
      }
    }
    boolean sorts = lines.stream().anyMatch(line -> line.startsWith("USE TEMP B-TREE FOR ORDER"));
    return lines.stream()
        .map(SQLITE_SCAN::matcher)
        .filter(Matcher::matches)
        .filter(scan -> GROWING.contains(table(sql, scan.group(1))))
        .filter(_ -> sorts || !LIMITED.matcher(sql).matches())
        .map(Matcher::group)
        .toList();
  }

  /// What an alias stands for.
  private static String table(String sql, String alias) {
    Matcher named =
        Pattern.compile("(?i)(?:FROM|JOIN|UPDATE|INTO|,)\\s+(\\w+)\\s+(?:AS\\s+)?" + alias + "\\b")
            .matcher(sql);
    return named.find() && !named.group(1).equalsIgnoreCase(alias) ? named.group(1) : alias;
  }

  private List<String> postgresqlScans(String sql) throws SQLException {
    String[] parts = sql.split("\\?", -1);
    StringBuilder numbered = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      numbered.append("$").append(i).append(parts[i]);
    }
    try (Statement statement = connection.createStatement()) {
      for (String way : List.of("seqscan", "hashjoin", "mergejoin")) {
        statement.execute("SET enable_" + way + " = off");
      }
      try (ResultSet rows =
          statement.executeQuery("EXPLAIN (GENERIC_PLAN, FORMAT JSON) " + numbered)) {
        rows.next();
        List<String> scans = new ArrayList<>();
        walk(JSON.readTree(rows.getString(1)).get(0).get("Plan"), false, scans);
        return scans;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static void walk(JsonNode node, boolean limited, List<String> scans) {
    String type = node.path("Node Type").asString("");
    String table = node.path("Relation Name").asString("");
    boolean whole =
        type.equals("Seq Scan")
            || (type.startsWith("Index") && node.path("Index Cond").isMissingNode() && !limited);
    if (whole && GROWING.contains(table)) {
      scans.add(type + " on " + table);
    }
    boolean ends = type.equals("Limit") || (limited && !type.equals("Sort"));
    node.path("Plans").forEach(child -> walk(child, ends, scans));
  }
}
