package org.postbag.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;
import org.postbag.email.Recipient;
import org.postbag.people.name.KnownName;
import org.postbag.people.name.NameSource;
import org.postbag.people.name.OwnLines;
import org.postbag.people.name.Salutations;
import org.postbag.people.name.WriterNames;
import org.postbag.people.place.Constituency;
import org.postbag.people.place.HomePostcode;

/// The room's door: who wrote a letter.
public final class Correspondents {
  private final Constituency constituency;
  private final Supplier<Salutations> salutations;
  private final HomePostcode homes;

  /// @param salutations those in force, asked for again for each letter
  /// @param ours texts of the office's own, whose postcodes are nobody's
  public Correspondents(
      Constituency constituency, Supplier<Salutations> salutations, Collection<String> ours) {
    this.constituency = constituency;
    this.salutations = salutations;
    this.homes = new HomePostcode(constituency.country(), List.copyOf(ours));
  }

  /// The writer; empty when there is no address to answer to.
  ///
  /// @param own the office's own addresses: nobody is answered there
  public Optional<Correspondent> of(Letter letter, Set<Address> own) {
    return Recipient.of(letter, own).map(to -> correspondent(letter, to));
  }

  private Correspondent correspondent(Letter letter, NamedAddress to) {
    Salutations inForce = salutations.get();
    Optional<KnownName> known =
        WriterNames.of(
            letter, nameOf(letter, to), sourceOf(letter, to), inForce.forms(letter.language()));
    Optional<String> postcode = homes.in(OwnLines.text(letter), OwnLines.form(letter));
    return new Correspondent(
        to,
        known,
        inForce.of(known.map(KnownName::name), letter.language()),
        postcode,
        constituency.holds(postcode),
        constituency.member(postcode));
  }

  private static NameSource sourceOf(Letter letter, NamedAddress to) {
    return letter.namedWriter().filter(to::equals).isPresent()
        ? NameSource.FORM
        : NameSource.DISPLAY_NAME;
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
