package org.postbag.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.email.Address;
import org.postbag.ledger.Actor;
import org.postbag.upkeep.Upkeep;
import org.postbag.upkeep.hold.Hold;
import org.postbag.upkeep.hold.Holds;
import org.postbag.upkeep.person.ErasureResult;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.StaffMember;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Everything that is kept on one correspondent, and what must not be erased for now; an
/// administrator's. Addresses stand in bodies and never in an URL, which servers write down.
@Requires(value = Role.ADMIN, of = Requires.Of.OFFICE)
@RestController
@RequestMapping("/api/v1")
class PeopleController {
  private final Upkeep upkeep;

  PeopleController(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  /// @param dryRun true: only says what would be erased
  record PersonJson(@Nullable String address, @Nullable Boolean dryRun) {}

  /// @param letters how many were, or would be, erased
  /// @param sending letters whose reply is being sent at this moment
  record ErasedJson(int letters, List<Long> sending) {}

  /// @param what an address or a topic
  record HoldRequestJson(@Nullable String what, @Nullable String why) {}

  /// A hold that stands.
  record HoldJson(String scope, Instant since, String by, String why) {
    static HoldJson of(Hold hold) {
      return new HoldJson(hold.scope(), hold.since(), hold.actor(), hold.why());
    }
  }

  @PostMapping("/people/export")
  void export(
      @RequestBody PersonJson body,
      @AuthenticationPrincipal StaffMember member,
      HttpServletResponse response)
      throws IOException {
    Address person = address(body.address());
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"person.zip\"");
    var _ = upkeep.export().write(person, new Actor(member.name()), response.getOutputStream());
  }

  @PostMapping("/people/erase")
  ErasedJson erase(@RequestBody PersonJson body, @AuthenticationPrincipal StaffMember member)
      throws IOException {
    Address person = address(body.address());
    ErasureResult result =
        Boolean.TRUE.equals(body.dryRun())
            ? upkeep.erasure().preview(person)
            : upkeep.erasure().erase(person, new Actor(member.name()));
    return switch (result) {
      case ErasureResult.Done done -> new ErasedJson(done.letters(), done.sending());
      case ErasureResult.Refused refused ->
          throw new ProblemException(HttpStatus.CONFLICT, "Nothing was erased", refused.why());
    };
  }

  @GetMapping("/holds")
  List<HoldJson> holds() {
    return upkeep.holds().all().stream().map(HoldJson::of).toList();
  }

  @PostMapping("/holds/begin")
  List<HoldJson> begin(
      @RequestBody HoldRequestJson body, @AuthenticationPrincipal StaffMember member) {
    String why = body.why() == null ? "" : body.why().strip();
    if (why.isEmpty()) {
      throw ProblemException.notUnderstood("why is missing: say what the hold is for");
    }
    if (!upkeep.holds().begin(scope(body.what()), why, new Actor(member.name()))) {
      throw new ProblemException(
          HttpStatus.CONFLICT, "A hold stands already", "A hold on that stands already");
    }
    return holds();
  }

  @PostMapping("/holds/end")
  List<HoldJson> end(
      @RequestBody HoldRequestJson body, @AuthenticationPrincipal StaffMember member) {
    if (!upkeep.holds().end(scope(body.what()), new Actor(member.name()))) {
      throw new ProblemException(HttpStatus.CONFLICT, "No such hold", "There is no hold on that");
    }
    return holds();
  }

  private static String scope(@Nullable String what) {
    return Holds.scope(what == null ? "" : what)
        .orElseThrow(
            () -> ProblemException.notUnderstood("what must be an address or the name of a topic"));
  }

  private static Address address(@Nullable String text) {
    return Address.parse(text == null ? "" : text)
        .orElseThrow(() -> ProblemException.notUnderstood("address must be an e-mail address"));
  }
}
