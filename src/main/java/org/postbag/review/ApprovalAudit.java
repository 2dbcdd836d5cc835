package org.postbag.review;

import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;

/// Computes the hash of each approved reply again, and names the first that is not what was
/// approved.
public final class ApprovalAudit {
  private static final int PAGE = 500;

  private final JdbcApprovals rows;

  public ApprovalAudit(Database database) {
    this.rows = new JdbcApprovals(database);
  }

  /// Reads all of them.
  ///
  /// @return what is wrong, in words; empty when every reply is as it was approved
  public Optional<String> firstAltered() {
    long last = 0;
    for (List<Approval> page = rows.after(last, PAGE);
        !page.isEmpty();
        page = rows.after(last, PAGE)) {
      for (Approval approval : page) {
        if (!hash(approval).equals(approval.hash())) {
          return Optional.of(
              "the reply to letter " + approval.letter() + " is not what was approved");
        }
      }
      last = page.getLast().id();
    }
    return Optional.empty();
  }

  private static String hash(Approval approval) {
    return ReplyHash.of(
        approval.messageId(),
        approval.from(),
        approval.to(),
        approval.thread(),
        approval.text(),
        approval.enclosed(),
        approval.warnings());
  }
}
