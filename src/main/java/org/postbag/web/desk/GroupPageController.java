package org.postbag.web.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postbag.catalog.TopicId;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.campaign.CampaignText;
import org.postbag.matching.campaign.OwnLine;
import org.postbag.review.Decision;
import org.postbag.review.DraftVersion;
import org.postbag.review.GroupDecision;
import org.postbag.review.GroupDecisions;
import org.postbag.review.GroupMembers;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
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
@Controller
@RequestMapping("/groups/{topic}")
class GroupPageController {
  private static final int MOST_APART = 50;

  private final ReviewQueue queue;
  private final GroupDecisions decisions;
  private final CampaignKeeper campaigns;
  private final Lists lists;
  private final Times times;

  GroupPageController(
      ReviewQueue queue,
      GroupDecisions decisions,
      CampaignKeeper campaigns,
      Lists lists,
      Times times) {
    this.queue = queue;
    this.decisions = decisions;
    this.campaigns = campaigns;
    this.lists = lists;
    this.times = times;
  }

  /// A letter that was not approved, and why.
  record Left(long id, String who, String why) {}

  /// A letter whose reply goes to somebody else than its writer.
  record Elsewhere(String href, String who, String to) {}

  /// Shows what would be approved, and asks.
  ///
  /// @param campaign only the letters of that campaign
  @GetMapping
  String ask(
      DeskRequest asked, @PathVariable TopicId topic, @RequestParam Optional<Long> campaign) {
    Optional<Long> now = campaign.map(past -> campaigns.number(past).orElse(past));
    List<QueueItem> all = GroupMembers.waiting(queue, topic, now);
    Pile pile = Pile.of(all);
    List<QueueItem> items = pile.together();
    List<WarningView> warnings = WarningView.of(pile.warnings(), Optional.empty());
    List<GroupRow> rows = rows(asked, topic, now, items);
    long unread = rows.stream().filter(row -> row.sampled() && !row.opened()).count();
    String list =
        items.stream().map(i -> i.letter() + ":" + i.version()).collect(Collectors.joining(","));
    asked
        .model()
        .addAttribute("topic", topic)
        .addAttribute("title", title(topic, now))
        .addAttribute("count", items.size())
        .addAttribute("full", all.size() == GroupDecisions.MOST)
        .addAttribute("list", list)
        .addAttribute("edited", items.stream().filter(GroupPageController::isEdited).count())
        .addAttribute("elsewhere", elsewhere(items, there(topic)))
        .addAttribute("members", rows)
        .addAttribute("sample", rows.stream().filter(GroupRow::sampled).count())
        .addAttribute("unread", unread)
        .addAttribute("campaign", now.orElse(null))
        .addAttribute(
            "consensus",
            now.flatMap(campaigns::text).map(CampaignText::sentences).orElse(List.of()))
        .addAttribute("reply", reply(items))
        .addAttribute("warnings", warnings)
        .addAttribute("approve", WarningView.label("Approve these " + items.size(), warnings))
        .addAttribute("others", lists.rows(pile.apart(), there(topic)))
        .addAttribute("apart", now.map(this::apart).orElse(List.of()));
    now.flatMap(campaigns::find)
        .ifPresent(found ->
            asked
                .model()
                .addAttribute("first", times.of(found.first()))
                .addAttribute("last", times.of(found.last()))
                .addAttribute("days", Sparkline.of(found.perDay())));
    return "group";
  }

  private String title(TopicId topic, Optional<Long> campaign) {
    return campaign
        .flatMap(campaigns::text)
        .flatMap(text -> text.said().name())
        .map(name -> name + " (" + lists.title(topic) + ")")
        .orElseGet(() -> lists.title(topic));
  }

  /// Those to be read first, then those with words of their own, then the others.
  private List<GroupRow> rows(
      DeskRequest asked, TopicId topic, Optional<Long> campaign, List<QueueItem> items) {
    Set<Long> sample = decisions.sample(id(topic, campaign), items, asked.actor());
    Set<Long> opened = decisions.opened(items, asked.actor());
    Map<Long, List<OwnLine>> own = queue.ownLines(items.stream().map(QueueItem::letter).toList());
    return items.stream()
        .map(item ->
            GroupRow.of(
                item, own.getOrDefault(item.letter(), List.of()), there(topic), sample, opened))
        .sorted(
            Comparator.comparing((GroupRow row) -> !row.sampled())
                .thenComparing(row -> row.own().isEmpty()))
        .toList();
  }

  private static String id(TopicId topic, Optional<Long> campaign) {
    return topic.value() + campaign.map(number -> ":" + number).orElse("");
  }

  /// What all of them get, without the line that differs.
  private static String reply(List<QueueItem> items) {
    return items.stream()
        .filter(item -> !isEdited(item))
        .findFirst()
        .flatMap(QueueItem::reply)
        .map(reply -> reply.text().lines().skip(1).collect(Collectors.joining("\n")).strip())
        .orElse("");
  }

  /// Letters of the campaign that a person is to read by themselves.
  private List<Row> apart(long campaign) {
    return lists.rows(
        GroupMembers.apart(queue, campaign, MOST_APART), ListAddress.START.to(View.PERSON));
  }

  private static List<Elsewhere> elsewhere(List<QueueItem> items, ListAddress place) {
    return items.stream()
        .flatMap(item ->
            item
                .elsewhere()
                .map(to ->
                    new Elsewhere(place.letter(item.letter()), Lists.who(item), to.toString()))
                .stream())
        .toList();
  }

  private static boolean isEdited(QueueItem item) {
    return item.reply().map(QueueItem.Reply::edited).orElse(false);
  }

  private static ListAddress there(TopicId topic) {
    return ListAddress.START.on(topic);
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
    GroupDecision decision =
        decisions.approve(id(topic, campaign), all, acknowledged, asked.actor());
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
        .addAttribute("back", there(topic).list());
    return "group-done";
  }

  /// Takes back what was approved together, as far as it has not left.
  @PostMapping("/undo")
  String undo(DeskRequest asked, @PathVariable TopicId topic, @RequestParam long decision) {
    long undone = decisions.undo(decision, asked.actor()).orElse(0L);
    asked.model().addAttribute("undone", undone).addAttribute("back", there(topic).list());
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
