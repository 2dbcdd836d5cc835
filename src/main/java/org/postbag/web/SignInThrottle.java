package org.postbag.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Slows down the guessing of passwords, without letting a guesser lock anybody out: what is slowed
/// is a name **from an address**, and an address as a whole; never a name by itself. Kept in
/// memory: a restart forgives.
final class SignInThrottle {
  /// Wrong passwords before the first pause, for one name from one address.
  static final int FREE = 5;

  /// Wrong passwords before the first pause, for one address, which an office may share.
  static final int FREE_FOR_ADDRESS = 30;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final int REMEMBERED = 10_000;

  private record Tries(int failures, Instant until) {}

  private final InstantSource clock;
  private final Map<String, Tries> records =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > REMEMBERED;
        }
      };

  SignInThrottle(InstantSource clock) {
    this.clock = clock;
  }

  /// How long the next try from there must wait; zero when it may come now.
  synchronized Duration pause(String name, String address) {
    Duration pair = left(pair(name, address));
    Duration whole = left(address);
    return pair.compareTo(whole) > 0 ? pair : whole;
  }

  synchronized void failed(String name, String address) {
    count(pair(name, address), FREE);
    count(address, FREE_FOR_ADDRESS);
  }

  /// Forgives the name at that address; the address itself stays watched.
  synchronized void succeeded(String name, String address) {
    records.remove(pair(name, address));
  }

  private Duration left(String key) {
    Tries tries = records.get(key);
    Instant now = clock.instant();
    return tries == null || !tries.until().isAfter(now)
        ? Duration.ZERO
        : Duration.between(now, tries.until());
  }

  private void count(String key, int free) {
    Instant now = clock.instant();
    Tries before = records.remove(key);
    boolean fresh = before == null || before.until().plus(LONGEST_PAUSE).isBefore(now);
    int failures = before == null || fresh ? 1 : before.failures() + 1;
    records.put(key, new Tries(failures, now.plus(pauseAfter(failures - free))));
  }

  private static Duration pauseAfter(int beyond) {
    if (beyond < 0) {
      return Duration.ZERO;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(beyond, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static String pair(String name, String address) {
    return name.strip().toLowerCase(Locale.ROOT) + "\n" + address;
  }
}
