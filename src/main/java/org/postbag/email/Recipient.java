package org.postbag.email;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whom an answer goes to: one person, never a list, never ourselves.
public final class Recipient {
  private Recipient() {}

  /// The one address to answer `letter` at, in an office whose own addresses are `own`.
  ///
  /// RFC 5322 §3.6.2 lets Reply-To name several; a standard reply goes to the writer if the writer
  /// is among them, else to the first. Where Reply-To names the list (RFC 2369 §3.4 List-Post) or
  /// ourselves, the writer's own address is taken.
  public static Optional<NamedAddress> of(Letter letter, Set<Address> own) {
    List<String> posts = letter.headers().all("List-Post");
    List<NamedAddress> possible =
        Stream.of(letter.replyTo(), letter.from().stream().toList())
            .flatMap(Collection::stream)
            .filter(a -> own.stream().noneMatch(o -> o.sameAs(a.address())))
            .filter(a -> posts.stream().noneMatch(p -> names(p, a.address())))
            .toList();
    Optional<Address> writer = letter.from().map(NamedAddress::address);
    return possible.stream()
        .limit(letter.replyTo().size())
        .filter(a -> writer.filter(w -> w.sameAs(a.address())).isPresent())
        .findFirst()
        .or(() -> possible.stream().findFirst());
  }

  private static boolean names(String listPost, Address address) {
    return listPost
        .toLowerCase(java.util.Locale.ROOT)
        .contains("mailto:" + address.toString().toLowerCase(java.util.Locale.ROOT));
  }
}
