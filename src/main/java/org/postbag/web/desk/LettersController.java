package org.postbag.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.postbag.review.GroupDecisions;
import org.postbag.review.ReviewQueue;
import org.postbag.search.PastIndex;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Lists and letters, to be read.
@Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
@Controller
class LettersController {
  private final DeskPage page;
  private final Lists lists;
  private final ReviewQueue queue;
  private final GroupDecisions groups;
  private final PastIndex past;

  LettersController(
      DeskPage page, Lists lists, ReviewQueue queue, GroupDecisions groups, PastIndex past) {
    this.page = page;
    this.lists = lists;
    this.queue = queue;
    this.groups = groups;
    this.past = past;
  }

  /// A list by itself.
  ///
  /// @param done the letter that was decided last, to be taken back perhaps
  @GetMapping("/letters")
  String list(DeskRequest asked, @RequestParam Optional<Long> done) {
    page.list(asked);
    asked
        .model()
        .addAttribute("past", past.find(asked.place().words(), PastController.MOST).size());
    done.ifPresent(letter -> page.told(asked, letter));
    return "letters";
  }

  /// A letter beside its draft; the whole page, or the part of it that changes.
  @Requires(value = Role.VIEWER, of = Requires.Of.LETTER)
  @GetMapping("/letters/{id}")
  String letter(DeskRequest asked, @PathVariable long id, @RequestParam Optional<Long> done) {
    return shown(asked, id, done);
  }

  private String shown(DeskRequest asked, long id, Optional<Long> done) {
    queue.find(id).ifPresent(item -> groups.opened(item, asked.actor()));
    boolean found = asked.part() ? page.pane(asked, id) : page.letter(asked, id);
    done.ifPresent(letter -> page.told(asked, letter));
    if (!found) {
      asked.response().setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
    return asked.part() ? "letter :: sheet" : "letters";
  }

  /// The rows behind the last one that is shown.
  @GetMapping("/letters/after/{last}")
  String after(DeskRequest asked, @PathVariable long last) {
    Listing listing = lists.after(asked.place(), last);
    if (listing.grows() && listing.rows().isEmpty()) {
      // The mark at the list's end stays, and does not ask again because it is a new one in view.
      asked.response().setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
    asked.model().addAttribute("listing", listing);
    return "rows :: rows";
  }

  /// The lists' counts and the notices, asked for again and again.
  @GetMapping("/navigation")
  String navigation(DeskRequest asked) {
    asked
        .model()
        .addAttribute("navigation", lists.navigation(asked.place(), asked.member().name()));
    return "navigation :: again";
  }
}
