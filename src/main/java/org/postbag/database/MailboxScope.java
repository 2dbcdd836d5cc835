package org.postbag.database;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which mailboxes the one who asks may see: row-level security, as PostgreSQL calls it, for the
/// statements that read letters for people. It is bound for the time of a web request; the
/// statements add it as a condition, so that a page that forgets to ask shows nothing of a foreign
/// mailbox. What the program does by itself, and what a request starts on a thread of its own, is
/// not limited.
public final class MailboxScope {
  /// Every mailbox, and those that are configured later.
  public static final MailboxScope ALL = new MailboxScope(Optional.empty());

  private static final ScopedValue<MailboxScope> CURRENT = ScopedValue.newInstance();

  private final Optional<Set<String>> only;

  private MailboxScope(Optional<Set<String>> only) {
    this.only = only;
  }

  /// These mailboxes alone.
  public static MailboxScope only(Collection<String> mailboxes) {
    return new MailboxScope(Optional.of(new TreeSet<>(mailboxes)));
  }

  /// What the running request may see.
  public static MailboxScope current() {
    return CURRENT.orElse(ALL);
  }

  /// Runs `work` under this scope.
  public <T, X extends Throwable> T call(ScopedValue.CallableOp<T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  public boolean isAll() {
    return only.isEmpty();
  }

  public boolean sees(String mailbox) {
    return only.isEmpty() || only.get().contains(mailbox);
  }

  /// A further condition for a WHERE clause, with the parameter `:scope`; empty when all may be
  /// seen.
  ///
  /// @param column holds the name of the mailbox
  public String and(String column) {
    return isAll() ? "" : " AND " + column + " IN (:scope) ";
  }

  /// The value of the parameter `:scope`. No mailbox has an empty name; an empty list is no SQL.
  public List<String> parameter() {
    return only.filter(names -> !names.isEmpty()).map(List::copyOf).orElse(List.of(""));
  }
}
