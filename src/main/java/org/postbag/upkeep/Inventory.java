package org.postbag.upkeep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postbag.database.Database;
import org.postbag.ledger.State;
import org.postbag.upkeep.backup.BackupSettings;
import org.postbag.upkeep.retention.RetentionSettings;

/// What is kept, where, why and for how long: the facts for the page on data protection, the record
/// of processing (GDPR Article 30) and the public record of the tool.
public final class Inventory {
  private final JdbcInventory rows;
  private final Database database;
  private final UpkeepSettings settings;

  public Inventory(Database database, UpkeepSettings settings) {
    this.rows = new JdbcInventory(database);
    this.database = database;
    this.settings = settings;
  }

  /// One kind of data.
  ///
  /// @param count how many there are; empty where they are not counted
  public record Kind(String what, String where, String why, String howLong, Optional<Long> count) {}

  /// How many letters there are of a state, and the oldest of them.
  public record Held(String state, long letters, Optional<Instant> oldest) {}

  /// Everything that holds personal data.
  public List<Kind> kinds() {
    String letters = "until an administrator erases it, or by postbag.retention: " + retention();
    List<Kind> kinds = new ArrayList<>();
    kinds.add(
        new Kind(
            "Letters, as the mailbox gave them, with their attachments",
            place("letter_raw"),
            "to read, match and answer them",
            letters,
            Optional.of(rows.count("letter_raw"))));
    kinds.add(
        new Kind(
            "What was read in a letter: writer, subject, topic and the reasons for it, the draft",
            place("draft, letter_match, letter_sense"),
            "so that a person can decide",
            "as the letter",
            Optional.of(rows.count("draft"))));
    kinds.add(
        new Kind(
            "Approved replies, with who approved them and what the mail server said",
            place("approval, attempt"),
            "so that nothing is sent twice, or unapproved",
            "as the letter",
            Optional.of(rows.count("approval"))));
    kinds.add(
        new Kind(
            "Words of letters, to search",
            "the folder index in the data folder",
            "to find letters, and letters of the same words",
            "as the letter; it can be made again from the database",
            Optional.empty()));
    kinds.add(
        new Kind(
            "What was read in letters and answers of the years before Postbag, with their texts",
            place("past_letter, past_address, past_pair, past_example")
                + ", and the folder past-index",
            "to make topics and standard replies from them, and to find them",
            "until the person is erased, or `past forget`",
            Optional.of(rows.count("past_letter"))));
    kinds.add(
        new Kind(
            "Typical texts of campaigns",
            place("campaign"),
            "to know a letter of a campaign",
            "as the letters that they are from",
            Optional.of(rows.count("campaign"))));
    kinds.add(
        new Kind(
            "Addresses that a server refused, or to which too much went",
            place("refused_address, breaker"),
            "so that nothing more is sent there",
            "until the person is erased",
            Optional.of(rows.count("refused_address"))));
    kinds.add(
        new Kind(
            "Accounts of staff, and who decided what and when",
            place("staff, ledger_entry"),
            "so that every decision has a name",
            "without end: the ledger is one chain; it holds nothing of correspondents",
            Optional.of(rows.count("staff"))));
    kinds.add(
        new Kind(
            "Of an erased letter: its place in the mailbox, times, state, topic, SHA-256",
            place("letter, letter_state"),
            "so that counts stay right and it is not collected once more",
            "without end",
            Optional.of(rows.erased())));
    kinds.add(
        new Kind(
            "Backups",
            settings.backup().folder().map(Object::toString).orElse("none is made by itself"),
            "so that a broken disk loses nothing",
            backups(settings.backup()),
            Optional.empty()));
    return kinds;
  }

  /// How many letters have been erased.
  public long erased() {
    return rows.erased();
  }

  private String place(String tables) {
    return (database.isSqlite() ? "postbag.db" : "PostgreSQL") + ", " + tables;
  }

  private static String backups(BackupSettings backup) {
    return backup.folder().isPresent()
        ? "the last %d, one a day%s"
            .formatted(backup.keep(), backup.passphrase().isPresent() ? ", encrypted" : "")
        : "as long as whoever made them keeps them";
  }

  /// How long letters are kept, in words.
  public String retention() {
    RetentionSettings retention = settings.retention();
    if (retention.isNone()) {
      return "not set, so without end";
    }
    String states =
        retention.byState().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> "%s %d days".formatted(e.getKey().label(), e.getValue().toDays()))
            .collect(Collectors.joining(", "));
    String topics =
        retention.byTopic().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> "topic %s %d days".formatted(e.getKey(), e.getValue().toDays()))
            .collect(Collectors.joining(", "));
    return states.isEmpty() || topics.isEmpty() ? states + topics : states + "; " + topics;
  }

  /// Letters by state, with the oldest of each; erased ones are left out.
  public List<Held> held() {
    return rows.held().stream()
        .sorted(Comparator.comparing(held -> State.of(held.state()).orElse(State.KEPT)))
        .toList();
  }
}
