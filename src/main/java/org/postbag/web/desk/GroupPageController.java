package org.postbag.web.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.postbag.catalog.TopicId;
import org.postbag.ledger.State;
import org.postbag.review.Decision;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.Filter;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A topic's waiting letters, approved together: as the list that was on the page, letter by letter
/// with its version. What came or changed afterwards is not part of it, and neither is a letter
/// that needs a person.
@Controller
@RequestMapping("/groups/{topic}")
class GroupPageController {
  private static final int SMALL = 50;
  private static final int SMALL_SAMPLE = 5;
  private static final int SAMPLE = 13;
  private static final int MOST_APART = 50;

  private final ReviewQueue queue;
  private final Decisions decisions;
  private final Lists lists;

  GroupPageController(ReviewQueue queue, Decisions decisions, Lists lists) {
    this.queue = queue;
    this.decisions = decisions;
    this.lists = lists;
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
    List<QueueItem> all = waiting(topic, campaign);
    Pile pile = Pile.of(all);
    List<QueueItem> items = pile.together();
    List<WarningView> warnings = WarningView.of(pile.warnings(), Optional.empty());
    String list =
        items.stream().map(i -> i.letter() + ":" + i.version()).collect(Collectors.joining(","));
    asked
        .model()
        .addAttribute("topic", topic)
        .addAttribute("title", lists.title(topic))
        .addAttribute("count", items.size())
        .addAttribute("full", all.size() == Filter.MOST)
        .addAttribute("list", list)
        .addAttribute("edited", items.stream().filter(GroupPageController::isEdited).count())
        .addAttribute("elsewhere", elsewhere(items, there(topic)))
        .addAttribute("sample", lists.rows(sample(items), there(topic)))
        .addAttribute("campaign", campaign.isPresent())
        .addAttribute("warnings", warnings)
        .addAttribute("approve", WarningView.label("Approve these " + items.size(), warnings))
        .addAttribute("others", lists.rows(pile.apart(), there(topic)))
        .addAttribute("apart", campaign.map(this::apart).orElse(List.of()));
    return "group";
  }

  private List<QueueItem> waiting(TopicId topic, Optional<Long> campaign) {
    Optional<State> waiting = Optional.of(State.WAITING);
    Filter filter = Filter.after(0, waiting, Optional.of(topic), Optional.empty(), Filter.MOST);
    return queue.page(filter.of(campaign)).stream()
        .filter(item -> item.reason().isEmpty())
        .toList();
  }

  /// Letters of the campaign that a person is to read by themselves.
  private List<Row> apart(long campaign) {
    Filter filter = Filter.in(State.NEEDS_PERSON, MOST_APART).of(Optional.of(campaign));
    return lists.rows(queue.page(filter), ListAddress.START.to(View.PERSON));
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

  /// Letters drawn by lot, the same ones as long as the group is the same.
  private static List<QueueItem> sample(List<QueueItem> items) {
    List<QueueItem> mixed = new ArrayList<>(items);
    Collections.shuffle(mixed, new Random(items.hashCode()));
    return mixed.stream().limit(items.size() <= SMALL ? SMALL_SAMPLE : SAMPLE).toList();
  }

  private static ListAddress there(TopicId topic) {
    return ListAddress.START.on(topic);
  }

  /// Approves the list that was on the page.
  ///
  /// @param acknowledged the words of the warnings that were ticked off for all of them
  @PostMapping
  String approve(
      DeskRequest asked,
      @PathVariable TopicId topic,
      @RequestParam String list,
      @RequestParam(defaultValue = "") Set<String> acknowledged) {
    List<DraftVersion> all = seen(list).stream().filter(seen -> isStillIn(topic, seen)).toList();
    List<Decision> outcomes = decisions.approveAll(all, acknowledged, asked.actor());
    List<Left> left = new ArrayList<>();
    List<Long> approved = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      long letter = all.get(i).letter();
      if (outcomes.get(i) instanceof Decision.Done) {
        approved.add(letter);
      } else {
        left.add(left(letter, outcomes.get(i)));
      }
    }
    return told(asked, topic, approved, left);
  }

  private static String told(
      DeskRequest asked, TopicId topic, List<Long> approved, List<Left> left) {
    asked
        .model()
        .addAttribute("approved", approved.size())
        .addAttribute(
            "letters", approved.stream().map(String::valueOf).collect(Collectors.joining(",")))
        .addAttribute("left", left)
        .addAttribute("topic", topic)
        .addAttribute("back", there(topic).list());
    return "group-done";
  }

  /// Takes back what was approved together, as far as it has not left.
  @PostMapping("/undo")
  String undo(DeskRequest asked, @PathVariable TopicId topic, @RequestParam String list) {
    long undone =
        numbers(list).stream()
            .map(letter -> decisions.undo(letter, asked.actor()))
            .filter(Decision.Done.class::isInstance)
            .count();
    asked.model().addAttribute("undone", undone).addAttribute("back", there(topic).list());
    return "group-done";
  }

  private boolean isStillIn(TopicId topic, DraftVersion seen) {
    return queue
        .find(seen.letter())
        .filter(item -> item.topic().equals(Optional.of(topic)) && item.reason().isEmpty())
        .isPresent();
  }

  private Left left(long letter, Decision decision) {
    String who = queue.find(letter).map(Lists::who).orElse("");
    return new Left(letter, who, String.join(" ", DecisionResponses.alert(decision)));
  }

  private static List<DraftVersion> seen(String list) {
    return Arrays.stream(list.split(",", -1))
        .filter(pair -> pair.matches("\\d{1,18}:\\d{1,9}"))
        .limit(Filter.MOST)
        .map(pair -> pair.split(":", 2))
        .map(pair -> new DraftVersion(Long.parseLong(pair[0]), Integer.parseInt(pair[1])))
        .toList();
  }

  private static List<Long> numbers(String list) {
    return Arrays.stream(list.split(",", -1))
        .filter(number -> number.matches("\\d{1,18}"))
        .limit(Filter.MOST)
        .map(Long::parseLong)
        .toList();
  }
}
