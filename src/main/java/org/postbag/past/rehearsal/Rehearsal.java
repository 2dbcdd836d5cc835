package org.postbag.past.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.TopicId;
import org.postbag.past.Answered;
import org.postbag.past.Direction;
import org.postbag.past.Past;
import org.postbag.past.PastLetter;
import org.postbag.past.standard.PastReply;
import org.postbag.past.standard.StandardReplies;
import org.postbag.search.LetterSample;

/// The door: rehearses with a catalog of topics.
public final class Rehearsal {
  private static final int BATCH = 500;

  private final Past past;
  private final RehearsalSettings settings;
  private final List<PastLetter> received;
  private final Map<Long, List<PastLetter>> answers = new HashMap<>();
  private final List<PastReply> sent = new ArrayList<>();

  public Rehearsal(Past past, RehearsalSettings settings) {
    this.past = past;
    this.settings = settings;
    this.received = past.letters(Direction.RECEIVED).toList();
    readAnswers();
  }

  private void readAnswers() {
    Map<Long, PastLetter> letters = new HashMap<>();
    past.answered()
        .forEach((Answered pair) -> {
          letters.put(pair.reply().id(), pair.letter());
          answers.computeIfAbsent(pair.letter().id(), _ -> new ArrayList<>()).add(pair.reply());
        });
    past.letters(Direction.SENT)
        .forEach(one -> sent.add(new PastReply(one, Optional.ofNullable(letters.get(one.id())))));
  }

  /// When the newest fifth of the letters begins.
  ///
  /// @return empty where there are too few letters to divide
  public Optional<Instant> split() {
    return received.size() < 10
        ? Optional.empty()
        : Optional.of(received.get(received.size() * 4 / 5).at());
  }

  /// Rehearses with these topics.
  ///
  /// @param from when the part begins that is answered; what is older is learned from
  public RehearsalResult run(Catalog catalog, Instant from) {
    SentReplies replies =
        new SentReplies(catalog, sent, new StandardReplies(settings.replies().zone()).in(sent));
    try (LetterSample sample = LetterSample.in(settings.work())) {
      RehearsedOffice office = new RehearsedOffice(catalog, settings, sample);
      List<PastLetter> older = received.stream().filter(one -> one.at().isBefore(from)).toList();
      for (int i = 0; i < older.size(); i += BATCH) {
        office.remember(older.subList(i, Math.min(older.size(), i + BATCH)));
      }
      Map<LocalDate, List<PastReply>> byDay = byDay();
      int learned = learn(office, replies, byDay, LocalDate.MIN, day(from));
      office.inBetween();
      List<Rehearsed> letters = days(office, replies, byDay, from);
      return new RehearsalResult(
          catalog.all().size(),
          learned,
          office.trainings(),
          from,
          received.getLast().at(),
          letters);
    }
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, settings.replies().zone());
  }

  /// The answers by the day on which they were sent.
  private Map<LocalDate, List<PastReply>> byDay() {
    Map<LocalDate, List<PastReply>> byDay = new TreeMap<>();
    sent.stream()
        .filter(one -> one.letter().isPresent())
        .forEach(one -> byDay.computeIfAbsent(day(one.at()), _ -> new ArrayList<>()).add(one));
    return byDay;
  }

  private List<Rehearsed> days(
      RehearsedOffice office,
      SentReplies replies,
      Map<LocalDate, List<PastReply>> byDay,
      Instant from) {
    List<Rehearsed> rehearsed = new ArrayList<>();
    List<PastLetter> came = new ArrayList<>();
    LocalDate today = day(from);
    for (PastLetter letter : received) {
      if (letter.at().isBefore(from)) {
        continue;
      }
      LocalDate day = day(letter.at());
      if (day.isAfter(today)) {
        office.remember(came);
        came.clear();
        learn(office, replies, byDay, today, day);
        office.inBetween();
        today = day;
      }
      came.add(letter);
      rehearsed.add(office.receive(letter, answer(letter, replies)));
    }
    return rehearsed;
  }

  /// From the answers that were sent from a day on, before another.
  private int learn(
      RehearsedOffice office,
      SentReplies replies,
      Map<LocalDate, List<PastReply>> byDay,
      LocalDate first,
      LocalDate before) {
    List<PastLetter> letters = new ArrayList<>();
    List<Optional<TopicId>> topics = new ArrayList<>();
    byDay.forEach((day, some) -> {
      if (!day.isBefore(first) && day.isBefore(before)) {
        for (PastReply one : some) {
          letters.add(one.letter().orElseThrow());
          topics.add(topic(replies.of(one.reply())));
        }
      }
    });
    office.learn(letters, topics);
    return letters.size();
  }

  private static Optional<TopicId> topic(RealAnswer answer) {
    return answer instanceof RealAnswer.OfTopic(TopicId topic)
        ? Optional.of(topic)
        : Optional.empty();
  }

  /// The first answer; a standard reply among several.
  private RealAnswer answer(PastLetter letter, SentReplies replies) {
    return answers.getOrDefault(letter.id(), List.of()).stream()
        .map(replies::of)
        .min(Comparator.comparing(one -> !(one instanceof RealAnswer.OfTopic)))
        .orElse(new RealAnswer.Nothing());
  }
}
