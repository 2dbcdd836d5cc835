package org.postbag.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.database.MailboxScope;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxStatus;
import org.postbag.intake.Reconciliation;
import org.postbag.intake.imap.ImapReconciliation;
import org.postbag.intake.imap.MailboxUnavailable;
import org.postbag.web.MailboxRemedies;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The mailboxes that are read, and whether everything in them is accounted for.
@Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
@RestController
@RequestMapping("/api/v1/mailboxes")
class MailboxesController {
  private final MailboxHealth health;
  private final ImapReconciliation reconciliation;
  private final MailboxRemedies remedies;

  MailboxesController(
      MailboxHealth health, ImapReconciliation reconciliation, MailboxRemedies remedies) {
    this.health = health;
    this.reconciliation = reconciliation;
    this.remedies = remedies;
  }

  /// @param condition `starting`, `reading`, `watching`, `waiting`, `refused`, `other-account` or
  ///   `stopped`
  /// @param withheld letters that the server lists and does not give
  /// @param reconciled the last comparison with the rows, if there was one since the start
  record FolderJson(
      String mailbox,
      String folder,
      String condition,
      @Nullable Instant lastRead,
      @Nullable String trouble,
      int withheld,
      @Nullable ReconciledJson reconciled) {}

  /// @param balances whether every letter of the folder is accounted for
  /// @param standing letters in the folder that are ours
  /// @param missing UIDs of letters that were not known; they are fetched
  /// @param gone kept letters that stand in the folder no more
  record ReconciledJson(
      String mailbox,
      String folder,
      Instant at,
      boolean balances,
      int standing,
      int kept,
      int withheld,
      List<Long> missing,
      int gone) {
    static ReconciledJson of(Reconciliation result) {
      return new ReconciledJson(
          result.mailbox(),
          result.folder(),
          result.at(),
          result.balances(),
          result.standing(),
          result.kept(),
          result.gaps(),
          result.missing(),
          result.gone());
    }
  }

  /// Every folder that is read.
  @GetMapping
  List<FolderJson> mailboxes() {
    List<Reconciliation> reconciled = health.reconciliations();
    return health.all().stream()
        .filter(status -> MailboxScope.current().sees(status.mailbox()))
        .map(status -> folder(status, reconciled))
        .toList();
  }

  private static FolderJson folder(MailboxStatus status, List<Reconciliation> reconciled) {
    Optional<ReconciledJson> last =
        reconciled.stream()
            .filter(r -> r.mailbox().equals(status.mailbox()))
            .filter(r -> r.folder().equals(status.folder()))
            .map(ReconciledJson::of)
            .findFirst();
    return new FolderJson(
        status.mailbox(),
        status.folder(),
        status.condition().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        status.lastRead().orElse(null),
        status.trouble().orElse(null),
        status.gaps(),
        last.orElse(null));
  }

  /// Compares the mailbox with what is kept, now; what is missing is fetched.
  @Requires(value = Role.APPROVER, of = Requires.Of.MAILBOX)
  @PostMapping("/{name}/reconcile")
  List<ReconciledJson> reconcile(@PathVariable String name) {
    try {
      return reconciliation
          .run(name)
          .map(results -> results.stream().map(ReconciledJson::of).toList())
          .orElseThrow(() -> noSuchMailbox(name));
    } catch (MailboxUnavailable trouble) {
      throw new ProblemException(
          HttpStatus.BAD_GATEWAY,
          "The mailbox cannot be looked into",
          String.valueOf(trouble.getMessage()));
    }
  }

  /// @param ended how many pauses were ended; 0 when nothing was waiting
  record TriedJson(String mailbox, int ended) {}

  /// Ends every pause of a mailbox at once: of its readers, of its replies, and of what is still to
  /// be written into it.
  @Requires(value = Role.APPROVER, of = Requires.Of.MAILBOX)
  @PostMapping("/{name}/try-now")
  TriedJson tryNow(@PathVariable String name) {
    return remedies
        .tryNow(name)
        .map(ended -> new TriedJson(name, ended))
        .orElseThrow(() -> noSuchMailbox(name));
  }

  /// An administrator says that the name means the same mailbox, although the account is another
  /// one.
  @Requires(value = Role.ADMIN, of = Requires.Of.MAILBOX)
  @PostMapping("/{name}/same-account")
  TriedJson sameAccount(
      @PathVariable String name, @AuthenticationPrincipal StaffMember administrator) {
    return remedies
        .sameAccount(name, administrator.name())
        .map(ended -> new TriedJson(name, ended))
        .orElseThrow(() -> noSuchMailbox(name));
  }

  private static ProblemException noSuchMailbox(String name) {
    return new ProblemException(
        HttpStatus.NOT_FOUND, "No such mailbox", "No mailbox is called " + name);
  }
}
