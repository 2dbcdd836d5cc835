package org.postbag.web;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postbag.database.Database;
import org.postbag.matching.CampaignKeeper;
import org.postbag.review.breaker.Breaker;
import org.postbag.review.breaker.BreakerScope;
import org.postbag.review.breaker.Breakers;
import org.postbag.sending.Pause;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// Whether somebody has a role where a request needs it. What is in a mailbox that they may not see
/// does not exist for them.
public final class MailboxAccess {
  private final JdbcMailboxes mailboxes;
  private final CampaignKeeper campaigns;
  private final Breakers breakers;

  MailboxAccess(Database database, CampaignKeeper campaigns, Breakers breakers) {
    this.mailboxes = new JdbcMailboxes(database);
    this.campaigns = campaigns;
    this.breakers = breakers;
  }

  /// What somebody may do with what a route names.
  public enum Verdict {
    ALLOWED,
    /// It may be seen; the role is too low.
    FORBIDDEN,
    /// It may not even be seen, or is not there.
    UNSEEN
  }

  public Verdict letter(StaffMember member, Role role, long letter) {
    return mailboxes
        .of(letter)
        .map(name -> mailbox(member, role, name))
        .orElseGet(() -> unknown(member, role));
  }

  public Verdict mailbox(StaffMember member, Role role, String name) {
    Optional<Role> has = member.rights().in(name);
    if (has.isEmpty()) {
      return Verdict.UNSEEN;
    }
    return has.get().includes(role) ? Verdict.ALLOWED : Verdict.FORBIDDEN;
  }

  /// The role in all mailboxes.
  public Verdict office(StaffMember member, Role role) {
    return member.rights().mayEverywhere(role) ? Verdict.ALLOWED : Verdict.FORBIDDEN;
  }

  /// A campaign is seen by who sees one of its letters; whoever says something of it needs the role
  /// wherever it has letters.
  public Verdict campaign(StaffMember member, Role role, long campaign) {
    if (member.rights().mayEverywhere(role)) {
      return Verdict.ALLOWED;
    }
    List<String> all = mailboxes.ofCampaign(campaigns.number(campaign).orElse(campaign));
    List<Verdict> each = all.stream().map(name -> mailbox(member, role, name)).toList();
    if (each.stream().allMatch(Verdict.UNSEEN::equals)) {
      return unknown(member, role);
    }
    boolean enough = role == Role.VIEWER || each.stream().allMatch(Verdict.ALLOWED::equals);
    return enough ? Verdict.ALLOWED : Verdict.FORBIDDEN;
  }

  public Verdict breaker(StaffMember member, Role role, long id) {
    Optional<BreakerScope> scope =
        breakers.open().stream().filter(one -> one.id() == id).findFirst().map(Breaker::scope);
    return scope.isPresent() && scope.get() instanceof BreakerScope.Mailbox(String name)
        ? mailbox(member, role, name)
        : office(member, role);
  }

  /// What is not there is not there for everybody; who sees single mailboxes is told the same of
  /// what stands in others.
  private static Verdict unknown(StaffMember member, Role role) {
    return member.rights().mayEverywhere(role) ? Verdict.ALLOWED : Verdict.UNSEEN;
  }

  /// The same for letters that a request names beside its path.
  ///
  /// @throws ResponseStatusException 404 when one of them may not be seen, 403 when one may be seen
  ///   and not be acted on
  public void require(StaffMember member, Role role, Collection<Long> letters) {
    if (!member.rights().mayEverywhere(role)) {
      mailboxes.of(letters).forEach(name -> require(mailbox(member, role, name)));
    }
  }

  /// The same for all letters of a decision on a group.
  public void requireDecision(StaffMember member, Role role, long decision) {
    if (!member.rights().mayEverywhere(role)) {
      mailboxes.ofDecision(decision).forEach(name -> require(mailbox(member, role, name)));
    }
  }

  /// The same for another campaign than the path's.
  public void requireCampaign(StaffMember member, Role role, long campaign) {
    require(campaign(member, role, campaign));
  }

  /// The same for what stops replies from leaving.
  public void requirePause(StaffMember member, Role role, Pause.Scope scope) {
    require(
        scope instanceof Pause.Scope.Mailbox(String name)
            ? mailbox(member, role, name)
            : office(member, role));
  }

  private static void require(Verdict verdict) {
    switch (verdict) {
      case ALLOWED -> {}
      case FORBIDDEN -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
      case UNSEEN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
