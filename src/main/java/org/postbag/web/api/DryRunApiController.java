package org.postbag.web.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postbag.ledger.Actor;
import org.postbag.review.DryRun;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The switch between practice and sending. Beginning and ending are an administrator's.
@Requires(value = Role.ADMIN, of = Requires.Of.OFFICE)
@RestController
@RequestMapping("/api/v1/dry-run")
class DryRunApiController {
  private final DryRun dryRun;

  DryRunApiController(DryRun dryRun) {
    this.dryRun = dryRun;
  }

  /// @param on whether approved replies stay
  /// @param practised letters that were approved in practice
  record DryRunJson(boolean on, @Nullable Instant since, @Nullable String by, long practised) {}

  /// @param practised what becomes of these letters: `put-back` before a person (the default), or
  ///   `close`
  record EndJson(@Nullable String practised) {}

  @Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
  @GetMapping
  DryRunJson now() {
    return new DryRunJson(
        dryRun.isOn(),
        dryRun.current().map(DryRun.Switched::since).orElse(null),
        dryRun.current().map(DryRun.Switched::actor).orElse(null),
        dryRun.practised());
  }

  @PostMapping("/begin")
  DryRunJson begin(@AuthenticationPrincipal StaffMember member) {
    dryRun.begin(new Actor(member.name()));
    return now();
  }

  @PostMapping("/end")
  DryRunJson end(@RequestBody EndJson body, @AuthenticationPrincipal StaffMember member) {
    dryRun.end(afterwards(body.practised()), new Actor(member.name()));
    return now();
  }

  private static DryRun.Afterwards afterwards(@Nullable String word) {
    return switch (word) {
      case null -> DryRun.Afterwards.PUT_BACK;
      case "put-back" -> DryRun.Afterwards.PUT_BACK;
      case "close" -> DryRun.Afterwards.CLOSE;
      default ->
          throw new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "No such end of a dry run",
              "practised is put-back or close, not " + word);
    };
  }
}
