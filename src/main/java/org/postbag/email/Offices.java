package org.postbag.email;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.postbag.email.text.Phrases;

/// Tells an office, our own or another, that passes somebody's letter on, from a person who shows
/// us a letter that he or she received.
final class Offices {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int BRIEF = 300;
  private static final Phrases OFFICES = Phrases.in(Offices.class, "offices.txt");
  private static final Pattern DOMAIN = Pattern.compile(OFFICES.any("domain"), FLAGS);
  private static final Pattern LOCAL_PART = Pattern.compile(OFFICES.any("local part"), FLAGS);
  private static final Pattern NAME = Pattern.compile(OFFICES.any("name"));
  private static final Pattern PASSES_ON =
      Pattern.compile("(?<!\\p{L})(?:" + OFFICES.any("passes on") + ")(?!\\p{L})", FLAGS);

  private Offices() {}

  /// Whether `letter`, which forwards another one, comes from an office.
  static boolean passOn(Letter letter, Set<Address> own) {
    return letter.from().filter(from -> isOffice(from, own)).isPresent() || saysSo(letter);
  }

  private static boolean isOffice(NamedAddress from, Set<Address> own) {
    Address address = from.address();
    String name = Optional.ofNullable(from.name()).orElse("");
    return own.stream().anyMatch(o -> o.domain().equals(address.domain()))
        || DOMAIN.matcher(address.domain()).matches()
        || LOCAL_PART.matcher(address.localPart()).matches()
        || NAME.matcher(name).matches();
  }

  private static boolean saysSo(Letter letter) {
    String words = letter.visibleText();
    return words.length() <= BRIEF && PASSES_ON.matcher(words).find();
  }
}
