package org.postbag.web.desk;

import org.postbag.ledger.Actor;
import org.postbag.sending.Pause;
import org.postbag.sending.Pauses;
import org.postbag.sending.Settlement;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What people decide about sending: replies whose leaving was never confirmed, and the stop of
/// everything that leaves.
@Controller
class UnclearController {
  private final Settlement settlement;
  private final Pauses pauses;
  private final Answers answers;

  UnclearController(Settlement settlement, Pauses pauses, Answers answers) {
    this.settlement = settlement;
    this.pauses = pauses;
    this.answers = answers;
  }

  @PostMapping("/letters/{id}/was-sent")
  String wasSent(Asked asked, @PathVariable long id) {
    return settled(asked, id, settlement.wasSent(id, asked.actor()));
  }

  @PostMapping("/letters/{id}/send-again")
  String sendAgain(Asked asked, @PathVariable long id) {
    return settled(asked, id, settlement.sendAgain(id, asked.actor()));
  }

  @PostMapping("/letters/{id}/let-rest")
  String letRest(Asked asked, @PathVariable long id) {
    return settled(asked, id, settlement.close(id, asked.actor()));
  }

  private String settled(Asked asked, long id, boolean moved) {
    return moved ? answers.settled(asked, id) : answers.settledBefore(asked, id);
  }

  @PostMapping("/sending/stop")
  String stop(Asked asked) {
    Actor by = asked.actor();
    pauses.pause(new Pause.Scope.All(), by);
    return "redirect:" + asked.place().list();
  }

  @PostMapping("/sending/go-on")
  String goOn(Asked asked) {
    pauses.resume(new Pause.Scope.All());
    return "redirect:" + asked.place().list();
  }
}
