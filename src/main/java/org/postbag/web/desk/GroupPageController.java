package org.postbag.web.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postbag.catalog.TopicId;
import org.postbag.review.Decision;
import org.postbag.review.DraftVersion;
import org.postbag.review.GroupDecision;
import org.postbag.review.GroupDecisions;
import org.postbag.review.ReviewQueue;
import org.postbag.web.MailboxAccess;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A group's waiting letters, approved together: as the list that was on the page, letter by letter
/// with its version. What came or changed afterwards is not part of it, and neither is a letter
/// that needs a person.
@Requires(value = Role.APPROVER, of = Requires.Of.ANY_MAILBOX)
@Controller
@RequestMapping("/groups/{topic}")
class GroupPageController {
  private final ReviewQueue queue;
  private final GroupDecisions decisions;
  private final GroupPage page;
  private final MailboxAccess access;

  GroupPageController(
      ReviewQueue queue, GroupDecisions decisions, GroupPage page, MailboxAccess access) {
    this.access = access;
    this.queue = queue;
    this.decisions = decisions;
    this.page = page;
  }

  /// A letter that was not approved, and why.
  record Left(long id, String who, String why) {}

  /// Shows what would be approved, and asks.
  ///
  /// @param campaign only the letters of that campaign
  @Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
  @GetMapping
  String ask(
      DeskRequest asked, @PathVariable TopicId topic, @RequestParam Optional<Long> campaign) {
    page.show(asked, topic, campaign);
    return "group";
  }

  /// Approves the list that was on the page, without the letters that were taken out.
  ///
  /// @param out letters that were taken out
  /// @param acknowledged the words of the warnings that were ticked off for all of them
  @PostMapping
  String approve(
      DeskRequest asked,
      @PathVariable TopicId topic,
      @RequestParam Optional<Long> campaign,
      @RequestParam String list,
      @RequestParam(defaultValue = "") Set<Long> out,
      @RequestParam(defaultValue = "") Set<String> acknowledged) {
    List<DraftVersion> all =
        seen(list).stream().filter(one -> !out.contains(one.letter())).toList();
    if (all.isEmpty()) {
      return ask(asked, topic, campaign);
    }
    access.require(asked.member(), Role.APPROVER, all.stream().map(DraftVersion::letter).toList());
    GroupDecision decision =
        decisions.approve(GroupPage.id(topic, campaign), all, acknowledged, asked.actor());
    return switch (decision) {
      case GroupDecision.Carried carried -> told(asked, topic, all, carried);
      case GroupDecision.Changed changed ->
          refused(
              asked,
              topic,
              campaign,
              "Nothing was approved, because letters have changed: "
                  + changed.differences().stream()
                      .map(d -> who(d.letter()) + ": " + d.sentence())
                      .collect(Collectors.joining("; "))
                  + ". This is the group as it is now.");
      case GroupDecision.NotRead unread ->
          refused(
              asked,
              topic,
              campaign,
              "Nothing was approved yet. Read these first: "
                  + unread.unread().stream().map(this::who).collect(Collectors.joining(", ")));
    };
  }

  private String refused(
      DeskRequest asked, TopicId topic, Optional<Long> campaign, String sentence) {
    asked.response().setStatus(HttpStatus.CONFLICT.value());
    asked.model().addAttribute("refused", sentence);
    return ask(asked, topic, campaign);
  }

  private String told(
      DeskRequest asked, TopicId topic, List<DraftVersion> all, GroupDecision.Carried carried) {
    List<Left> left = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!(carried.outcomes().get(i) instanceof Decision.Done)) {
        left.add(left(all.get(i).letter(), carried.outcomes().get(i)));
      }
    }
    asked
        .model()
        .addAttribute("approved", carried.approved())
        .addAttribute("decision", carried.id())
        .addAttribute("left", left)
        .addAttribute("topic", topic)
        .addAttribute("back", GroupPage.there(topic).list());
    return "group-done";
  }

  /// Takes back what was approved together, as far as it has not left.
  @PostMapping("/undo")
  String undo(DeskRequest asked, @PathVariable TopicId topic, @RequestParam long decision) {
    access.requireDecision(asked.member(), Role.APPROVER, decision);
    long undone = decisions.undo(decision, asked.actor()).orElse(0L);
    asked
        .model()
        .addAttribute("undone", undone)
        .addAttribute("back", GroupPage.there(topic).list());
    return "group-done";
  }

  private String who(long letter) {
    return queue.find(letter).map(Lists::who).orElse("letter " + letter);
  }

  private Left left(long letter, Decision decision) {
    return new Left(letter, who(letter), String.join(" ", DecisionResponses.alert(decision)));
  }

  private static List<DraftVersion> seen(String list) {
    return Arrays.stream(list.split(",", -1))
        .filter(pair -> pair.matches("\\d{1,18}:\\d{1,9}"))
        .limit(GroupDecisions.MOST)
        .map(pair -> pair.split(":", 2))
        .map(pair -> new DraftVersion(Long.parseLong(pair[0]), Integer.parseInt(pair[1])))
        .toList();
  }
}
