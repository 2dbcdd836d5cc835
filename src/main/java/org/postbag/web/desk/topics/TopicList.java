package org.postbag.web.desk.topics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Topic;
import org.postbag.database.MailboxScope;
import org.postbag.review.ReviewQueue;
import org.postbag.upkeep.figures.Event;
import org.postbag.upkeep.figures.EventCounts;
import org.postbag.upkeep.figures.Figures;
import org.postbag.upkeep.figures.Period;
import org.springframework.stereotype.Component;

/// All topics with their figures.
@Component
class TopicList {
  /// The days that shares are of.
  static final int DAYS = 90;

  private final Supplier<Catalog> catalog;
  private final ReviewQueue queue;
  private final Figures figures;

  TopicList(Supplier<Catalog> catalog, ReviewQueue queue, Figures figures) {
    this.catalog = catalog;
    this.queue = queue;
    this.figures = figures;
  }

  List<TopicRow> rows() {
    LocalDate today = figures.today();
    // Figures are of all mailboxes.
    boolean all = MailboxScope.current().isAll();
    Map<String, EventCounts> counts = all ? figures.byTopic(Period.upTo(today, DAYS)) : Map.of();
    Map<String, LocalDate> used = all ? figures.lastUsed() : Map.of();
    Map<String, Long> letters =
        queue.groups().stream()
            .filter(group -> group.topic().isPresent())
            .collect(
                Collectors.groupingBy(
                    group -> group.topic().get().value(),
                    Collectors.summingLong(group -> group.letters())));
    Catalog now = catalog.get();
    return now.all().stream()
        .sorted(Comparator.comparing(Topic::title, String.CASE_INSENSITIVE_ORDER))
        .map(topic -> {
          String id = topic.id().value();
          return row(
              topic,
              now.replyOf(topic),
              letters.getOrDefault(id, 0L),
              counts.getOrDefault(id, EventCounts.NOTHING),
              Optional.ofNullable(used.get(id)));
        })
        .toList();
  }

  private TopicRow row(
      Topic topic,
      Optional<StandardReply> reply,
      long letters,
      EventCounts counts,
      Optional<LocalDate> used) {
    Optional<Reminder> reminder = reply.flatMap(r -> Reminder.of(r, figures.today()));
    return new TopicRow(
        "/topics/" + topic.id(),
        topic.title(),
        topic.reply().orElse(""),
        letters,
        percent(counts.drafted()),
        percent(counts.right()),
        percent(counts.edited()),
        counts.of(Event.CORRECTED),
        used.map(LocalDate::toString).orElse(""),
        reply.flatMap(StandardReply::reviewed).map(LocalDate::toString).orElse(""),
        reply.flatMap(StandardReply::expires).map(LocalDate::toString).orElse(""),
        reminder.map(Reminder::text).orElse(""),
        reminder.map(Reminder::alarm).orElse(false));
  }

  /// `97 %`; empty where nothing happened.
  static String percent(OptionalDouble share) {
    return share.isPresent() ? Math.round(100 * share.getAsDouble()) + " %" : "";
  }
}
