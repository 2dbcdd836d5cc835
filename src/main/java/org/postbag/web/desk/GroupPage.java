package org.postbag.web.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.TopicId;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.campaign.CampaignText;
import org.postbag.matching.campaign.OwnLine;
import org.postbag.review.GroupDecisions;
import org.postbag.review.GroupMembers;
import org.postbag.review.OpenCampaign;
import org.postbag.review.Overview;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.springframework.stereotype.Component;

/// What the page of a group shows: what all say, what all get, and of each letter what is its own.
@Component
class GroupPage {
  private static final int MOST_APART = 50;

  /// Campaigns to choose from that may be the same.
  private static final int OTHERS = 12;

  private final ReviewQueue queue;
  private final Overview overview;
  private final GroupDecisions decisions;
  private final CampaignKeeper campaigns;
  private final Supplier<Catalog> catalog;
  private final Lists lists;
  private final Times times;

  GroupPage(
      ReviewQueue queue,
      Overview overview,
      GroupDecisions decisions,
      CampaignKeeper campaigns,
      Supplier<Catalog> catalog,
      Lists lists,
      Times times) {
    this.queue = queue;
    this.overview = overview;
    this.decisions = decisions;
    this.campaigns = campaigns;
    this.catalog = catalog;
    this.lists = lists;
    this.times = times;
  }

  /// A letter whose reply goes to somebody else than its writer.
  record Elsewhere(String href, String who, String to) {}

  /// Another campaign.
  record Other(long campaign, String label) {}

  /// Shows what would be approved, and asks.
  ///
  /// @param campaign only the letters of that campaign
  void show(DeskRequest asked, TopicId topic, Optional<Long> campaign) {
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
        .addAttribute("edited", items.stream().filter(GroupPage::isEdited).count())
        .addAttribute("elsewhere", elsewhere(items, there(topic)))
        .addAttribute("members", rows)
        .addAttribute("sample", rows.stream().filter(GroupRow::sampled).count())
        .addAttribute("unread", unread)
        .addAttribute("campaign", now.orElse(null))
        .addAttribute("consensus", consensus(now))
        .addAttribute("reply", reply(items))
        .addAttribute("warnings", warnings)
        .addAttribute("approve", WarningView.label("Approve these " + items.size(), warnings))
        .addAttribute("others", lists.rows(pile.apart(), there(topic)))
        .addAttribute("apart", now.map(this::apart).orElse(List.of()));
    now.ifPresent(number -> about(asked, number));
  }

  /// A campaign with no letter that is ready to approve.
  void showApart(DeskRequest asked, long campaign) {
    asked
        .model()
        .addAttribute("title", name(campaign))
        .addAttribute("count", 0)
        .addAttribute("campaign", campaign)
        .addAttribute("consensus", consensus(Optional.of(campaign)))
        .addAttribute("apart", apart(campaign));
    about(asked, campaign);
  }

  /// How a campaign came, and what staff can say of it.
  private void about(DeskRequest asked, long campaign) {
    campaigns
        .find(campaign)
        .ifPresent(found ->
            asked
                .model()
                .addAttribute("said", found)
                .addAttribute("first", times.of(found.first()))
                .addAttribute("last", times.of(found.last()))
                .addAttribute("days", Sparkline.of(found.perDay())));
    asked
        .model()
        .addAttribute("topics", catalog.get().topics().values())
        .addAttribute(
            "same",
            overview.campaigns(OTHERS).stream()
                .filter(other -> other.campaign() != campaign)
                .map(other -> new Other(other.campaign(), label(other)))
                .toList());
  }

  private String label(OpenCampaign other) {
    return name(other.campaign()) + " (" + other.letters() + ")";
  }

  /// What staff call a campaign, or the subject of its first letter.
  private String name(long campaign) {
    return campaigns
        .text(campaign)
        .flatMap(text -> text.said().name())
        .or(() -> queue.find(campaign).map(QueueItem::subject).filter(s -> !s.isBlank()))
        .orElse("campaign " + campaign);
  }

  private List<String> consensus(Optional<Long> campaign) {
    return campaign.flatMap(campaigns::text).map(CampaignText::sentences).orElse(List.of());
  }

  private String title(TopicId topic, Optional<Long> campaign) {
    return campaign
        .map(number -> name(number) + " (" + lists.title(topic) + ")")
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

  static String id(TopicId topic, Optional<Long> campaign) {
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
    List<QueueItem> items = GroupMembers.apart(queue, campaign, MOST_APART);
    Map<Long, List<OwnLine>> own = queue.ownLines(items.stream().map(QueueItem::letter).toList());
    return lists.rows(items, ListAddress.START.to(View.PERSON)).stream()
        .map(row -> row.with(words(own.getOrDefault(row.id(), List.of()))))
        .toList();
  }

  private static List<Highlighting.Piece> words(List<OwnLine> lines) {
    return lines.stream().map(line -> new Highlighting.Piece(line.text() + " ", "")).toList();
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

  static ListAddress there(TopicId topic) {
    return ListAddress.START.on(topic);
  }
}
