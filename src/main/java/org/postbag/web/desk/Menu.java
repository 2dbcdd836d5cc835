package org.postbag.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.postbag.catalog.TopicId;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Totals;
import org.postbag.review.ReviewQueue;

/// The lists that there are, with how many letters each holds.
///
/// @param title what staff call a topic
record Menu(ReviewQueue queue, Ledger ledger, Function<TopicId, String> title) {
  private static final List<View> UNDECIDED = List.of(View.WAITING, View.PERSON);
  private static final List<View> ALARMS = List.of(View.UNCLEAR, View.FAILED);
  private static final List<View> DECIDED =
      List.of(
          View.PRACTISED,
          View.LEAVING,
          View.UNCLEAR,
          View.FAILED,
          View.SENT,
          View.CLOSED,
          View.SET_ASIDE);

  /// As it is beside an open list.
  Navigation navigation(ListAddress place) {
    Totals account = ledger.account();
    return new Navigation(
        UNDECIDED.stream().map(view -> link(view, place, account)).toList(),
        DECIDED.stream()
            .map(view -> link(view, place, account))
            .filter(link -> link.count() > 0 || !link.hiddenWhenEmpty())
            .toList(),
        topics(place),
        place.url("/navigation"));
  }

  private static Navigation.Link link(View view, ListAddress place, Totals account) {
    long count = view.states().stream().mapToLong(account::of).sum();
    boolean current = view == place.view() && place.topic().isEmpty();
    return new Navigation.Link(
        view.title(),
        count,
        place.to(view).list(),
        current,
        ALARMS.contains(view),
        view == View.PRACTISED || ALARMS.contains(view));
  }

  private List<Navigation.Link> topics(ListAddress place) {
    if (!UNDECIDED.contains(place.view())) {
      return List.of();
    }
    List<Navigation.Link> links = new ArrayList<>();
    for (var group : queue.groups(place.view().states().getFirst())) {
      group.topic().ifPresent(topic -> links.add(topic(topic, group.letters(), place)));
    }
    return links;
  }

  private Navigation.Link topic(TopicId topic, long letters, ListAddress place) {
    ListAddress there = place.to(place.view()).on(topic);
    boolean current = place.topic().equals(Optional.of(topic));
    return new Navigation.Link(title.apply(topic), letters, there.list(), current, false, false);
  }
}
