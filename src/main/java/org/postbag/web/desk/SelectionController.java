package org.postbag.web.desk;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.postbag.ledger.Actor;
import org.postbag.review.Decision;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.GroupDecision;
import org.postbag.review.GroupDecisions;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.review.Snoozes;
import org.postbag.review.handling.Holders;
import org.postbag.web.MailboxAccess;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One decision on letters that somebody chose in a list. They are approved under the rules of a
/// group: as they were seen, with the warnings that all of them share, and some of them read first.
@Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
@Controller
@RequestMapping("/selection")
class SelectionController {
  static final String MINE = "/selection/mine";

  private final ReviewQueue queue;
  private final Decisions decisions;
  private final GroupDecisions groups;
  private final Snoozes snoozes;
  private final Holders holders;
  private final Lists lists;
  private final Times times;
  private final MailboxAccess access;

  SelectionController(
      ReviewQueue queue,
      Decisions decisions,
      GroupDecisions groups,
      Snoozes snoozes,
      Holders holders,
      Lists lists,
      Times times,
      MailboxAccess access) {
    this.access = access;
    this.queue = queue;
    this.decisions = decisions;
    this.groups = groups;
    this.snoozes = snoozes;
    this.holders = holders;
    this.lists = lists;
    this.times = times;
  }

  @GetMapping
  String selection(DeskRequest asked, @RequestParam(defaultValue = "") List<Long> letter) {
    return shown(asked, letter, List.of(), List.of());
  }

  /// The undecided letters that the one who asks has in hand.
  @GetMapping("/mine")
  String mine(DeskRequest asked) {
    String name = asked.member().name();
    String page = shown(asked, holders.openOf(name, 0, Selection.MOST), List.of(), List.of());
    asked
        .model()
        .addAttribute("mine", true)
        .addAttribute("navigation", lists.navigation(MINE, name));
    return page;
  }

  private String shown(
      DeskRequest asked, List<Long> letters, List<Long> unread, List<String> alert) {
    List<QueueItem> chosen =
        letters.stream()
            .distinct()
            .limit(Selection.MOST)
            .flatMap(id -> queue.find(id).stream())
            .toList();
    Function<QueueItem, String> topic = item -> item.topic().map(lists::title).orElse("");
    asked
        .model()
        .addAttribute("selection", Selection.of(chosen, topic).withUnread(unread))
        .addAttribute("alert", alert.isEmpty() ? null : alert)
        .addAttribute("navigation", lists.navigation(asked.place(), asked.member().name()));
    return "selection";
  }

  @Requires(value = Role.APPROVER, of = Requires.Of.ANY_MAILBOX)
  @PostMapping("/approve")
  String approve(
      DeskRequest asked,
      @RequestParam(defaultValue = "") List<String> letter,
      @RequestParam(defaultValue = "") Set<String> acknowledged) {
    List<DraftVersion> seen = Selection.seen(letter);
    access.require(asked.member(), Role.APPROVER, ids(seen));
    String name = "selection of " + asked.member().name();
    return switch (groups.approve(name, seen, acknowledged, asked.actor())) {
      case GroupDecision.Carried carried -> carried(asked, seen, carried.outcomes(), "approved");
      case GroupDecision.Changed changed ->
          refused(
              asked,
              seen,
              List.of(),
              changed.differences().stream()
                  .map(one -> "Letter " + one.letter() + ": " + one.sentence())
                  .toList());
      case GroupDecision.NotRead notRead ->
          refused(
              asked,
              seen,
              notRead.unread(),
              List.of("Nothing was approved yet. Read these first, then approve."));
    };
  }

  @Requires(value = Role.APPROVER, of = Requires.Of.ANY_MAILBOX)
  @PostMapping("/close")
  String close(DeskRequest asked, @RequestParam(defaultValue = "") List<String> letter) {
    Actor by = asked.actor();
    return each(asked, letter, Role.APPROVER, "closed", one -> decisions.close(one, by));
  }

  @Requires(value = Role.DRAFTER, of = Requires.Of.ANY_MAILBOX)
  @PostMapping("/snooze")
  String snooze(
      DeskRequest asked,
      @RequestParam(defaultValue = "") List<String> letter,
      @RequestParam LocalDateTime until) {
    Actor by = asked.actor();
    return each(
        asked, letter, Role.DRAFTER, "put off", one -> snoozes.snooze(one, times.at(until), by));
  }

  @Requires(value = Role.DRAFTER, of = Requires.Of.ANY_MAILBOX)
  @PostMapping("/give")
  String take(DeskRequest asked, @RequestParam(defaultValue = "") List<String> letter) {
    List<DraftVersion> seen = Selection.seen(letter);
    access.require(asked.member(), Role.DRAFTER, ids(seen));
    seen.stream()
        .filter(one -> queue.find(one.letter()).isPresent())
        .forEach(one -> holders.give(one.letter(), asked.member().name(), asked.actor()));
    return shown(asked, ids(seen), List.of(), List.of("These letters are yours now."));
  }

  private String each(
      DeskRequest asked,
      List<String> letter,
      Role role,
      String done,
      Function<DraftVersion, Decision> decide) {
    List<DraftVersion> seen = Selection.seen(letter);
    access.require(asked.member(), role, ids(seen));
    return carried(asked, seen, seen.stream().map(decide).toList(), done);
  }

  private String carried(
      DeskRequest asked, List<DraftVersion> seen, List<Decision> outcomes, String done) {
    long carried = outcomes.stream().filter(Decision.Done.class::isInstance).count();
    Optional<String> why =
        outcomes.stream()
            .filter(outcome -> !(outcome instanceof Decision.Done))
            .findFirst()
            .map(outcome -> String.join(" ", DecisionResponses.alert(outcome)));
    String letters = carried == 1 ? "1 letter was " : carried + " letters were ";
    return shown(
        asked,
        ids(seen),
        List.of(),
        why.map(reason -> List.of(letters + done + ".", "Of the others: " + reason))
            .orElse(List.of(letters + done + ".")));
  }

  private String refused(
      DeskRequest asked, List<DraftVersion> seen, List<Long> unread, List<String> alert) {
    asked.response().setStatus(HttpStatus.CONFLICT.value());
    return shown(asked, ids(seen), unread, alert);
  }

  private static List<Long> ids(List<DraftVersion> seen) {
    return seen.stream().map(DraftVersion::letter).toList();
  }
}
