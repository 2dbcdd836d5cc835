package org.postbag.web.desk;

import java.util.Optional;
import org.postbag.sending.DepartureForecast;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.Staff;
import org.postbag.web.StaffChange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The staff, for administrators; and everybody's own password.
@Requires(value = Role.ADMIN, of = Requires.Of.OFFICE)
@Controller
class StaffController {
  private static final StaffChange NO_RIGHT =
      new StaffChange.Refused("Choose a role, in all mailboxes or in one");

  private final Staff staff;
  private final DepartureForecast departures;

  StaffController(Staff staff, DepartureForecast departures) {
    this.staff = staff;
    this.departures = departures;
  }

  @GetMapping("/staff")
  String all(DeskRequest asked) {
    asked
        .model()
        .addAttribute("staff", staff.all())
        .addAttribute("roles", Role.values())
        .addAttribute("mailboxes", departures.mailboxes().stream().sorted().toList());
    return "staff";
  }

  @PostMapping("/staff")
  String add(
      DeskRequest asked,
      @RequestParam String name,
      @RequestParam String password,
      @RequestParam MultiValueMap<String, String> sent) {
    return done(
        asked,
        StaffForm.rights(sent).map(is -> changes(asked).add(name, is, password)).orElse(NO_RIGHT),
        "Added: ");
  }

  @PostMapping("/staff/{name}/role")
  String role(
      DeskRequest asked,
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> sent) {
    return done(
        asked,
        StaffForm.rights(sent).map(is -> changes(asked).changeRights(name, is)).orElse(NO_RIGHT),
        "Changed: ");
  }

  @PostMapping("/staff/{name}/password")
  String password(DeskRequest asked, @PathVariable String name, @RequestParam String password) {
    return done(asked, changes(asked).changePassword(name, password), "New password for ");
  }

  @PostMapping("/staff/{name}/remove")
  String remove(DeskRequest asked, @PathVariable String name) {
    return done(asked, changes(asked).remove(name), "Removed: ");
  }

  private Staff changes(DeskRequest asked) {
    return staff.by(asked.actor());
  }

  private String done(DeskRequest asked, StaffChange change, String what) {
    switch (change) {
      case StaffChange.Done done -> asked.model().addAttribute("good", what + done.member().name());
      case StaffChange.Refused refused -> {
        asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        asked.model().addAttribute("problem", refused.why());
      }
    }
    return all(asked);
  }

  @Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
  @GetMapping("/account")
  String account() {
    return "account";
  }

  /// A new password for oneself; whoever wants it must know the old one.
  @Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
  @PostMapping("/account/password")
  String own(DeskRequest asked, @RequestParam String old, @RequestParam String password) {
    String name = asked.member().name();
    Optional<String> problem =
        staff.byPassword(name, old).isEmpty()
            ? Optional.of("The present password is wrong.")
            : refusal(changes(asked).changePassword(name, password));
    if (problem.isEmpty()) {
      return "redirect:/login";
    }
    asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    asked.model().addAttribute("problem", problem.get());
    return "account";
  }

  private static Optional<String> refusal(StaffChange change) {
    return change instanceof StaffChange.Refused refused
        ? Optional.of(refused.why())
        : Optional.empty();
  }
}
