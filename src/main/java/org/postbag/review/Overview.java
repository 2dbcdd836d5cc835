package org.postbag.review;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.database.Database;
import org.postbag.ledger.State;
import org.postbag.review.JdbcOverview.Beginning;
import org.postbag.review.JdbcOverview.Part;

/// What is undecided, by what needs a person's eyes first.
public final class Overview {
  private final JdbcOverview rows;

  public Overview(Database database) {
    this.rows = new JdbcOverview(database);
  }

  /// How many letters there are in which somebody may need help at once.
  public long help() {
    return rows.help();
  }

  /// When the oldest undecided letter came.
  public Optional<Instant> oldest() {
    return Stream.of(State.WAITING, State.NEEDS_PERSON)
        .flatMap(state -> rows.oldest(state).stream())
        .min(Comparator.naturalOrder());
  }

  /// Letters of that state in no urgent need, the least certain match first.
  ///
  /// @param without letters of these campaigns are left out
  public List<QueueItem> leastCertain(State state, Collection<Long> without, int limit) {
    return rows.leastCertain(state, without, limit);
  }

  /// The campaigns with the most undecided letters, the largest first.
  public List<OpenCampaign> campaigns(int limit) {
    List<Part> ready = rows.parts(State.WAITING, limit);
    List<Part> apart = rows.parts(State.NEEDS_PERSON, limit);
    Set<Long> numbers =
        Stream.concat(ready.stream(), apart.stream())
            .map(Part::campaign)
            .collect(Collectors.toSet());
    return numbers.isEmpty() ? List.of() : campaigns(numbers, limit);
  }

  private List<OpenCampaign> campaigns(Set<Long> numbers, int limit) {
    Map<Long, List<Part>> ready = byCampaign(rows.parts(State.WAITING, numbers));
    Map<Long, List<Part>> apart = byCampaign(rows.parts(State.NEEDS_PERSON, numbers));
    Set<Long> letters = new HashSet<>(numbers);
    Stream.of(ready, apart)
        .flatMap(parts -> parts.values().stream().flatMap(List::stream))
        .forEach(part -> letters.add(part.first()));
    Map<Long, Beginning> beginnings = new HashMap<>();
    rows.beginnings(letters).forEach(one -> beginnings.put(one.letter(), one));
    return numbers.stream()
        .flatMap(number ->
            campaign(
                number,
                ready.getOrDefault(number, List.of()),
                apart.getOrDefault(number, List.of()),
                beginnings)
                .stream())
        .sorted(
            Comparator.comparingLong(OpenCampaign::letters)
                .reversed()
                .thenComparingLong(OpenCampaign::campaign))
        .limit(limit)
        .toList();
  }

  private static Map<Long, List<Part>> byCampaign(List<Part> parts) {
    return parts.stream().collect(Collectors.groupingBy(Part::campaign));
  }

  private static Optional<OpenCampaign> campaign(
      long number, List<Part> ready, List<Part> apart, Map<Long, Beginning> beginnings) {
    List<Part> all = new ArrayList<>(ready);
    all.addAll(apart);
    // Where its first letter is in a mailbox that may not be seen, the first that may.
    return Stream.concat(Stream.of(number), all.stream().map(Part::first).sorted())
        .filter(beginnings::containsKey)
        .findFirst()
        .map(first ->
            campaign(number, requireNonNull(beginnings.get(first)), ready, apart, beginnings));
  }

  private static OpenCampaign campaign(
      long number,
      Beginning begins,
      List<Part> ready,
      List<Part> apart,
      Map<Long, Beginning> beginnings) {
    Optional<Part> most = ready.stream().max(Comparator.comparingLong(Part::letters));
    List<Part> all = new ArrayList<>(ready);
    all.addAll(apart);
    Instant oldest =
        all.stream()
            .map(part -> beginnings.getOrDefault(part.first(), begins).received())
            .min(Comparator.naturalOrder())
            .orElse(begins.received());
    return new OpenCampaign(
        number,
        most.flatMap(Part::topic),
        most.map(Part::letters).orElse(0L),
        apart.stream().mapToLong(Part::letters).sum(),
        oldest,
        begins.subject(),
        begins.snippet());
  }
}
