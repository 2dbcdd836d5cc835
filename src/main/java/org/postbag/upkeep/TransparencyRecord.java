package org.postbag.upkeep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postbag.database.Database;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.ledger.Totals;
import org.postbag.upkeep.backup.BackupSettings;
import org.postbag.upkeep.hold.Holds;

/// The record that British public bodies publish of such tools (Algorithmic Transparency Recording
/// Standard, tiers 1 and 2), and the facts for a data protection impact assessment: a page of
/// Markdown (`transparency.md`) filled in with this installation's settings and figures, for people
/// to edit.
public final class TransparencyRecord {
  private static final Pattern FIELD = Pattern.compile("\\{\\{(\\w+)}}");

  private final JdbcRecordFigures rows;
  private final Ledger ledger;
  private final Inventory inventory;
  private final Holds holds;
  private final boolean sqlite;
  private final UpkeepSettings settings;
  private final InstantSource clock;

  public TransparencyRecord(
      Database database, Ledger ledger, UpkeepSettings settings, InstantSource clock) {
    this.rows = new JdbcRecordFigures(database);
    this.ledger = ledger;
    this.inventory = new Inventory(database, settings);
    this.holds = new Holds(database, ledger, clock);
    this.sqlite = database.isSqlite();
    this.settings = settings;
    this.clock = clock;
  }

  /// The record as Markdown.
  public String write(Installation installation) {
    Map<String, String> fields = new HashMap<>(installation(installation));
    fields.putAll(letters(ledger.account()));
    fields.putAll(decisions());
    fields.putAll(keeping());
    return FIELD
        .matcher(page())
        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(value(fields, found)));
  }

  private static String value(Map<String, String> fields, MatchResult found) {
    return Objects.requireNonNull(fields.get(found.group(1)), found.group());
  }

  private static String page() {
    try (InputStream in = TransparencyRecord.class.getResourceAsStream("transparency.md")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> installation(Installation of) {
    return Map.of(
        "office",
        of.office().isBlank() ? "**To add:** the office" : of.office(),
        "version",
        of.version(),
        "contact",
        of.contact().isEmpty() ? "**To add.**" : of.contact(),
        "mailboxes",
        "Mailboxes: " + (of.mailboxes().isEmpty() ? "none" : String.join(", ", of.mailboxes())),
        "topics",
        Integer.toString(of.topics()),
        "repliesOfTopics",
        Integer.toString(of.withReply()),
        "undoWindow",
        words(of.undoWindow()),
        "dryRun",
        of.dryRun() ? " The settings begin with a dry run: nothing leaves until it is ended." : "",
        "meaning",
        of.meaning()
            ? "A sentence model on this machine also compares what letters mean."
            : "No sentence model is used.",
        "draftsRight",
        of.draftsRight());
  }

  private static String words(Duration window) {
    return window.toSeconds() + " seconds";
  }

  private Map<String, String> letters(Totals totals) {
    long undecided =
        totals.of(State.WAITING) + totals.of(State.NEEDS_PERSON) + totals.of(State.PRACTISED);
    ZoneId zone = settings.backup().zone();
    return Map.of(
        "today",
        clock.instant().atZone(zone).toLocalDate().toString(),
        "since",
        rows.since().map(since -> since.atZone(zone).toLocalDate().toString()).orElse("the start"),
        "received",
        Long.toString(totals.received()),
        "sent",
        Long.toString(totals.of(State.SENT)),
        "closed",
        Long.toString(totals.of(State.CLOSED)),
        "setAside",
        Long.toString(totals.of(State.SET_ASIDE)),
        "undecided",
        Long.toString(undecided),
        "unclear",
        Long.toString(totals.of(State.UNCLEAR)),
        "entries",
        Long.toString(rows.entries()));
  }

  private Map<String, String> decisions() {
    long decided = rows.decided();
    long asDrafted = rows.asDrafted();
    long overridden = rows.overridden();
    return Map.of(
        "drafted",
        Long.toString(decided),
        "asDrafted",
        Long.toString(asDrafted),
        "asDraftedShare",
        share(asDrafted, decided),
        "edited",
        Long.toString(rows.edited()),
        "overridden",
        Long.toString(overridden),
        "overriddenShare",
        share(overridden, decided),
        "help",
        Long.toString(rows.help()),
        "decisions",
        Long.toString(rows.decisions()),
        "model",
        rows.accuracy()
            .map(share ->
                "The model in use recognised %.1f %% of letters that it had not seen."
                    .formatted(100 * share))
            .orElse("No model has been trained on decisions yet: the keywords alone are used."));
  }

  private static String share(long part, long whole) {
    return whole == 0
        ? "no figure yet"
        : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  private Map<String, String> keeping() {
    Map<String, Long> staff = rows.staff();
    BackupSettings backup = settings.backup();
    return Map.of(
        "database",
        sqlite ? "One file on the office's machine (SQLite)" : "The office's PostgreSQL database",
        "retention",
        "Letters are kept by these rules: " + inventory.retention(),
        "staff",
        Long.toString(staff.values().stream().mapToLong(Long::longValue).sum()),
        "staffByRole",
        staff.entrySet().stream()
            .map(role -> role.getValue() + " " + role.getKey())
            .collect(Collectors.joining(", ")),
        "backups",
        backup.folder().isEmpty()
            ? "none is made by itself"
            : "daily, %d kept, %s"
                .formatted(
                    backup.keep(), backup.passphrase().isPresent() ? "encrypted" : "not encrypted"),
        "held",
        inventory.held().stream()
            .map(held -> held.letters() + " " + held.state())
            .collect(Collectors.joining(", ")),
        "erased",
        Long.toString(inventory.erased()),
        "holds",
        Long.toString(holds.all().size()),
        "kinds",
        kinds());
  }

  private String kinds() {
    String rows =
        inventory.kinds().stream()
            .map(kind ->
                "| %s | %s | %s | %s | %s |"
                    .formatted(
                        kind.what(),
                        kind.where(),
                        kind.why(),
                        kind.howLong(),
                        kind.count().map(Object::toString).orElse("")))
            .collect(Collectors.joining("\n"));
    return "| What | Where | Why | How long | How many |\n|---|---|---|---|---|\n" + rows;
  }
}
