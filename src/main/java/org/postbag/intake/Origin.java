package org.postbag.intake;

import java.util.Optional;
import java.util.Set;
import org.postbag.email.Address;
import org.postbag.email.Authorship;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;

/// Whether the one in From wrote a letter, or a form, a group or a forwarder stands there.
final class Origin {
  private Origin() {}

  static boolean isOurs(Letter letter, Set<Address> own) {
    return letter.from().filter(from -> isOwn(from.address(), own)).isPresent();
  }

  static boolean wouldAnswerOurselves(Letter letter, Set<Address> own) {
    return letter.replyTo().stream().allMatch(to -> isOwn(to.address(), own))
        && !namesWriter(letter, own);
  }

  /// Whether somebody but ourselves and a machine is named as the writer: by a form's fields, by
  /// the group that rewrote From, or in Reply-To under our own address.
  static boolean namesWriter(Letter letter, Set<Address> own) {
    boolean replyTo =
        letter.headers().has("Reply-To")
            && isOurs(letter, own)
            && letter.replyTo().stream().anyMatch(to -> isPerson(to, own));
    return replyTo || (!letter.isBy(Authorship.Means.FORWARDED) && writer(letter, own).isPresent());
  }

  private static Optional<NamedAddress> writer(Letter letter, Set<Address> own) {
    return letter.namedWriter().filter(writer -> isPerson(writer, own));
  }

  private static boolean isPerson(NamedAddress named, Set<Address> own) {
    return !isOwn(named.address(), own) && !SystemSenders.isSystem(named.address());
  }

  /// Whether it is not sure who is to be answered: only the text of a form names the writer, or our
  /// own address stands in From and no form that we know put it there.
  static boolean isUncertain(Letter letter, Set<Address> own) {
    boolean named = namesWriter(letter, own);
    boolean form = letter.isBy(Authorship.Means.FORM);
    boolean confirmed = form && writer(letter, own).filter(w -> isAnswered(w, letter)).isPresent();
    boolean stranger = isOurs(letter, own) || form;
    return named && stranger && !confirmed;
  }

  /// Whether the header names the same person.
  private static boolean isAnswered(NamedAddress writer, Letter letter) {
    return letter.replyTo().stream().anyMatch(to -> to.address().sameAs(writer.address()));
  }

  /// Whether it is another one's letter; what a machine wrote and a person shows us is not.
  static boolean isForwarded(Letter letter) {
    return letter.isBy(Authorship.Means.FORWARDED)
        && letter.namedWriter().filter(w -> SystemSenders.isSystem(w.address())).isEmpty();
  }

  /// A sub-address (`office+x@`) is ours too, RFC 5233.
  static boolean isOwn(Address address, Set<Address> own) {
    return own.stream().anyMatch(o -> o.sameAs(address));
  }
}
