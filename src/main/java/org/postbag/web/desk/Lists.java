package org.postbag.web.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.email.NamedAddress;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.ReviewReason;
import org.postbag.ledger.State;
import org.postbag.reply.Warning;
import org.postbag.review.Filter;
import org.postbag.review.Overview;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.web.SavedViews;

/// The lists of letters, as they are shown.
final class Lists {
  private static final int MOST_CAMPAIGNS = 5;
  private static final int PAGE = 50;

  /// Nobody needs to know how many more there are.
  static final int COUNTED = 100;

  private final ReviewQueue queue;
  private final Supplier<Catalog> catalog;
  private final Times times;
  private final Menu menu;
  private final Snippets snippets;

  Lists(
      ReviewQueue queue,
      Overview overview,
      Ledger ledger,
      Supplier<Catalog> catalog,
      Snippets snippets,
      SavedViews views,
      Times times) {
    this.snippets = snippets;
    this.queue = queue;
    this.catalog = catalog;
    this.times = times;
    this.menu = new Menu(queue, overview, ledger, views, this::title, this::count);
  }

  /// The beginning of a list.
  ///
  /// @param open the letter beside it; 0 for none
  Listing first(ListAddress place, long open) {
    return place.view().oldestFirst()
        ? growing(place, 0, open)
        : newest(place, Long.MAX_VALUE, open);
  }

  /// What comes behind that letter in the list.
  Listing after(ListAddress place, long last) {
    return place.view().oldestFirst() ? growing(place, last, 0) : newest(place, last, 0);
  }

  private Listing growing(ListAddress place, long after, long open) {
    List<QueueItem> items = items(place, Optional.empty(), Optional.of(after));
    long last = items.isEmpty() ? after : items.getLast().letter();
    List<QueueItem> shown = after == 0 ? urgentFirst(place, items) : items;
    return new Listing(rows(shown, place, open), Optional.of(place.after(last)), true);
  }

  /// The beginning of the list with the letters before it in which somebody may need help at once.
  /// One that is far down the list comes again there, when the list is read so far.
  private List<QueueItem> urgentFirst(ListAddress place, List<QueueItem> items) {
    List<QueueItem> urgent = urgent(place);
    Set<Long> shown = urgent.stream().map(QueueItem::letter).collect(Collectors.toSet());
    return Stream.concat(
            urgent.stream(), items.stream().filter(item -> !shown.contains(item.letter())))
        .toList();
  }

  private List<QueueItem> urgent(ListAddress place) {
    boolean whole = place.words().isEmpty() && place.narrowing().equals(Narrowing.NONE);
    return place.view() == View.PERSON && whole
        ? queue.urgent(State.NEEDS_PERSON, place.topic(), PAGE)
        : List.of();
  }

  private Listing newest(ListAddress place, long before, long open) {
    List<QueueItem> items = items(place, Optional.of(before), Optional.empty());
    Optional<String> more =
        items.size() < PAGE ? Optional.empty() : Optional.of(place.after(items.getLast().letter()));
    return new Listing(rows(items, place, open), more, false);
  }

  /// The letter to go on with: the next of the list, or its first.
  Optional<Long> next(ListAddress place, long letter) {
    if (!place.view().oldestFirst()) {
      return Optional.empty();
    }
    Optional<Long> urgent =
        urgent(place).stream().map(QueueItem::letter).filter(id -> id != letter).findFirst();
    if (urgent.isPresent()) {
      return urgent;
    }
    Optional<Long> behind = nearest(place, letter);
    return behind.isPresent() ? behind : nearest(place, 0).filter(first -> first != letter);
  }

  private Optional<Long> nearest(ListAddress place, long after) {
    State state = place.view().states().getFirst();
    return queue
        .page(filter(place, Optional.of(state), Optional.empty(), Optional.of(after), 1))
        .stream()
        .map(QueueItem::letter)
        .findFirst();
  }

  private List<QueueItem> items(ListAddress place, Optional<Long> before, Optional<Long> after) {
    List<State> states = place.view().states();
    if (states.isEmpty()) {
      return queue.page(filter(place, Optional.empty(), before, after, PAGE));
    }
    Comparator<QueueItem> newestFirst = Comparator.comparingLong(QueueItem::letter).reversed();
    Stream<QueueItem> found =
        states.stream()
            .flatMap(s -> queue.page(filter(place, Optional.of(s), before, after, PAGE)).stream());
    return states.size() == 1 ? found.toList() : found.sorted(newestFirst).limit(PAGE).toList();
  }

