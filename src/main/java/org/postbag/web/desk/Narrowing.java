package org.postbag.web.desk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.postbag.email.Address;
import org.postbag.review.Criteria;

/// What a list is narrowed to beside its topic and words, as its address says it.
///
/// @param given by parameter, in the order of [#NAMES]; none is empty
record Narrowing(Map<String, String> given) {
  private static final int LONGEST = 320;

  /// The parameters there are.
  static final List<String> NAMES =
      List.of("campaign", "mailbox", "from", "reason", "language", "since", "until");

  static final Narrowing NONE = new Narrowing(Map.of());

  Narrowing {
    given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }

  static Narrowing of(UnaryOperator<String> parameter) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : NAMES) {
      String value = parameter.apply(name).strip();
      if (!value.isEmpty() && value.length() <= LONGEST) {
        given.put(name, value);
      }
    }
    return new Narrowing(given);
  }

  public String value(String name) {
    return given.getOrDefault(name, "");
  }

  /// The campaign, where a number is given.
  Optional<Long> campaign() {
    return Optional.of(value("campaign"))
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::parseLong);
  }

  /// What the database is asked for; what is not understood is left out.
  ///
  /// @param times in whose zone a day begins
  Criteria criteria(Times times) {
    return new Criteria(
        false,
        Optional.ofNullable(given.get("mailbox")),
        Optional.ofNullable(given.get("language")),
        Optional.ofNullable(given.get("reason")),
        Address.parse(value("from")),
        day("since").map(day -> times.at(day.atTime(LocalTime.MIN))),
        day("until").map(day -> times.at(day.plusDays(1).atTime(LocalTime.MIN))));
  }

  private Optional<LocalDate> day(String name) {
    try {
      return Optional.of(value(name)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
