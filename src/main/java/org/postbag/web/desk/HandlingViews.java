package org.postbag.web.desk;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.StandardReply;
import org.postbag.review.QueueItem;
import org.postbag.review.Snoozes;
import org.postbag.review.handling.Holders;
import org.postbag.review.handling.Notes;
import org.postbag.review.handling.Writing;
import org.postbag.review.handling.Writings;
import org.postbag.web.Role;
import org.postbag.web.Staff;
import org.postbag.web.StaffMember;

/// Reads what staff have done with a letter besides deciding on it.
final class HandlingViews {
  /// The standard reply that asks a writer where they live, by its name.
  private static final String ASKS = "ask-for-address";

  private static final LocalTime OPENS = LocalTime.of(8, 0);

  private final Snoozes snoozes;
  private final Notes notes;
  private final Holders holders;
  private final Writings writings;
  private final Staff staff;
  private final Supplier<Catalog> catalog;
  private final Times times;

  HandlingViews(
      Snoozes snoozes,
      Notes notes,
      Holders holders,
      Writings writings,
      Staff staff,
      Supplier<Catalog> catalog,
      Times times) {
    this.snoozes = snoozes;
    this.notes = notes;
    this.holders = holders;
    this.writings = writings;
    this.staff = staff;
    this.catalog = catalog;
    this.times = times;
  }

  HandlingView of(QueueItem item, StaffMember looks) {
    long letter = item.letter();
    Optional<String> holder = holders.of(letter);
    return new HandlingView(
        holder,
        holder.filter(looks.name()::equals).isPresent(),
        snoozes.until(letter).map(times::of),
        notes.of(letter).stream()
            .map(note -> new HandlingView.NoteLine(times.of(note.at()), note.actor(), note.text()))
            .toList(),
        others(looks, item.mailbox()),
        later(),
        catalog.get().reply(ASKS).map(StandardReply::name),
        writings.of(letter, looks.name()).filter(kept -> differs(kept, item)).map(this::kept));
  }

  private List<LetterView.Choice> later() {
    LocalDateTime now = times.here();
    LocalDateTime morning = now.toLocalDate().atTime(OPENS);
    return List.of(
        choice("in an hour", now.plusHours(1)),
        choice("tomorrow morning", morning.plusDays(1)),
        choice("Monday morning", morning.with(TemporalAdjusters.next(DayOfWeek.MONDAY))),
        choice("in a week", morning.plusWeeks(1)));
  }

  private static LetterView.Choice choice(String title, LocalDateTime until) {
    return new LetterView.Choice(until.truncatedTo(ChronoUnit.MINUTES).toString(), title, false);
  }

  private List<String> others(StaffMember looks, String mailbox) {
    return staff.all().stream()
        .filter(member -> member.rights().mayIn(mailbox, Role.VIEWER))
        .map(StaffMember::name)
        .filter(name -> !name.equals(looks.name()))
        .toList();
  }

  /// What was saved meanwhile needs no going on.
  private static boolean differs(Writing kept, QueueItem item) {
    return item.reply()
        .filter(reply -> reply.text().equals(kept.text()))
        .filter(reply -> reply.thread().subject().equals(kept.subject()))
        .isEmpty();
  }

  private HandlingView.Kept kept(Writing writing) {
    String what =
        switch (writing.kind()) {
          case EDIT -> "changes to the reply";
          case OWN -> "a reply of your own";
          case FORWARD -> "a message to " + writing.source();
        };
    return new HandlingView.Kept(what, times.of(writing.at()));
  }
}
