package org.postbag.people;

import java.util.Optional;
import org.postbag.email.NamedAddress;
import org.postbag.people.name.KnownName;
import org.postbag.people.name.PersonName;

/// Who wrote a letter, as far as the letter tells.
///
/// @param address where an answer goes
/// @param known the writer's name and where the letter tells it; empty where none is surely a
///   person's
/// @param salutation how a reply in the letter's own language begins, such as `Dear Ms Lee`; never
///   empty, never `Dear ,`
/// @param postcode a postcode found in the letter, in its usual form
/// @param constituent whether that postcode is one of the office's; empty when it cannot be told
/// @param member who speaks for that postcode, where the office's table names somebody
public record Correspondent(
    NamedAddress address,
    Optional<KnownName> known,
    String salutation,
    Optional<String> postcode,
    Optional<Boolean> constituent,
    Optional<String> member) {
  /// The name, never one that a reply could not hold.
  public Optional<PersonName> name() {
    return known.map(KnownName::name);
  }
}
