package org.postbag.catalog;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The single values of a level of `key: value` lines, by the type that the reader expects. Each is
/// empty when the key is absent, and when it does not fit: that is noted as a mistake.
public interface Scalars {
  /// A value of which `reader` makes something; null or an [IllegalArgumentException] refuses it, a
  /// [Misfit] with words of its own.
  <T> Optional<T> read(String key, String expected, Function<String, @Nullable T> reader);

  /// Text, or a number or date as it is written.
  default Optional<String> text(String key) {
    return read(key, "text", value -> value.isBlank() ? null : value);
  }

  /// Text that is never shown in a mistake.
  default Optional<Secret> secret(String key) {
    return text(key).map(Secret::new);
  }

  default Optional<Boolean> flag(String key) {
    return read(
        key,
        "true or false",
        value ->
            switch (value) {
              case "true", "yes", "on" -> true;
              case "false", "no", "off" -> false;
              case String other -> null;
            });
  }

  default Optional<Integer> whole(String key, int least, int most) {
    return read(
        key,
        "a whole number from " + least + " to " + most,
        value -> within(Integer.valueOf(value), least, most));
  }

  /// A part of a whole; some think of it in percent.
  default Optional<Double> share(String key) {
    return read(
        key, "a number from 0 to 1, as in `0.7`", value -> within(Double.valueOf(value), 0.0, 1.0));
  }

  /// A time with its unit, as in `90s`.
  default Optional<Duration> duration(String key, Duration least, Duration most) {
    String expected =
        "a time from " + Quantities.show(least) + " to " + Quantities.show(most) + ", as in `90s`";
    return read(key, expected, value -> within(Quantities.duration(value), least, most));
  }

  /// A number of bytes with its unit, as in `25MB`.
  default Optional<Long> size(String key, long least, long most) {
    String expected = "a size from " + least + "B to " + most + "B, as in `25MB`";
    return read(key, expected, value -> within(Quantities.size(value), least, most));
  }

  default Optional<LocalDate> date(String key) {
    return read(key, "a day, as in `2026-03-31`", LocalDate::parse);
  }

  /// One of the words that `known` names, by its value.
  default <T> Optional<T> choice(String key, Map<String, T> known) {
    return read(key, "one of " + String.join(", ", known.keySet()), known::get);
  }

  private static <T extends Comparable<T>> @Nullable T within(T value, T least, T most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0 ? value : null;
  }
}
