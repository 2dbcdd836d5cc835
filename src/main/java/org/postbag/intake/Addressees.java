package org.postbag.intake;

import java.util.List;
import java.util.Set;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;

/// Whom a letter is addressed to.
final class Addressees {
  private static final int MANY = 20;

  private Addressees() {}

  /// Whether the letter is to somebody else, and we have a copy (RFC 5322 §3.6.3).
  static boolean onlyCopiesUs(Letter letter, Set<Address> own) {
    return !letter.to().isEmpty() && !names(letter.to(), own) && names(letter.cc(), own);
  }

  static boolean areMany(Letter letter) {
    return letter.to().size() + letter.cc().size() > MANY;
  }

  private static boolean names(List<NamedAddress> addresses, Set<Address> own) {
    return addresses.stream().anyMatch(to -> Origin.isOwn(to.address(), own));
  }
}
