package org.postbag.review;

import java.time.Instant;
import java.util.Optional;
import org.postbag.email.Address;

/// What a list is narrowed to, beside its state and topic.
///
/// @param urgent only letters in which somebody may need help at once
/// @param reason the word of the reason why a person must decide; one that ends in `-` stands for
///   all that begin so
/// @param since only letters that came at that moment or later
/// @param until only letters that came before that moment
public record Criteria(
    boolean urgent,
    Optional<String> mailbox,
    Optional<String> language,
    Optional<String> reason,
    Optional<Address> writer,
    Optional<Instant> since,
    Optional<Instant> until) {
  public static final Criteria NONE =
      new Criteria(
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// Letters in which somebody may need help at once.
  public static final Criteria URGENT = NONE.urgently();

  /// The same among the urgent letters only.
  public Criteria urgently() {
    return new Criteria(true, mailbox, language, reason, writer, since, until);
  }
}
