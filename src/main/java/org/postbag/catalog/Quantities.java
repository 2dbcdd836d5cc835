package org.postbag.catalog;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times and sizes as people write them.
public final class Quantities {
  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,9}) ?([A-Za-z]+)");
  private static final Map<String, Duration> TIMES =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "min", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));
  private static final Map<String, Long> SIZES =
      Map.of("B", 1L, "kB", 1_000L, "KB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L);

  private Quantities() {}

  /// `500ms`, `60s`, `5m`, `2h`, `1d`; throws [IllegalArgumentException] for anything else.
  public static Duration duration(String text) {
    Matcher parts = split(text);
    return unit(TIMES, parts).multipliedBy(Long.parseLong(parts.group(1)));
  }

  /// `800kB`, `25MB`, `1GB`, in powers of ten; throws [IllegalArgumentException] otherwise.
  public static long size(String text) {
    Matcher parts = split(text);
    return unit(SIZES, parts) * Long.parseLong(parts.group(1));
  }

  /// The shortest form that [#duration] understands.
  public static String show(Duration time) {
    if (time.toMillis() % 1000 != 0) {
      return time.toMillis() + "ms";
    }
    long seconds = time.toSeconds();
    if (seconds > 0 && seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds > 0 && seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  private static Matcher split(String text) {
    Matcher parts = NUMBER_AND_UNIT.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a number with its unit: " + text);
    }
    return parts;
  }

  private static <T> T unit(Map<String, T> units, Matcher parts) {
    return Optional.ofNullable(units.get(parts.group(2)))
        .orElseThrow(() -> new IllegalArgumentException("unknown unit " + parts.group(2)));
  }
}
