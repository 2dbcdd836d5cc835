package org.postbag.past;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.email.Address;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;
import org.postbag.email.text.Fold;
import org.postbag.intake.Screening;
import org.postbag.intake.ScreeningReason;

/// The columns of `past_letter` that hold several values as text; see V73.
final class StoredText {
  private StoredText() {}

  /// The header field that names an address.
  enum Role {
    FROM,
    REPLY_TO,
    TO,
    CC
  }

  /// An address in its field.
  private record Named(Role role, NamedAddress address) {}

  /// All addresses of a letter.
  record Addresses(List<Named> all) {
    List<NamedAddress> of(Role role) {
      return all.stream().filter(one -> one.role() == role).map(Named::address).toList();
    }
  }

  static String ids(List<MessageId> ids) {
    return ids.stream().map(MessageId::value).collect(Collectors.joining(" "));
  }

  static List<MessageId> ids(String stored) {
    return Arrays.stream(stored.split(" ", -1))
        .flatMap(id -> MessageId.parse(id).stream())
        .toList();
  }

  static String addresses(PastLetter letter) {
    return Stream.of(
            lines(Role.FROM, letter.from().stream().toList()),
            lines(Role.REPLY_TO, letter.replyTo()),
            lines(Role.TO, letter.to()),
            lines(Role.CC, letter.cc()))
        .flatMap(List::stream)
        .collect(Collectors.joining("\n"));
  }

  private static List<String> lines(Role role, List<NamedAddress> addresses) {
    return addresses.stream().map(one -> line(role, one)).toList();
  }

  private static String line(Role role, NamedAddress one) {
    String name = one.name() == null ? "" : one.name().replaceAll("[\\p{Cntrl}\\s]+", " ");
    return String.join("\t", role.name(), one.address().toString(), name);
  }

  static Addresses addresses(String stored) {
    return new Addresses(stored.lines().flatMap(line -> named(line).stream()).toList());
  }

  private static Optional<Named> named(String line) {
    String[] parts = line.split("\t", 3);
    return Address.parse(parts[1])
        .map(address ->
            new Named(
                Role.valueOf(parts[0]),
                new NamedAddress(parts[2].isBlank() ? null : parts[2], address)));
  }

  static String screening(Screening.Outcome outcome) {
    return switch (outcome) {
      case Screening.Outcome.Personal() -> "";
      case Screening.Outcome.Held(ScreeningReason reason) -> "held " + reason.name();
      case Screening.Outcome.SetAside(ScreeningReason reason) -> "setAside " + reason.name();
    };
  }

  static Screening.Outcome screening(String stored) {
    if (stored.isEmpty()) {
      return new Screening.Outcome.Personal();
    }
    ScreeningReason reason = ScreeningReason.valueOf(stored.substring(stored.indexOf(' ') + 1));
    return stored.startsWith("held ")
        ? new Screening.Outcome.Held(reason)
        : new Screening.Outcome.SetAside(reason);
  }

  static String folds(List<Fold> folds) {
    return folds.stream()
        .map(fold -> "%d-%d-%s".formatted(fold.start(), fold.end(), fold.why().word()))
        .collect(Collectors.joining(" "));
  }

  static List<Fold> folds(String stored) {
    List<Fold> folds = new ArrayList<>();
    for (String each : stored.isEmpty() ? List.<String>of() : List.of(stored.split(" ", -1))) {
      String[] parts = each.split("-", 3);
      Fold.Why why = Fold.Why.valueOf(parts[2].toUpperCase(Locale.ROOT));
      folds.add(new Fold(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), why));
    }
    return folds;
  }
}
