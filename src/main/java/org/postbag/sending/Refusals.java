package org.postbag.sending;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postbag.database.Database;
import org.postbag.ledger.Reason;
import org.postbag.ledger.SendingReason;
import org.postbag.ledger.SmtpFailure;
import org.postbag.ledger.SmtpFailure.Kind;

/// The room's door for those who show why a reply has not left, or did not arrive: in the mail
/// server's own words.
public final class Refusals {
  private final JdbcAttempts attempts;
  private final JdbcRefusedAddresses addresses;

  public Refusals(Database database) {
    this.attempts = new JdbcAttempts(database);
    this.addresses = new JdbcRefusedAddresses(database);
  }

  /// Empty for a reply that was not tried under its present approval, or that the server took and
  /// no delivery report returned.
  public Optional<Refusal> of(long letter) {
    return Optional.ofNullable(of(List.of(letter)).get(letter));
  }

  /// The same for many, by the letter's number.
  public Map<Long, Refusal> of(Collection<Long> letters) {
    return letters.isEmpty()
        ? Map.of()
        : attempts.latest(letters).stream()
            .flatMap(attempt -> refusal(attempt).stream())
            .collect(Collectors.toMap(Refusal::letter, Function.identity()));
  }

  private Optional<Refusal> refusal(Attempt attempt) {
    return switch (attempt.outcome()) {
      case DEFERRED -> Optional.of(notYet(attempt, Kind.DEFERRED));
      case UNREACHED -> Optional.of(notYet(attempt, Kind.UNREACHED));
      case REJECTED -> Optional.of(refusal(attempt, failure(attempt, Kind.REJECTED)));
      case ACCEPTED ->
          addresses
              .words(attempt.letter())
              .map(words ->
                  new Refusal(attempt.letter(), SendingReason.BOUNCED, words, Optional.empty()));
      case OPEN, UNCLEAR -> Optional.empty();
    };
  }

  private static Refusal notYet(Attempt attempt, Kind kind) {
    return refusal(
        attempt, attempt.next().isPresent() ? failure(attempt, kind) : SendingReason.GAVE_UP);
  }

  private static Refusal refusal(Attempt attempt, Reason reason) {
    return new Refusal(attempt.letter(), reason, attempt.words(), attempt.next());
  }

  private static Reason failure(Attempt attempt, Kind kind) {
    return new SmtpFailure(kind, attempt.code());
  }
}
