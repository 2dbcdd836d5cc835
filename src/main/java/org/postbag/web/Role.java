package org.postbag.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a member of staff may do. Each role may do what those before it may.
public enum Role {
  /// Reads letters, drafts and the ledger.
  VIEWER,
  /// Prepares: writes and edits replies, chooses topics, notes, assigns, puts off.
  DRAFTER,
  /// Decides: approves, closes, takes back, stops what leaves.
  APPROVER,
  /// Changes topics and standard replies.
  TUNER,
  /// Manages mailboxes, and with a role in all of them the staff.
  ADMIN;

  /// What the viewer was called before there was a drafter; scripts say it still.
  private static final String VIEWER_BEFORE = "reader";

  /// The name in the terminal, the API and the database: `viewer`, `drafter`, `approver`, `tuner`,
  /// `admin`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role of that label, without case.
  public static Optional<Role> of(String label) {
    return label.equalsIgnoreCase(VIEWER_BEFORE)
        ? Optional.of(VIEWER)
        : Arrays.stream(values()).filter(role -> role.name().equalsIgnoreCase(label)).findFirst();
  }

  /// Whether somebody of this role may do what `other` may.
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /// This role and all that it includes.
  List<Role> included() {
    return Arrays.stream(values()).filter(this::includes).toList();
  }
}
