package org.postbag.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads a row of the table `staff` with its rows of `staff_mailbox`, without the password.
final class StaffColumns {
  /// Of `staff s`. No name of a mailbox holds an equals sign or a comma: they are keys of the
  /// configuration.
  static final String COLUMNS =
      """
      s.name, s.role, s.created, (
        SELECT string_agg(m.mailbox || '=' || m.role, ',')
        FROM staff_mailbox m WHERE m.name = s.name) AS mailboxes
      """;

  private StaffColumns() {}

  static StaffMember member(ResultSet row, int number) throws SQLException {
    String everywhere = row.getString("role");
    Optional<String> single = Optional.ofNullable(row.getString("mailboxes"));
    return new StaffMember(
        row.getString("name"),
        new Rights(
            Optional.of(everywhere).filter(label -> !label.isEmpty()).map(StaffColumns::role),
            new TreeMap<>(single.map(StaffColumns::mailboxes).orElse(Map.of()))),
        Instant.ofEpochMilli(row.getLong("created")));
  }

  private static Map<String, Role> mailboxes(String text) {
    Map<String, Role> roles = new TreeMap<>();
    for (String one : text.split(",", -1)) {
      int equals = one.lastIndexOf('=');
      roles.put(one.substring(0, equals), role(one.substring(equals + 1)));
    }
    return roles;
  }

  private static Role role(String label) {
    return Role.of(label).orElseThrow(() -> new IllegalStateException("no role: " + label));
  }
}
