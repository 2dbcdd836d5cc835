package org.postbag.settings;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.ConfigurationFile;
import org.postbag.catalog.DraftRule;
import org.postbag.catalog.FileSchema;
import org.postbag.catalog.KeyShapes;
import org.postbag.catalog.Mistakes;
import org.postbag.catalog.Problem;
import org.postbag.catalog.Variables;
import org.postbag.catalog.YamlItem;
import org.postbag.catalog.YamlMap;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.database.DatabaseSettings;
import org.postbag.people.place.Constituency;
import org.postbag.people.place.ConstituencyFile;
import org.postbag.people.place.ConstituencyTable;
import org.postbag.people.place.PostcodeRules;
import org.postbag.review.ReviewSettings;

/// Reads `application.yaml`, naming every mistake at once.
public final class SettingsReader {
  /// What a reading found.
  ///
  /// @param settings empty when there are errors
  /// @param known the paths of all keys that the reader knows
  public record Reading(Optional<Settings> settings, List<Problem> problems, Set<String> known) {}

  private static final Map<String, Embedder.When> WHEN =
      new TreeMap<>(
          Map.of(
              "off", Embedder.When.OFF,
              "unsure", Embedder.When.UNSURE,
              "always", Embedder.When.ALWAYS));
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Path config;
  private final Path data;
  private final Mistakes mistakes;
  private final List<Problem> problems = new ArrayList<>();

  private SettingsReader(Path config, Path data) {
    this.config = config;
    this.data = data;
    this.mistakes = new Mistakes(file(config).toString());
  }

  /// The file of settings in a configuration folder.
  public static Path file(Path config) {
    return config.resolve("application.yaml");
  }

  /// Reads the settings of that folder.
  ///
  /// @param variables what `${NAME}` stands for
  public static Reading read(Path config, Path data, Variables variables) {
    return new SettingsReader(config, data).read(variables);
  }

  /// The database alone: what else is wrong in the file, or not set, keeps nobody from it.
  public static DatabaseReading readDatabase(Path config, Path data, Variables variables) {
    SettingsReader reader = new SettingsReader(config, data);
    Optional<DatabaseSettings> database =
        ConfigurationFile.read(file(config), reader.mistakes, variables)
            .flatMap(yaml -> yaml.map("postbag"))
            .map(postbag -> StorageReader.database(postbag.group("database"), data));
    List<Problem> problems = reader.mistakes.all();
    return new DatabaseReading(
        problems.stream().anyMatch(Problem::isError) ? Optional.empty() : database, problems);
  }

  /// The keys of the file as it is, with what they hold.
  public static List<KeyShapes.Asked> keys(Path config, Path data, Variables variables) {
    return KeyShapes.of(() -> read(config, data, variables));
  }

  /// The JSON Schema of the file.
  public static Map<String, Object> schema() {
    String all =
        "postbag: {mailboxes: {\"*\": {oauth2: {provider: other}}}, salutation: {\"*\": x}}";
    Mistakes none = new Mistakes("schema");
    SettingsReader reader = new SettingsReader(Path.of("."), Path.of("."));
    return FileSchema.of(
        "application.yaml of Postbag",
        KeyShapes.of(
            () -> ConfigurationFile.of(all, none, Variables.LITERAL).ifPresent(reader::settings)),
        true);
  }

  /// What [#readDatabase] found.
  public record DatabaseReading(Optional<DatabaseSettings> database, List<Problem> problems) {}

  private Reading read(Variables variables) {
    Optional<YamlMap> yaml = ConfigurationFile.read(file(config), mistakes, variables);
    Optional<Settings> settings = yaml.flatMap(this::settings);
    problems.addAll(0, mistakes.all());
    return new Reading(
        problems.stream().anyMatch(Problem::isError) ? Optional.empty() : settings,
        List.copyOf(problems),
        yaml.map(YamlMap::known).orElse(Set.of()));
  }

  private Optional<Settings> settings(YamlMap file) {
    file.require("postbag");
    Optional<Settings> settings = file.map("postbag").map(this::postbag);
    file.checkKeys();
    return settings;
  }

  private Settings postbag(YamlMap postbag) {
    MailboxesReader mailboxes = new MailboxesReader(config, mistakes);
    postbag.map("mailboxes").ifPresent(mailboxes::read);
    if (mailboxes.isEmpty() && !mistakes.hasErrors()) {
      mistakes.warning(
          postbag.lineOf("mailboxes"), "no mailbox is configured", "add one under `mailboxes:`");
    }
    ZoneId zone =
        postbag
            .read("time-zone", "a place, as in `Europe/London`", SettingsReader::zone)
            .orElseGet(ZoneId::systemDefault);
    String office = postbag.text("office").orElseGet(mailboxes::firstDisplayName);
    YamlMap sending = postbag.group("sending");
    YamlMap matching = postbag.group("matching");
    Settings settings =
        new Settings(
            config,
            data,
            StorageReader.database(postbag.group("database"), data),
            mailboxes.settings(),
            mailboxes.own(),
            mailboxes.signatures(),
            mailboxes.authservIds(),
            zone,
            constituency(postbag),
            SalutationsReader.read(postbag.group("salutation")),
            sending.duration("undo-window", Duration.ZERO, A_DAY).orElse(Settings.UNDO_WINDOW),
            sending
                .duration("repeat-after", Duration.ZERO, Duration.ofDays(3650))
                .orElse(Settings.REPEAT_AFTER),
            sending.whole("flood-limit", 1, 1_000_000).orElse(Settings.FLOOD_LIMIT),
            sending.whole("draft-limit", 1, 10_000_000).orElse(ReviewSettings.DRAFT_LIMIT),
            sending.flag("quote-original").orElse(false),
            matching.choice("meaning", WHEN).orElse(Embedder.When.OFF),
            matching
                .share("drafts-right")
                .<DraftRule>map(DraftRule.DraftsRight::new)
                .orElse(DraftRule.DEFAULT),
            SendingReader.read(sending, mailboxes.paces(), zone),
            DeskReader.read(postbag.group("desk"), zone, office, mistakes),
            UpkeepReader.read(postbag, data, zone));
    matching.checkKeys();
    sending.checkKeys();
    postbag.checkKeys();
    return settings;
  }

  private Constituency constituency(YamlMap postbag) {
    List<String> postcodes = new ArrayList<>();
    for (YamlItem item : postbag.items("constituency")) {
      if (item.text().matches(Constituency.POSTCODE)) {
        postcodes.add(item.text());
      } else {
        mistakes.error(
            item.line(),
            "`" + item.text() + "` is not the beginning of a postcode",
            "write an area, a district or a sector, as in `DN`, `DN1` or `DN3 1`");
      }
    }
    PostcodeRules country = postbag.choice("country", PostcodeRules.all()).orElse(PostcodeRules.UK);
    return new Constituency(country, postcodes, table(country));
  }

  private ConstituencyTable table(PostcodeRules country) {
    Path file = ConstituencyFile.in(config);
    Mistakes inTable = new Mistakes(file.toString());
    ConstituencyTable table = ConstituencyFile.read(file, country, inTable);
    problems.addAll(inTable.all());
    return table;
  }

  private static @Nullable ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return null;
    }
  }
}
