package org.postbag.people;

import java.util.Optional;
import java.util.Set;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;
import org.postbag.email.Recipient;

/// The room's door: who wrote a letter.
public final class Correspondents {
  private final Constituency constituency;

  public Correspondents(Constituency constituency) {
    this.constituency = constituency;
  }

  /// The writer; empty when there is no address to answer to.
  ///
  /// @param own the office's own addresses: nobody is answered there
  public Optional<Correspondent> of(Letter letter, Set<Address> own) {
    return Recipient.of(letter, own).map(to -> correspondent(letter, to));
  }

  private Correspondent correspondent(Letter letter, NamedAddress to) {
    Optional<String> name = WriterName.usable(nameOf(letter, to));
    Optional<String> postcode = Postcode.in(letter.text());
    return new Correspondent(to, name, Salutation.of(name), postcode, constituency.holds(postcode));
  }

  /// The name of the one who is answered. The name in From is that of a form or a relay when the
  /// answer goes to another address.
  private static Optional<String> nameOf(Letter letter, NamedAddress to) {
    return Optional.ofNullable(to.name())
        .or(() ->
            letter
                .from()
                .filter(from -> from.address().sameAs(to.address()))
                .map(NamedAddress::name));
  }
}
