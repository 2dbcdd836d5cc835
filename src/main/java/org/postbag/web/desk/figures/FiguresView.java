package org.postbag.web.desk.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.postbag.upkeep.figures.Event;
import org.postbag.upkeep.figures.EventCounts;
import org.postbag.upkeep.figures.Figures;
import org.postbag.upkeep.figures.Period;
import org.postbag.upkeep.figures.ReplyTime;

/// The figures of a period, as the page shows them.
///
/// @param letters that came from people
/// @param homes where writers live, with their numbers; empty where the office does not ask
record FiguresView(
    Period period,
    long letters,
    long machines,
    long answered,
    String median,
    String slow,
    String oldest,
    String right,
    String drafted,
    BarChart chart,
    Map<LocalDate, Long> days,
    List<TopicFigures> topics,
    Map<String, Long> homes) {
  private static final double SLOW = 0.9;

  /// @param title what staff call a topic
  static FiguresView of(Figures figures, Period period, Function<String, String> title) {
    Map<String, EventCounts> byTopic = figures.byTopic(period);
    Map<String, ReplyTime> times = figures.replyTimes(period);
    EventCounts all = byTopic.values().stream().reduce(EventCounts.NOTHING, EventCounts::plus);
    Map<LocalDate, Long> days = days(figures.byDay(period), period);
    ReplyTime every = sum(times);
    return new FiguresView(
        period,
        people(all),
        all.of(Event.SET_ASIDE),
        all.of(Event.SENT),
        Spans.of(every.quantile(0.5)),
        Spans.of(every.quantile(SLOW)),
        Spans.of(figures.oldestWaits()),
        percent(all.right()),
        percent(all.drafted()),
        BarChart.of(period, days),
        days,
        topics(byTopic, times, people(all), title),
        homes(all));
  }

  private static long people(EventCounts counts) {
    return Math.max(0, counts.of(Event.LETTER) - counts.of(Event.SET_ASIDE));
  }

  private static Map<LocalDate, Long> days(Map<LocalDate, EventCounts> counts, Period period) {
    Map<LocalDate, Long> days = new TreeMap<>();
    for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
      days.put(day, people(counts.getOrDefault(day, EventCounts.NOTHING)));
    }
    return days;
  }

  private static ReplyTime sum(Map<String, ReplyTime> times) {
    Map<Integer, Long> steps = new HashMap<>();
    times.values().forEach(time -> time.steps().forEach((s, n) -> steps.merge(s, n, Long::sum)));
    return new ReplyTime(steps);
  }

  private static List<TopicFigures> topics(
      Map<String, EventCounts> counts,
      Map<String, ReplyTime> times,
      long all,
      Function<String, String> title) {
    List<TopicFigures> rows = new ArrayList<>();
    counts.forEach((topic, events) ->
        rows.add(
            row(topic, events, times.getOrDefault(topic, new ReplyTime(Map.of())), all, title)));
    rows.removeIf(row -> row.letters() == 0 && row.sent() == 0);
    rows.sort(
        java.util.Comparator.comparingLong(TopicFigures::letters)
            .reversed()
            .thenComparing(TopicFigures::title));
    return rows;
  }

  private static TopicFigures row(
      String topic, EventCounts events, ReplyTime time, long all, Function<String, String> title) {
    long letters = people(events);
    return new TopicFigures(
        topic.isEmpty() ? "no topic" : title.apply(topic),
        topic.isEmpty() ? "" : "/topics/" + topic,
        letters,
        all == 0 ? 0 : Math.round(100.0 * letters / all),
        percent(events.drafted()),
        percent(events.edited()),
        percent(events.overridden()),
        events.of(Event.SENT),
        Spans.of(time.quantile(0.5)),
        Spans.of(time.quantile(SLOW)));
  }

  private static Map<String, Long> homes(EventCounts all) {
    Map<String, Long> homes = new java.util.LinkedHashMap<>();
    homes.put("in the constituency, or not certain", all.of(Event.HOME_HERE));
    homes.put("elsewhere", all.of(Event.HOME_ELSEWHERE));
    homes.put("did not say", all.of(Event.HOME_NOT_SAID));
    return homes.values().stream().allMatch(n -> n == 0) ? Map.of() : homes;
  }

  private static String percent(java.util.OptionalDouble share) {
    return share.isPresent() ? Math.round(100 * share.getAsDouble()) + " %" : "–";
  }
}
