package org.postbag.web.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.ledger.State;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.sending.DepartureForecast;
import org.postbag.web.Role;
import org.springframework.stereotype.Component;

/// Puts together what the page of a list and a letter shows.
@Component
class DeskPage {
  private final Lists lists;
  private final LetterViews sheets;
  private final ReviewQueue queue;
  private final DepartureForecast departures;
  private final PauseOptions stops;
  private final Times times;
  private final FilterChoices choices;

  DeskPage(
      Lists lists,
      LetterViews sheets,
      ReviewQueue queue,
      DepartureForecast departures,
      PauseOptions stops,
      Times times,
      FilterChoices choices) {
    this.choices = choices;
    this.stops = stops;
    this.departures = departures;
    this.lists = lists;
    this.sheets = sheets;
    this.queue = queue;
    this.times = times;
  }

  /// What was just done, with the way back.
  ///
  /// @param back `undo` or `reopen`
  /// @param seconds how long the way back stays open; 0 for no end
  record Told(long letter, String text, String back, long seconds) {}

  /// A list without a letter.
  void list(DeskRequest asked) {
    around(asked, 0);
  }

  /// A letter beside its list.
  ///
  /// @return false when there is no such letter
  boolean letter(DeskRequest asked, long id) {
    around(asked, id);
    return pane(asked, id);
  }

  /// The letter alone, for a page that stands already.
  boolean pane(DeskRequest asked, long id) {
    Optional<LetterView> sheet = sheets.of(id, asked.member().role().includes(Role.APPROVER));
    asked.model().addAttribute("sheet", sheet.orElse(null));
    asked.model().addAttribute("missing", sheet.isEmpty());
    asked.model().addAttribute("practised", practised(id));
    return sheet.isPresent();
  }

  /// Who last approved the letter in practice, and when; null when nobody has.
  private @Nullable String practised(long id) {
    return queue
        .practisedApprovalOf(id)
        .map(approval ->
            "Approved in practice by " + approval.actor() + ", " + times.of(approval.at()) + ".")
        .orElse(null);
  }

  /// What was done with that letter a moment ago.
  void told(DeskRequest asked, long done) {
    asked.model().addAttribute("told", queue.find(done).map(this::told).orElse(null));
  }

  /// The parts around the letter that a decision changes.
  void changed(DeskRequest asked, long decided) {
    told(asked, decided);
    asked.model().addAttribute("decided", decided);
    asked
        .model()
        .addAttribute("navigation", lists.navigation(asked.place(), asked.member().name()));
  }

  private @Nullable Told told(QueueItem item) {
    String who = Lists.who(item);
    if (item.state() == State.CLOSED) {
      return new Told(item.letter(), "Closed: " + who + ". No reply goes out.", "reopen", 0);
    }
    if (item.state() == State.PRACTISED) {
      return new Told(
          item.letter(),
          "Approved in practice: reply to " + who + ". Nothing is sent in a dry run.",
          "undo",
          0);
    }
    return item.state() != State.APPROVED
        ? null
        : queue
            .approvalOf(item.letter())
            .map(approval -> times.secondsUntil(approval.releaseAt()))
            .map(left -> new Told(item.letter(), "Approved: reply to " + who + ".", "undo", left))
            .orElse(null);
  }

  private void around(DeskRequest asked, long open) {
    ListAddress place = asked.place();
    asked
        .model()
        .addAttribute("listing", lists.first(place, open))
        .addAttribute("navigation", lists.navigation(place, asked.member().name()))
        .addAttribute("title", title(place))
        .addAttribute("group", group(place))
        .addAttribute("lastLeaves", lastLeaves(place))
        .addAttribute("stoppable", place.view() == View.LEAVING ? stops.possible() : List.of())
        .addAttribute("campaigns", lists.campaigns(place))
        .addAttribute("choices", choices.of(place, asked.member().name()));
  }

  private String title(ListAddress place) {
    return place.topic().map(lists::title).orElse(place.view().title());
  }

  /// When the last approved reply leaves, on the list of these; null when nobody can say.
  private @Nullable String lastLeaves(ListAddress place) {
    return place.view() == View.LEAVING ? departures.last().map(times::of).orElse(null) : null;
  }

  /// The address from which all of a topic's letters can be approved at once; null for none.
  private static @Nullable String group(ListAddress place) {
    return place.view() == View.WAITING
        ? place.topic().map(topic -> "/groups/" + topic).orElse(null)
        : null;
  }
}
