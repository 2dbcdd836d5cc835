package org.postbag.web;

import java.time.Instant;

/// Somebody who may sign in.
///
/// @param name the sign-in name, in lower case; it stands in the ledger
/// @param created when the account was made
public record StaffMember(String name, Rights rights, Instant created) {
  /// With one role in every mailbox.
  public StaffMember(String name, Role role, Instant created) {
    this(name, Rights.everywhere(role), created);
  }

  /// The same person with no more than that role anywhere, as a token may have it.
  StaffMember atMost(Role most) {
    return new StaffMember(name, rights.atMost(most), created);
  }

  /// The highest role in any mailbox: what a page may offer at all. What may be done with a letter
  /// is asked of its mailbox, [#mayIn].
  public Role role() {
    return rights.highest();
  }

  /// Whether in some mailbox.
  public boolean may(String role) {
    return rights.highest().includes(Role.of(role).orElseThrow());
  }

  public boolean mayIn(String mailbox, String role) {
    return rights.mayIn(mailbox, Role.of(role).orElseThrow());
  }

  /// Whether in all mailboxes, as what concerns the whole office asks.
  public boolean mayEverywhere(String role) {
    return rights.mayEverywhere(Role.of(role).orElseThrow());
  }
}
