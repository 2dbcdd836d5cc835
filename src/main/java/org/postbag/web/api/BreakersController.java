package org.postbag.web.api;

import java.time.Instant;
import java.util.List;
import org.postbag.database.MailboxScope;
import org.postbag.review.breaker.Breaker;
import org.postbag.review.breaker.Breakers;
import org.postbag.web.BreakerReset;
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

/// What Postbag stopped by itself because there was too much of it.
@Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
@RestController
@RequestMapping("/api/v1/breakers")
class BreakersController {
  private final Breakers breakers;
  private final BreakerReset reset;

  BreakersController(Breakers breakers, BreakerReset reset) {
    this.breakers = breakers;
    this.reset = reset;
  }

  /// @param scope `mailbox:NAME`, `topic:NAME` or `recipient:ADDRESS`
  /// @param cause `drafts`, `replies`, `conversation` or `bounces`
  /// @param stops `drafting` or `sending`
  record BreakerJson(
      long id,
      String scope,
      String cause,
      String stops,
      int count,
      Instant since,
      String sentence) {
    static BreakerJson of(Breaker breaker) {
      return new BreakerJson(
          breaker.id(),
          breaker.scope().word(),
          breaker.cause().word(),
          breaker.stopsDrafting() ? "drafting" : "sending",
          breaker.count(),
          breaker.since(),
          breaker.sentence());
    }
  }

  /// What is stopped now, the oldest first.
  @GetMapping
  List<BreakerJson> breakers() {
    return breakers.open().stream()
        .filter(breaker -> breaker.isIn(MailboxScope.current()))
        .map(BreakerJson::of)
        .toList();
  }

  /// Lets it go on.
  @Requires(value = Role.APPROVER, of = Requires.Of.BREAKER)
  @PostMapping("/{id}/go-on")
  BreakerJson goOn(@PathVariable long id, @AuthenticationPrincipal StaffMember member) {
    return reset
        .goOn(id, DecisionsController.actor(member))
        .map(BreakerJson::of)
        .orElseThrow(() ->
            new ProblemException(
                HttpStatus.NOT_FOUND, "Nothing is stopped", "No open breaker has that number"));
  }
}
