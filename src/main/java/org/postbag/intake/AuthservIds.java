package org.postbag.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postbag.database.Database;
import org.postbag.email.AuthenticationResults;
import org.postbag.email.Headers;

/// The names under which the office's own mail servers write Authentication-Results, RFC 8601 §2.5:
/// from the settings, else learned from the newest letters. A server that writes the field writes
/// it above all others, and into nearly every letter.
public final class AuthservIds {
  private static final int LEAST = 3;
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration FRESH_WITHOUT = Duration.ofSeconds(10);

  private record Learned(Instant at, Set<String> ids) {}

  private final Map<String, String> configured;
  private final JdbcNewestHeaders newest;
  private final InstantSource clock;
  private volatile Learned learned = new Learned(Instant.EPOCH, Set.of());

  /// @param configured by mailbox; those without one are learned
  public AuthservIds(Database database, Map<String, String> configured, InstantSource clock) {
    this.configured = Map.copyOf(configured);
    this.newest = new JdbcNewestHeaders(database);
    this.clock = clock;
  }

  /// Those of all mailboxes, in lower case.
  public Set<String> trusted() {
    Learned last = learned;
    Instant now = clock.instant();
    Duration fresh = last.ids().isEmpty() ? FRESH_WITHOUT : FRESH;
    if (last.at().plus(fresh).isBefore(now)) {
      last = new Learned(now, learn());
      learned = last;
    }
    return last.ids();
  }

  private Set<String> learn() {
    Set<String> ids = new HashSet<>(configured.values());
    newest
        .byMailbox()
        .forEach((mailbox, headers) -> {
          if (!configured.containsKey(mailbox)) {
            in(headers).ifPresent(ids::add);
          }
        });
    return Set.copyOf(ids);
  }

  /// The name at the top of at least three and at least half of these letters; empty for none.
  public static Optional<String> in(Collection<Headers> letters) {
    Map<String, Long> tops =
        letters.stream()
            .flatMap(headers -> AuthenticationResults.topmost(headers).stream())
            .map(AuthenticationResults::authservId)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<Map.Entry<String, Long>> most =
        tops.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .toList();
    return most.stream()
        .findFirst()
        .filter(top -> top.getValue() >= LEAST && 2 * top.getValue() >= letters.size())
        .map(Map.Entry::getKey);
  }
}
