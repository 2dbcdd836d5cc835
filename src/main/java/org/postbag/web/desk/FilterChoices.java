package org.postbag.web.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.postbag.catalog.Catalog;
import org.postbag.ledger.DraftReason;
import org.postbag.sending.DepartureForecast;
import org.postbag.web.SavedViews;
import org.springframework.stereotype.Component;

/// What a list can be narrowed to.
@Component
class FilterChoices {
  /// Those that letters to an office are written in.
  private static final List<String> LANGUAGES =
      List.of("en", "cy", "de", "fr", "es", "it", "nl", "pl", "pt", "ro", "ru", "tr", "uk", "und");

  private final Supplier<Catalog> catalog;
  private final DepartureForecast departures;
  private final SavedViews views;

  FilterChoices(Supplier<Catalog> catalog, DepartureForecast departures, SavedViews views) {
    this.catalog = catalog;
    this.departures = departures;
    this.views = views;
  }

  /// One choice.
  record Choice(String value, String label, boolean chosen) {}

  /// The choices of a list.
  ///
  /// @param kept the name under which somebody kept it as it is; empty for none
  record All(
      List<Choice> views,
      List<Choice> topics,
      List<Choice> reasons,
      List<Choice> languages,
      List<Choice> mailboxes,
      boolean narrowed,
      Optional<String> kept) {
    /// What is chosen, in words.
    public List<String> chosen() {
      return Stream.of(topics, reasons, languages, mailboxes)
          .flatMap(List::stream)
          .filter(Choice::chosen)
          .map(Choice::label)
          .toList();
    }
  }

  All of(ListAddress place, String staff) {
    return new All(
        Arrays.stream(View.values())
            .map(view -> new Choice(view.word(), view.title(), view == place.view()))
            .toList(),
        catalog.get().topics().values().stream()
            .map(topic ->
                new Choice(
                    topic.id().value(),
                    topic.title(),
                    place.topic().equals(Optional.of(topic.id()))))
            .toList(),
        reasons(place),
        choices(place, "language", LANGUAGES.stream().map(FilterChoices::language)),
        choices(
            place,
            "mailbox",
            departures.mailboxes().stream().sorted().map(m -> new String[] {m, m})),
        !place.isWhole(),
        views.of(staff).stream()
            .filter(view -> view.address().equals(place.list()))
            .map(view -> view.name())
            .findFirst());
  }

  private static List<Choice> reasons(ListAddress place) {
    Stream<String[]> help = Stream.of(new String[][] {{"needs-help-", "May need help"}});
    Stream<String[]> others =
        Arrays.stream(DraftReason.values())
            .map(reason -> new String[] {reason.word(), reason.brief()});
    return choices(place, "reason", Stream.concat(help, others));
  }

  private static String[] language(String code) {
    return new String[] {
      code, code.equals("und") ? "cannot be told" : Locale.of(code).getDisplayLanguage(Locale.UK)
    };
  }

  private static List<Choice> choices(
      ListAddress place, String parameter, Stream<String[]> valuesWithLabels) {
    String chosen = place.narrowing().value(parameter);
    return valuesWithLabels.map(one -> new Choice(one[0], one[1], one[0].equals(chosen))).toList();
  }
}
