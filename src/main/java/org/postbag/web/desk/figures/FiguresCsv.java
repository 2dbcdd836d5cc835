package org.postbag.web.desk.figures;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.upkeep.figures.Event;
import org.postbag.upkeep.figures.EventCounts;

/// The figures as CSV (RFC 4180): days, topics and numbers, nothing about a person. A field that a
/// spreadsheet would take for a formula is a text.
final class FiguresCsv {
  private static final String FORMULA = "=+-@\t\r";

  private FiguresCsv() {}

  /// @param title what staff call a topic
  static String of(Map<LocalDate, Map<String, EventCounts>> days, Function<String, String> title) {
    Stream<List<String>> head =
        Stream.of(
            Stream.concat(
                    Stream.of("day", "topic", "title"),
                    Arrays.stream(Event.values()).map(Event::label))
                .toList());
    Stream<List<String>> rows =
        days.entrySet().stream()
            .flatMap(day ->
                day.getValue().entrySet().stream()
                    .map(topic -> row(day.getKey(), topic.getKey(), topic.getValue(), title)));
    return Stream.concat(head, rows)
        .map(row -> row.stream().map(FiguresCsv::field).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static List<String> row(
      LocalDate day, String topic, EventCounts counts, Function<String, String> title) {
    return Stream.concat(
            Stream.of(day.toString(), topic, title.apply(topic)),
            Arrays.stream(Event.values()).map(event -> Long.toString(counts.of(event))))
        .toList();
  }

  private static String field(String text) {
    String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
