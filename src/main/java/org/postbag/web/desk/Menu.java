package org.postbag.web.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.database.MailboxScope;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.ledger.Totals;
import org.postbag.review.Overview;
import org.postbag.review.ReviewQueue;
import org.postbag.web.SavedView;
import org.postbag.web.SavedViews;
import org.postbag.web.desk.Navigation.Link;
import org.postbag.web.desk.Navigation.Section;

/// The pages and lists that there are, with how many letters each holds.
///
/// @param title what staff call a topic
/// @param count how many letters a narrowed list has; negative where it is not counted
record Menu(
    ReviewQueue queue,
    Overview overview,
    Ledger ledger,
    SavedViews views,
    Function<TopicId, String> title,
    ToLongFunction<ListAddress> count) {
  private static final List<View> UNDECIDED = List.of(View.HELP, View.WAITING, View.PERSON);
  private static final List<View> ALARMS = List.of(View.HELP, View.UNCLEAR, View.FAILED);

  /// Most offices never fill these.
  private static final List<View> HIDDEN_WHEN_EMPTY =
      List.of(View.SNOOZED, View.PRACTISED, View.UNCLEAR, View.FAILED);

  private static final List<View> GOING_OUT =
      List.of(View.LEAVING, View.UNCLEAR, View.FAILED, View.PRACTISED, View.SENT);
  private static final List<View> DONE = List.of(View.SNOOZED, View.CLOSED, View.SET_ASIDE);

  /// Beside an open list.
  Navigation navigation(ListAddress place, String staff) {
    return navigation("", staff, Optional.of(place), place.url("/navigation"));
  }

  /// On a page that is no list.
  ///
  /// @param open its path
  Navigation navigation(String open, String staff) {
    return navigation(open, staff, Optional.empty(), null);
  }

  private Navigation navigation(
      String open, String staff, Optional<ListAddress> place, @Nullable String again) {
    Totals totals = ledger.account();
    boolean all = MailboxScope.current().isAll();
    return new Navigation(
        Stream.concat(
                Stream.of(Link.page("Morning", "/", open)),
                UNDECIDED.stream().map(view -> link(view, place, totals)))
            .toList(),
        Stream.of(
                new Section("Your views", yours(open, staff, place)),
                new Section("By topic", place.map(this::topics).orElse(List.of())),
                new Section("Going out", links(GOING_OUT, place, totals)),
                new Section("The rest", links(DONE, place, totals)),
                new Section(
                    "The office",
                    Stream.of(
                            Link.page("Topics", "/topics", open),
                            Link.page("Figures", "/figures", open))
                        // Figures are of all mailboxes.
                        .filter(link -> all || !link.title().equals("Figures"))
                        .toList()))
            .filter(section -> !section.links().isEmpty())
            .toList(),
        again);
  }

  private List<Link> links(List<View> views, Optional<ListAddress> place, Totals totals) {
    return views.stream()
        .map(view -> link(view, place, totals))
        .filter(link -> link.count() > 0 || !isHidden(link))
        .toList();
  }

  private static boolean isHidden(Link link) {
    return HIDDEN_WHEN_EMPTY.stream().anyMatch(view -> view.title().equals(link.title()));
  }

  private Link link(View view, Optional<ListAddress> place, Totals totals) {
    long count =
        view == View.HELP ? overview.help() : view.states().stream().mapToLong(totals::of).sum();
    boolean open = place.filter(there -> there.view() == view).isPresent();
    return new Link(
        view.title(),
        count,
        ListAddress.START.to(view).list(),
        open && place.filter(ListAddress::isWhole).isPresent(),
        count > 0 && ALARMS.contains(view),
        key(view));
  }

  /// What the live counts call it.
  private static String key(View view) {
    return view == View.HELP
        ? LiveState.HELP
        : view.states().stream().map(State::label).collect(Collectors.joining(" "));
  }

  private List<Link> yours(String open, String staff, Optional<ListAddress> place) {
    Link mine = Link.page("In your hand", SelectionController.MINE, open);
    return Stream.concat(Stream.of(mine), views(staff, place).stream()).toList();
  }

  private List<Link> views(String staff, Optional<ListAddress> place) {
    return views.of(staff).stream().map(view -> kept(view, place)).toList();
  }

  private Link kept(SavedView view, Optional<ListAddress> place) {
    ListAddress there = ListAddress.of(view.address());
    boolean open = place.filter(there::equals).isPresent();
    long letters = count.applyAsLong(there);
    return new Link(
        view.name(), letters >= Lists.COUNTED ? Link.MANY : letters, there.list(), open, false, "");
  }

  /// The topics of a list of letters that wait.
  private List<Link> topics(ListAddress place) {
    if (place.view() != View.WAITING && place.view() != View.PERSON) {
      return List.of();
    }
    return queue.groups(place.view().states().getFirst()).stream()
        .flatMap(group -> group.topic().map(topic -> topic(topic, group.letters(), place)).stream())
        .toList();
  }

  private Link topic(TopicId topic, long letters, ListAddress place) {
    String there = place.to(place.view()).on(topic).list();
    boolean current = place.topic().equals(Optional.of(topic));
    String key = place.view().states().getFirst().label() + "/" + topic.value();
    return new Link(title.apply(topic), letters, there, current, false, key);
  }
}