  private Filter filter(
      ListAddress place,
      Optional<State> state,
      Optional<Long> before,
      Optional<Long> after,
      int limit) {
    Optional<String> words = Optional.of(place.words()).filter(w -> !w.isEmpty());
    return new Filter(
            state, place.topic(), words, place.narrowing().campaign(), before, after, limit)
        .narrowed(place.criteria(times));
  }

  /// Some letters as rows.
  List<Row> rows(List<QueueItem> items, ListAddress place) {
    return rows(items, place, 0);
  }

  private List<Row> rows(List<QueueItem> items, ListAddress place, long open) {
    return items.stream()
        .map(item -> row(item, place, open).with(snippets.of(item.letter(), place.words())))
        .toList();
  }

  private Row row(QueueItem item, ListAddress place, long open) {
    boolean needsPerson = item.state() == State.NEEDS_PERSON;
    String note =
        needsPerson || item.state() == State.SET_ASIDE
            ? item.reason().map(ReviewReason::brief).orElse("")
            : place.view() == View.ALL ? Labels.state(item.state()) : warnings(item);
    return new Row(
        item.letter(),
        place.letter(item.letter()),
        who(item),
        item.subject().isBlank() ? "(no subject)" : item.subject(),
        List.of(new Highlighting.Piece(item.snippet(), "")),
        times.of(item.received()),
        times.age(item.received()),
        item.received(),
        item.topic().map(topic -> perhaps(item) + title(topic)).orElse(""),
        place.view() == View.HELP ? note.replaceFirst("^May need help: ", "") : note,
        needsPerson && Labels.isUrgent(item.reason()),
        item.letter() == open);
  }

  /// What must be seen before a reply that waits is approved.
  private static String warnings(QueueItem item) {
    return item.state() == State.WAITING
        ? item.warnings().stream().map(Warning::brief).distinct().collect(Collectors.joining(", "))
        : "";
  }

  private static String perhaps(QueueItem item) {
    boolean guessed = item.match().abstained() && item.topic().equals(item.match().topic());
    return guessed && item.state() == State.NEEDS_PERSON ? "perhaps: " : "";
  }

  /// The name of the writer, or the address where there is no name.
  static String who(QueueItem item) {
    Optional<NamedAddress> from = item.from();
    return from.map(NamedAddress::name)
        .filter(name -> !name.isBlank())
        .or(() -> from.map(f -> f.address().toString()))
        .orElse("(no sender)");
  }

  /// The largest campaigns among the letters that are ready to approve, the list's topic only.
  List<CampaignRow> campaigns(ListAddress place) {
    return place.view() != View.WAITING
            || !place.words().isEmpty()
            || !place.narrowing().equals(Narrowing.NONE)
        ? List.of()
        : queue.campaigns(MOST_CAMPAIGNS).stream()
            .filter(group -> place.topic().map(group.topic()::equals).orElse(true))
            .map(group ->
                new CampaignRow(
                    group.letters(),
                    group.subject().isBlank() ? group.snippet() : group.subject(),
                    "/groups/" + group.topic() + "?campaign=" + group.campaign()))
            .toList();
  }

  /// What staff call a topic.
  String title(TopicId id) {
    return catalog.get().topic(id).map(Topic::title).orElse(id.value());
  }

  /// The lists with their counts.
  ///
  /// @param staff whose views are among them
  Navigation navigation(ListAddress place, String staff) {
    return menu.navigation(place, staff);
  }

  /// The same on a page that is no list.
  Navigation navigation(String path, String staff) {
    return menu.navigation(path, staff);
  }

  /// How many letters a list of undecided ones has, counted to a hundred; negative where it is not
  /// counted, because it grows for ever or is searched for.
  private long count(ListAddress place) {
    return place.view().oldestFirst() && place.words().isEmpty()
        ? queue.count(
            filter(
                place,
                Optional.of(place.view().states().getFirst()),
                Optional.empty(),
                Optional.empty(),
                PAGE),
            COUNTED)
        : -1;
  }
}
