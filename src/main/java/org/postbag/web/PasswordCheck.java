package org.postbag.web;

import java.util.Optional;
import org.postbag.database.Database;

/// Compares a password with what is kept of it.
///
/// @param passwords how they are hashed today
record PasswordCheck(Database database, Passwords passwords) {
  /// Takes as long for a name that does not exist.
  ///
  /// @param key as [StaffName#key] gives it
  boolean isRight(String key, String password) {
    JdbcStaff rows = new JdbcStaff(database);
    Optional<String> hash = rows.password(key);
    if (hash.isEmpty() || password.length() > Passwords.MOST) {
      passwords.pretend(password.substring(0, Math.min(password.length(), Passwords.MOST)));
      return false;
    }
    boolean right = passwords.matches(password, hash.get());
    // The only moment at which the password itself is there to be hashed in today's way.
    if (right && passwords.isOld(hash.get())) {
      String fresh = passwords.hash(password);
      database.doInTransaction(() -> rows.setPassword(key, fresh));
    }
    return right;
  }
}
