package org.postbag.upkeep.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.database.Maintenance;
import org.postbag.intake.ContentAudit;
import org.postbag.ledger.HeadFile;
import org.postbag.ledger.Ledger;
import org.postbag.review.ApprovalAudit;
import org.postbag.search.IndexCheck;

/// Reads everything that has a hash or a checksum, and compares it: the structure of the database,
/// the ledger's chain, every letter with its attachments, every approved reply, every sealed row,
/// and the index.
public final class Verification {
  private final Database database;
  private final Path data;
  private final Ledger ledger;
  private final ContentAudit letters;

  /// @param data the data folder, with the ledger's exported head and the index
  public Verification(Database database, Path data, InstantSource clock) {
    this.database = database;
    this.data = data;
    this.ledger = new Ledger(database, clock);
    this.letters = new ContentAudit(database);
  }

  /// One thing that is compared.
  private interface Part {
    Optional<String> fault();
  }

  /// Everything.
  ///
  /// @return what is wrong, in words; empty when nothing is
  public List<String> all() {
    List<String> faults = new ArrayList<>(rows());
    add(faults, this::exportedHead);
    add(faults, () -> IndexCheck.fault(data.resolve("index")));
    return faults;
  }

  /// The database alone.
  public List<String> rows() {
    List<String> faults = new ArrayList<>();
    add(faults, () -> new Maintenance(database).faults().stream().findFirst());
    add(faults, ledger::verify);
    add(faults, letters::firstAltered);
    add(faults, () -> new ApprovalAudit(database).firstAltered());
    add(faults, () -> new Seals(database).firstBroken());
    return faults;
  }

  /// A damaged page makes statements fail, and rows unreadable: that is a fault too.
  private static void add(List<String> faults, Part part) {
    try {
      part.fault().ifPresent(faults::add);
    } catch (RuntimeException e) {
      String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      faults.add("the database cannot be read: " + said);
    }
  }

  /// Against the head that the daemon exported last to this data folder.
  private Optional<String> exportedHead() {
    try {
      return new HeadFile(data).read().flatMap(this::rewritten);
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /// Whether the chain still holds a head that was noted elsewhere.
  public Optional<String> rewritten(String head) {
    return ledger.holds(head)
        ? Optional.empty()
        : Optional.of(
            "the chain no longer holds the head "
                + head
                + ": it was rewritten, or an older copy of the database stands in its place");
  }

  /// The ledger's head now.
  public String head() {
    return ledger.head();
  }

  public Maintenance.PageUse pages() {
    return new Maintenance(database).pages();
  }

  /// How far it has come, in words.
  public String progress() {
    return letters.progress();
  }
}
