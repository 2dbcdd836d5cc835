package org.postbag.web.desk;

import org.postbag.web.MailboxRemedies;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The buttons beside a mailbox's trouble. A name that no mailbox has changes nothing.
@Requires(value = Role.APPROVER, of = Requires.Of.MAILBOX)
@Controller("deskMailboxesController")
class MailboxRemediesController {
  private final MailboxRemedies remedies;

  MailboxRemediesController(MailboxRemedies remedies) {
    this.remedies = remedies;
  }

  @PostMapping("/mailboxes/{name}/try-now")
  String tryNow(DeskRequest asked, @PathVariable String name) {
    var _ = remedies.tryNow(name);
    return "redirect:" + asked.place().list();
  }

  @Requires(value = Role.ADMIN, of = Requires.Of.MAILBOX)
  @PostMapping("/mailboxes/{name}/same-account")
  String sameAccount(DeskRequest asked, @PathVariable String name) {
    var _ = remedies.sameAccount(name, asked.actor().name());
    return "redirect:" + asked.place().list();
  }
}
