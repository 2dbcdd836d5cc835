package org.postbag.web.desk;

import java.util.Optional;
import org.postbag.ledger.Actor;
import org.postbag.sending.Pause;
import org.postbag.sending.Pauses;
import org.postbag.sending.Settlement;
import org.postbag.web.MailboxAccess;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What people decide about sending: replies whose leaving was never confirmed, and the stop of
/// everything that leaves.
@Requires(value = Role.APPROVER, of = Requires.Of.LETTER)
@Controller
class UnclearController {
  private final Settlement settlement;
  private final Pauses pauses;
  private final DecisionResponses answers;
  private final MailboxAccess access;

  UnclearController(
      Settlement settlement, Pauses pauses, DecisionResponses answers, MailboxAccess access) {
    this.access = access;
    this.settlement = settlement;
    this.pauses = pauses;
    this.answers = answers;
  }

  @PostMapping("/letters/{id}/was-sent")
  String wasSent(DeskRequest asked, @PathVariable long id) {
    return settled(asked, id, settlement.wasSent(id, asked.actor()));
  }

  @PostMapping("/letters/{id}/send-again")
  String sendAgain(DeskRequest asked, @PathVariable long id) {
    return settled(asked, id, settlement.sendAgain(id, asked.actor()));
  }

  @PostMapping("/letters/{id}/let-rest")
  String letRest(DeskRequest asked, @PathVariable long id) {
    return settled(asked, id, settlement.close(id, asked.actor()));
  }

  private String settled(DeskRequest asked, long id, boolean moved) {
    return moved ? answers.settled(asked, id) : answers.settledBefore(asked, id);
  }

  /// Stops what that word names; a word that names nothing stops nothing.
  @Requires(value = Role.APPROVER, of = Requires.Of.ANY_MAILBOX)
  @PostMapping("/sending/stop")
  String stop(DeskRequest asked, @RequestParam(defaultValue = "all") String scope) {
    Actor by = asked.actor();
    Optional<Pause.Scope> stopped = Pause.Scope.of(scope);
    stopped.ifPresent(which -> access.requirePause(asked.member(), Role.APPROVER, which));
    stopped.ifPresent(which -> pauses.pause(which, by));
    return "redirect:" + asked.place().list();
  }

  @Requires(value = Role.APPROVER, of = Requires.Of.ANY_MAILBOX)
  @PostMapping("/sending/go-on")
  String goOn(DeskRequest asked, @RequestParam(defaultValue = "all") String scope) {
    Optional<Pause.Scope> stopped = Pause.Scope.of(scope);
    stopped.ifPresent(which -> access.requirePause(asked.member(), Role.APPROVER, which));
    stopped.ifPresent(pauses::resume);
    return "redirect:" + asked.place().list();
  }
}
