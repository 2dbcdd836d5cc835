package org.postbag.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.database.MailboxScope;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.MailboxStatus;
import org.postbag.ledger.HelpReason;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.ledger.Totals;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.campaign.CampaignText;
import org.postbag.review.OpenCampaign;
import org.postbag.review.Overview;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.sending.DepartureForecast;
import org.postbag.web.desk.MorningView.GroupCard;
import org.postbag.web.desk.MorningView.Mailbox;
import org.postbag.web.desk.MorningView.Next;
import org.postbag.web.desk.MorningView.Wrong;
import org.springframework.stereotype.Component;

/// Puts the first page together.
@Component
class Morning {
  private static final int HELP = 5;
  private static final int GROUPS = 8;
  private static final int SINGLE = 12;

  /// A topic that is less likely than this says nothing of a letter.
  private static final double WORTH_NAMING = 0.1;

  private static final ListAddress PERSON = ListAddress.START.to(View.PERSON);

  private final Overview overview;
  private final ReviewQueue queue;
  private final Ledger ledger;
  private final CampaignKeeper campaigns;
  private final DepartureForecast departures;
  private final MailboxHealth mailboxes;
  private final HelpExcerpts excerpts;
  private final Lists lists;
  private final Times times;

  Morning(
      Overview overview,
      ReviewQueue queue,
      Ledger ledger,
      CampaignKeeper campaigns,
      DepartureForecast departures,
      MailboxHealth mailboxes,
      HelpExcerpts excerpts,
      Lists lists,
      Times times) {
    this.overview = overview;
    this.queue = queue;
    this.ledger = ledger;
    this.campaigns = campaigns;
    this.departures = departures;
    this.mailboxes = mailboxes;
    this.excerpts = excerpts;
    this.lists = lists;
    this.times = times;
  }

  MorningView now() {
    Totals totals = ledger.account();
    List<OpenCampaign> open = overview.campaigns(GROUPS);
    List<Long> shown = open.stream().map(OpenCampaign::campaign).toList();
    List<GroupCard> groups = open.stream().map(this::card).toList();
    List<Row> help = help();
    long helpAll = overview.help();
    List<Row> unsure = single(State.NEEDS_PERSON, shown, PERSON);
    List<Row> ready = single(State.WAITING, shown, ListAddress.START);
    return new MorningView(
        totals.of(State.WAITING) + totals.of(State.NEEDS_PERSON),
        overview.oldest().map(times::lasting).orElse(null),
        next(help, helpAll, groups, unsure, ready),
        help,
        helpAll,
        groups,
        groups.stream().mapToLong(GroupCard::letters).sum(),
        unsure,
        totals.of(State.NEEDS_PERSON),
        ready,
        totals.of(State.WAITING),
        totals.of(State.APPROVED) + totals.of(State.SENDING),
        departures.last().map(times::of).orElse(null),
        wrong(totals),
        mailboxes());
  }

  private List<Row> help() {
    ListAddress place = ListAddress.START.to(View.HELP);
    return queue.urgent(State.NEEDS_PERSON, Optional.empty(), HELP).stream()
        .map(item ->
            lists
                .rows(List.of(item), place)
                .getFirst()
                .with(excerpts.of(item.letter(), kind(item))))
        .toList();
  }

  private static String kind(QueueItem item) {
    return item.reason().orElse(null) instanceof HelpReason help ? help.label() : "";
  }

  /// The letters that are in no group that is shown.
  private List<Row> single(State state, List<Long> groups, ListAddress place) {
    return overview.leastCertain(state, groups, SINGLE).stream()
        .map(item -> lists.rows(List.of(item), place).getFirst().with(likely(item)))
        .toList();
  }

  private String likely(QueueItem item) {
    return item.topic()
        .filter(_ -> item.match().probability() >= WORTH_NAMING)
        .map(topic -> Math.round(item.match().probability() * 100) + " % " + lists.title(topic))
        .orElse("");
  }

  private GroupCard card(OpenCampaign one) {
    Optional<CampaignText> text = campaigns.text(one.campaign());
    String name =
        text.flatMap(t -> t.said().name())
            .orElse(one.subject().isBlank() ? "(no subject)" : one.subject());
    return new GroupCard(
        one.letters(),
        name,
        one.topic().map(lists::title).orElse(""),
        text.map(CampaignText::sentences)
            .flatMap(sentences -> sentences.stream().findFirst())
            .orElse(one.snippet()),
        one.ready(),
        one.apart(),
        times.age(one.oldest()),
        "/campaigns/" + one.campaign());
  }

  private static @Nullable Next next(
      List<Row> help, long helpAll, List<GroupCard> groups, List<Row> unsure, List<Row> ready) {
    if (!help.isEmpty()) {
      String label =
          helpAll == 1
              ? "Read the one that may need help"
              : "Read the " + helpAll + " that may need help";
      return new Next(label, help.getFirst().href());
    }
    if (!groups.isEmpty()) {
      GroupCard group = groups.getFirst();
      return new Next("Decide on " + group.letters() + " alike: " + group.name(), group.href());
    }
    if (!unsure.isEmpty()) {
      return new Next("Read the least certain letter", unsure.getFirst().href());
    }
    return ready.isEmpty() ? null : new Next("Approve the first", ready.getFirst().href());
  }

  private static List<Wrong> wrong(Totals totals) {
    List<Wrong> wrong = new ArrayList<>();
    add(wrong, totals.of(State.UNCLEAR), "perhaps sent: somebody must look", View.UNCLEAR);
    add(wrong, totals.of(State.FAILED), "could not be sent", View.FAILED);
    return wrong;
  }

  private static void add(List<Wrong> wrong, long count, String what, View view) {
    if (count > 0) {
      String replies = count == 1 ? "1 reply " : count + " replies ";
      wrong.add(new Wrong(replies + what, ListAddress.START.to(view).list()));
    }
  }

  private List<Mailbox> mailboxes() {
    return mailboxes.all().stream()
        .filter(status -> MailboxScope.current().sees(status.mailbox()))
        .map(this::mailbox)
        .toList();
  }

  private Mailbox mailbox(MailboxStatus status) {
    return new Mailbox(
        status.mailbox() + (status.folder().equals("INBOX") ? "" : "/" + status.folder()),
        status.lastRead().map(at -> "read " + times.ago(at)).orElse("not read yet"),
        status.trouble().orElse(""));
  }
}
