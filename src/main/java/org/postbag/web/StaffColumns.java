package org.postbag.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// Reads a row of the table `staff`, without the password.
final class StaffColumns {
  private StaffColumns() {}

  static StaffMember member(ResultSet row, int number) throws SQLException {
    String role = row.getString("role");
    return new StaffMember(
        row.getString("name"),
        Role.of(role).orElseThrow(() -> new IllegalStateException("no role is called " + role)),
        Instant.ofEpochMilli(row.getLong("created")));
  }
}
