package org.postbag.web.desk;

import java.util.List;
import org.postbag.database.MailboxScope;
import org.postbag.review.breaker.Breaker;
import org.postbag.review.breaker.BreakerScope;
import org.postbag.review.breaker.Breakers;
import org.postbag.web.BreakerReset;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The banners of what Postbag stopped by itself, and their button.
@Requires(value = Role.APPROVER, of = Requires.Of.BREAKER)
@Controller
class BreakerViews {
  private final Breakers breakers;
  private final BreakerReset reset;
  private final Lists lists;

  BreakerViews(Breakers breakers, BreakerReset reset, Lists lists) {
    this.breakers = breakers;
    this.reset = reset;
    this.lists = lists;
  }

  /// A banner.
  ///
  /// @param what what is stopped, in words
  /// @param why the reason, in a sentence
  /// @param meanwhile what happens to letters and replies until it goes on
  record Banner(long id, String what, String why, String meanwhile) {}

  List<Banner> now() {
    return breakers.open().stream()
        .filter(breaker -> breaker.isIn(MailboxScope.current()))
        .map(this::banner)
        .toList();
  }

  private Banner banner(Breaker breaker) {
    return breaker.stopsDrafting()
        ? new Banner(
            breaker.id(),
            "Postbag drafts no more replies " + about(breaker.scope()) + ".",
            breaker.sentence(),
            "New letters wait for you without a draft until you let it go on.")
        : new Banner(
            breaker.id(),
            "Postbag sends no more replies " + about(breaker.scope()) + ".",
            breaker.sentence(),
            "Approved replies stay here until you let them leave.");
  }

  private String about(BreakerScope scope) {
    return switch (scope) {
      case BreakerScope.Mailbox(String name) -> "from “" + name + "”";
      case BreakerScope.Topic(var topic) -> "about “" + lists.title(topic) + "”";
      case BreakerScope.Recipient(var address) -> "to " + address;
    };
  }

  @PostMapping("/breakers/{id}/go-on")
  String goOn(DeskRequest asked, @PathVariable long id) {
    reset.goOn(id, asked.actor());
    return "redirect:" + asked.place().list();
  }
}
