package org.postbag.people;

import java.util.Optional;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;

/// The room's door: who wrote a letter.
public final class Correspondents {
  /// The writer; empty when there is no address to answer to.
  public Optional<Correspondent> of(Letter letter) {
    return letter.replyTo().stream().findFirst().map(to -> correspondent(letter, to));
  }

  private static Correspondent correspondent(Letter letter, NamedAddress to) {
    Optional<String> name =
        letter.from().map(NamedAddress::name).or(() -> Optional.ofNullable(to.name()));
    return new Correspondent(
        to, name.filter(n -> !n.isBlank()), Salutation.of(name), Postcode.in(letter.text()));
  }
}
