package org.postbag.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.postbag.ledger.Actor;
import org.postbag.web.StaffMember;
import org.springframework.ui.ModelMap;

/// A request at the desk, with what is needed to answer it.
///
/// @param part true when only the letter's part of the page is wanted
record DeskRequest(
    ListAddress place,
    StaffMember member,
    boolean part,
    ModelMap model,
    HttpServletResponse response) {
  /// Who decides.
  Actor actor() {
    return new Actor(member.name());
  }
}
