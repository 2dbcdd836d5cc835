package org.postbag.web.desk;

import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page.
@Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
@Controller
class MorningController {
  private final Morning morning;

  MorningController(Morning morning) {
    this.morning = morning;
  }

  @GetMapping("/")
  String morning(DeskRequest asked) {
    asked.model().addAttribute("morning", morning.now());
    return "morning";
  }
}
