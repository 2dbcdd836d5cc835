package org.postbag.web.desk;

import java.util.Optional;
import org.postbag.web.Role;
import org.postbag.web.Staff;
import org.postbag.web.StaffChange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The staff, for administrators; and everybody's own password.
@Controller
class StaffController {
  private final Staff staff;

  StaffController(Staff staff) {
    this.staff = staff;
  }

  @GetMapping("/staff")
  String all(DeskRequest asked) {
    asked.model().addAttribute("staff", staff.all()).addAttribute("roles", Role.values());
    return "staff";
  }

  @PostMapping("/staff")
  String add(
      DeskRequest asked,
      @RequestParam String name,
      @RequestParam Role role,
      @RequestParam String password) {
    return done(asked, staff.add(name, role, password), "Added: ");
  }

  @PostMapping("/staff/{name}/role")
  String role(DeskRequest asked, @PathVariable String name, @RequestParam Role role) {
    return done(asked, staff.changeRole(name, role), "Changed: ");
  }

  @PostMapping("/staff/{name}/password")
  String password(DeskRequest asked, @PathVariable String name, @RequestParam String password) {
    return done(asked, staff.changePassword(name, password), "New password for ");
  }

  @PostMapping("/staff/{name}/remove")
  String remove(DeskRequest asked, @PathVariable String name) {
    return done(asked, staff.remove(name), "Removed: ");
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

  @GetMapping("/account")
  String account() {
    return "account";
  }

  /// A new password for oneself; whoever wants it must know the old one.
  @PostMapping("/account/password")
  String own(DeskRequest asked, @RequestParam String old, @RequestParam String password) {
    String name = asked.member().name();
    Optional<String> problem =
        staff.byPassword(name, old).isEmpty()
            ? Optional.of("The present password is wrong.")
            : refusal(staff.changePassword(name, password));
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
