package org.postbag.people;

import com.ibm.icu.text.SpoofChecker;
import java.net.IDN;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Domains that can be mistaken for one that is known, by the confusable characters of Unicode (UTS
/// #39 §4): `examp1e.org`, `exarnple.org`, Cyrillic letters among Latin ones.
final class LookAlikes {
  private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

  private final Set<String> known = new HashSet<>();
  private final Map<String, String> bySkeleton = new HashMap<>();

  /// @param known domains that are what they say, in either form (RFC 5890 §2.3.2)
  LookAlikes(Collection<String> known) {
    for (String domain : known) {
      String shown = shown(domain);
      if (this.known.add(shown)) {
        bySkeleton.putIfAbsent(CHECKER.getSkeleton(shown), shown);
      }
    }
  }

  /// The known domain that it can be mistaken for, itself or one that it stands below; empty for
  /// one that is known.
  Optional<String> of(String domain) {
    String rest = shown(domain);
    while (rest.indexOf('.') > 0) {
      if (known.contains(rest)) {
        return Optional.empty();
      }
      String alike = bySkeleton.get(CHECKER.getSkeleton(rest));
      if (alike != null) {
        return Optional.of(alike);
      }
      rest = rest.substring(rest.indexOf('.') + 1);
    }
    return Optional.empty();
  }

  /// As a reader sees it: labels in Unicode.
  private static String shown(String domain) {
    return IDN.toUnicode(domain, IDN.ALLOW_UNASSIGNED);
  }
}
