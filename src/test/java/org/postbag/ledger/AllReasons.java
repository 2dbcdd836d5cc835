package org.postbag.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postbag.intake.ScreeningReason;

/// Every reason there is, found by the permitted types of [Reason], so that none can be forgotten.
public final class AllReasons {
  /// A word that no version of ours has written.
  public static final ReviewReason.Unknown UNKNOWN =
      new ReviewReason.Unknown("from-another-version");

  private AllReasons() {}

  public static List<Reason> known() {
    return of(Reason.class).toList();
  }

  /// Those for which a letter is put before a person or set aside, and an unknown one.
  public static List<ReviewReason> forReview() {
    Stream<ReviewReason> known =
        known().stream().filter(ReviewReason.class::isInstance).map(ReviewReason.class::cast);
    return Stream.concat(known, Stream.of(UNKNOWN)).toList();
  }

  private static Stream<Reason> of(Class<?> type) {
    if (type.isSealed()) {
      return Arrays.stream(type.getPermittedSubclasses()).flatMap(AllReasons::of);
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants()).map(Reason.class::cast);
    }
    if (type.equals(ReviewReason.Screened.class)) {
      return Arrays.stream(ScreeningReason.values()).map(ReviewReason.Screened::new);
    }
    if (type.equals(HelpReason.class)) {
      return Stream.of(new HelpReason("self-harm", false), new HelpReason("threat", false));
    }
    if (type.equals(SmtpFailure.class)) {
      return Arrays.stream(SmtpFailure.Kind.values())
          .flatMap(kind -> Stream.of(new SmtpFailure(kind, 0), new SmtpFailure(kind, 451)));
    }
    if (type.equals(StaffReason.class)) {
      return Arrays.stream(StaffReason.Kind.values()).map(AllReasons::staff);
    }
    if (type.equals(Reason.Assigned.class)) {
      return Stream.of(
          new Reason.Assigned(Optional.of("calais")), new Reason.Assigned(Optional.empty()));
    }
    if (type.equals(Reason.HandedTo.class)) {
      return Stream.of(new Reason.HandedTo("ben"));
    }
    if (type.equals(ReviewReason.Unknown.class)) {
      return Stream.of();
    }
    throw new IllegalStateException("no values are known of " + type);
  }

  private static StaffReason staff(StaffReason.Kind kind) {
    return switch (kind) {
      case ADDED, RIGHTS -> new StaffReason(kind, "ann", "approver");
      case SIGNED_IN, SIGN_IN_FAILED -> new StaffReason(kind, "ann", "password");
      case PASSWORD, REMOVED, TOKEN_MADE, TOKEN_ENDED -> new StaffReason(kind, "ann");
    };
  }
}
