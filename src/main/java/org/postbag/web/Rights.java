package org.postbag.web;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.database.MailboxScope;

/// In which mailboxes somebody has which role. Where both name one, the higher counts.
///
/// @param everywhere the role in all mailboxes, also in those that are configured later; empty for
///   somebody who sees single mailboxes only
/// @param mailboxes the roles in single mailboxes
public record Rights(Optional<Role> everywhere, SortedMap<String, Role> mailboxes) {
  public Rights {
    mailboxes = Collections.unmodifiableSortedMap(new TreeMap<>(mailboxes));
    if (everywhere.isEmpty() && mailboxes.isEmpty()) {
      throw new IllegalArgumentException("somebody without any right has no account");
    }
  }

  /// The same role in every mailbox.
  public static Rights everywhere(Role role) {
    return new Rights(Optional.of(role), Collections.emptySortedMap());
  }

  /// Roles in these mailboxes only.
  public static Rights in(Map<String, Role> mailboxes) {
    return new Rights(Optional.empty(), new TreeMap<>(mailboxes));
  }

  /// The same, with no more than that role anywhere.
  Rights atMost(Role most) {
    SortedMap<String, Role> less = new TreeMap<>();
    mailboxes.forEach((name, role) -> less.put(name, lower(role, most)));
    return new Rights(everywhere.map(role -> lower(role, most)), less);
  }

  private static Role lower(Role one, Role other) {
    return one.includes(other) ? other : one;
  }

  /// The role in a mailbox; empty when it may not even be seen.
  public Optional<Role> in(String mailbox) {
    return Stream.concat(everywhere.stream(), Optional.ofNullable(mailboxes.get(mailbox)).stream())
        .max(Comparator.naturalOrder());
  }

  /// The highest role in any mailbox.
  public Role highest() {
    return Stream.concat(everywhere.stream(), mailboxes.values().stream())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  public boolean mayEverywhere(Role role) {
    return everywhere.filter(mine -> mine.includes(role)).isPresent();
  }

  public boolean mayIn(String mailbox, Role role) {
    return in(mailbox).filter(mine -> mine.includes(role)).isPresent();
  }

  /// What may be seen of the letters.
  public MailboxScope scope() {
    return everywhere.isPresent() ? MailboxScope.ALL : MailboxScope.only(mailboxes.keySet());
  }

  /// In a few words, for people and the ledger: `approver`, or `viewer, approver in office`.
  public String label() {
    return Stream.concat(
            everywhere.map(Role::label).stream(),
            mailboxes.entrySet().stream()
                .map(one -> one.getValue().label() + " in " + one.getKey()))
        .collect(Collectors.joining(", "));
  }
}
