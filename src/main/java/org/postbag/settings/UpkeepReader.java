package org.postbag.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.catalog.YamlMap;
import org.postbag.ledger.State;
import org.postbag.upkeep.UpkeepSettings;
import org.postbag.upkeep.backup.BackupSettings;
import org.postbag.upkeep.retention.RetentionSettings;

/// Reads `postbag.backup` and `postbag.retention`.
final class UpkeepReader {
  private static final int MOST_BACKUPS = 1000;
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(36_500);
  private static final Map<String, State> STATES =
      Map.of(
          "sent", State.SENT,
          "closed", State.CLOSED,
          "set-aside", State.SET_ASIDE,
          "failed", State.FAILED);

  private UpkeepReader() {}

  static UpkeepSettings read(YamlMap postbag, Path data, ZoneId zone) {
    return new UpkeepSettings(
        backup(postbag.group("backup"), data, zone), retention(postbag.group("retention")));
  }

  private static BackupSettings backup(YamlMap backup, Path data, ZoneId zone) {
    BackupSettings settings =
        new BackupSettings(
            backup.text("folder").map(data::resolve),
            backup
                .read("at", "a time of day, as in `02:30`", LocalTime::parse)
                .orElse(BackupSettings.AT),
            zone,
            backup.whole("keep", 1, MOST_BACKUPS).orElse(BackupSettings.KEEP),
            backup.secret("passphrase"));
    backup.checkKeys();
    return settings;
  }

  private static RetentionSettings retention(YamlMap retention) {
    Map<State, Duration> byState = new EnumMap<>(State.class);
    STATES.forEach((key, state) -> age(retention, key).ifPresent(age -> byState.put(state, age)));
    Map<TopicId, Duration> byTopic = new LinkedHashMap<>();
    YamlMap topics = retention.group("topics");
    for (String key : topics.keys()) {
      age(topics, key).ifPresent(age -> byTopic.put(new TopicId(key), age));
    }
    topics.checkKeys();
    retention.checkKeys();
    return new RetentionSettings(byState, byTopic);
  }

  private static Optional<Duration> age(YamlMap level, String key) {
    return level.duration(key, A_DAY, LONGEST);
  }
}
