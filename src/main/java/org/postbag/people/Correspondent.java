package org.postbag.people;

import java.util.Optional;
import org.postbag.email.NamedAddress;

/// Who wrote a letter, as far as the letter tells.
///
/// @param address where an answer goes
/// @param name the name to show, from the address; never one that a reply could not hold
/// @param salutation how a reply begins, such as `Dear Ms Lee`; never empty, never `Dear ,`
/// @param postcode a British postcode found in the letter, in its usual form
/// @param constituent whether that postcode is one of the office's; empty when it cannot be told
public record Correspondent(
    NamedAddress address,
    Optional<String> name,
    String salutation,
    Optional<String> postcode,
    Optional<Boolean> constituent) {
  /// Whether the salutation holds a name; where it does not, nothing else in a reply should.
  public boolean isGreetedByName() {
    return !salutation.equals(Salutation.WITHOUT_NAME);
  }
}
