package org.postbag.web.desk;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postbag.web.Rights;
import org.postbag.web.Role;
import org.springframework.util.MultiValueMap;

/// The rights as the form of the staff page names them: `role` in all mailboxes, and `mailbox.NAME`
/// in a single one; an empty choice names none.
final class StaffForm {
  private static final String MAILBOX = "mailbox.";

  private StaffForm() {}

  /// Empty when no right at all is chosen.
  static Optional<Rights> rights(MultiValueMap<String, String> sent) {
    Optional<Role> everywhere = Optional.ofNullable(sent.getFirst("role")).flatMap(Role::of);
    Map<String, Role> single = new TreeMap<>();
    sent.toSingleValueMap()
        .forEach((name, value) -> {
          if (name.startsWith(MAILBOX)) {
            Role.of(value).ifPresent(role -> single.put(name.substring(MAILBOX.length()), role));
          }
        });
    return everywhere.isEmpty() && single.isEmpty()
        ? Optional.empty()
        : Optional.of(new Rights(everywhere, new TreeMap<>(single)));
  }
}
