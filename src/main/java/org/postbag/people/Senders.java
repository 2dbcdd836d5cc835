package org.postbag.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.postbag.database.Database;
import org.postbag.email.Address;
import org.postbag.email.AuthenticationResults;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;

/// Whether a letter is from where it says, as far as others can tell: the office's own mail server,
/// and the likeness of its domain to those that are known.
public final class Senders {
  private static final Duration FRESH = Duration.ofMinutes(10);

  /// The known domains, as they were at that moment.
  private record Known(Instant at, LookAlikes domains) {}

  private final Supplier<Set<String>> trusted;
  private final List<String> own;
  private final JdbcKnownDomains answered;
  private final InstantSource clock;
  private volatile Known known = new Known(Instant.EPOCH, new LookAlikes(List.of()));

  /// @param trusted the names of the office's own mail servers, as in Authentication-Results
  /// @param own the office's own addresses
  public Senders(
      Database database, Supplier<Set<String>> trusted, Set<Address> own, InstantSource clock) {
    this.trusted = trusted;
    this.own = own.stream().map(Address::domain).distinct().toList();
    this.answered = new JdbcKnownDomains(database);
    this.clock = clock;
  }

  /// Whether the office's own server found that the letter is not from where it says, RFC 8601.
  public boolean isUnproven(Letter letter) {
    return AuthenticationResults.of(letter.headers(), trusted.get())
        .filter(AuthenticationResults::isFailure)
        .isPresent();
  }

  /// The domain of the office, or of somebody it has answered, that the sender's can be mistaken
  /// for.
  public Optional<String> lookAlike(Letter letter) {
    return letter
        .from()
        .map(NamedAddress::address)
        .map(Address::domain)
        .flatMap(domain -> known().domains().of(domain));
  }

  private Known known() {
    Known last = known;
    Instant now = clock.instant();
    if (last.at().plus(FRESH).isBefore(now)) {
      List<String> domains = new ArrayList<>(own);
      domains.addAll(answered.newest());
      last = new Known(now, new LookAlikes(domains));
      known = last;
    }
    return last;
  }
}
