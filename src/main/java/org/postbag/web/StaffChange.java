package org.postbag.web;

/// What became of a wish to change the staff.
public sealed interface StaffChange {
  /// It was done; the member as they are now, or were when they were removed.
  record Done(StaffMember member) implements StaffChange {}

  /// Nothing was changed.
  ///
  /// @param why one sentence, to be shown
  record Refused(String why) implements StaffChange {}
}
