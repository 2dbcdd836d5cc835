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
    Optional<NamedAddress> named = namedWriter(letter, own);
    if (named.isPresent()) {
      return named;
    }
    Optional<Address> writer = letter.from().map(NamedAddress::address);
    return possible.stream()
        .limit(letter.replyTo().size())
        .filter(a -> writer.filter(w -> w.sameAs(a.address())).isPresent())
        .findFirst()
        .or(() -> possible.stream().findFirst())
        .map(to -> withName(to, letter));
  }

  /// Who is named in a form's fields, or by the group that rewrote From, where the header names
  /// nobody in Reply-To; who wrote the letter that an office passes on.
  private static Optional<NamedAddress> namedWriter(Letter letter, Set<Address> own) {
    boolean passedOn =
        letter.isBy(Authorship.Means.FORWARDED)
            ? Offices.passOn(letter, own)
            : letter.replyTo().stream().noneMatch(to -> isSomebodyElse(to, letter, own));
    return letter.namedWriter().filter(_ -> passedOn).filter(w -> !isOwn(w, own));
  }

  private static boolean isSomebodyElse(NamedAddress to, Letter letter, Set<Address> own) {
    boolean from = letter.from().filter(f -> f.address().sameAs(to.address())).isPresent();
    return !from && !isOwn(to, own);
  }

  private static boolean isOwn(NamedAddress address, Set<Address> own) {
    return own.stream().anyMatch(o -> o.sameAs(address.address()));
  }

  /// A form's fields know the name that its Reply-To leaves out.
  private static NamedAddress withName(NamedAddress to, Letter letter) {
    return letter
        .namedWriter()
        .filter(writer -> to.name() == null && writer.address().sameAs(to.address()))
        .orElse(to);
  }

  private static boolean names(String listPost, Address address) {
    return listPost
        .toLowerCase(java.util.Locale.ROOT)
        .contains("mailto:" + address.toString().toLowerCase(java.util.Locale.ROOT));
  }
}
