package org.postbag.web.desk;

import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.SavedViews;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Keeps a list as it is narrowed, under a name.
@Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
@Controller
class SavedViewsController {
  private final SavedViews views;

  SavedViewsController(SavedViews views) {
    this.views = views;
  }

  @PostMapping("/views")
  String keep(DeskRequest asked, @RequestParam String name) {
    String address = asked.place().list();
    views.keep(asked.member().name(), name, address);
    return DecisionResponses.redirect(address);
  }

  @PostMapping("/views/remove")
  String remove(DeskRequest asked, @RequestParam String name) {
    views.remove(asked.member().name(), name);
    return DecisionResponses.redirect(asked.place().list());
  }
}
