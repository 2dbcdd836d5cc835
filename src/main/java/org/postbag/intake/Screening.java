package org.postbag.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.intake.wording.Announcement;
import org.postbag.intake.wording.MachineLetter;

/// Whether a letter may be answered: RFC 3834 §2 and RFC 5230 §4.6, and what mail programs do in
/// their place. First the letter's own header and structure count, never a header quoted in its
/// text or carried by a message within it. What only its words tell is put before a person, and
/// never set aside.
public final class Screening {
  /// What is to be done with a letter.
  public sealed interface Outcome {
    /// A person wrote it, and it may be answered.
    record Personal() implements Outcome {}

    /// It bears marks that forbid an automatic answer, yet a person may well have written it (the
    /// relays of campaigns and web forms leave such marks): a person decides.
    record Held(ScreeningReason reason) implements Outcome {}

    /// Never to be answered.
    record SetAside(ScreeningReason reason) implements Outcome {}

    /// Whether a machine wrote it.
    default boolean automatic() {
      return why().filter(ScreeningReason::automatic).isPresent() && this instanceof SetAside;
    }

    /// Whether an automatic answer is forbidden.
    default boolean mustNotReply() {
      return !(this instanceof Personal);
    }

    default Optional<ScreeningReason> why() {
      return switch (this) {
        case Personal() -> Optional.empty();
        case Held(ScreeningReason reason) -> Optional.of(reason);
        case SetAside(ScreeningReason reason) -> Optional.of(reason);
      };
    }
  }

  /// One question, and what follows when the answer is yes.
  @FunctionalInterface
  private interface Rule {
    Optional<Outcome> apply(Letter letter, Set<Address> own);
  }

  private static final List<Rule> RULES =
      List.of(
          aside(ScreeningReason.OWN_MARK, (letter, own) -> AutomaticHeaders.bearsOurs(letter)),
          held(ScreeningReason.WEB_FORM, Origin::isUncertain),
          aside(
              ScreeningReason.OWN_ADDRESS,
              (letter, own) -> Origin.isOurs(letter, own) && !Origin.namesWriter(letter, own)),
          aside(ScreeningReason.READ_RECEIPT, (letter, own) -> ReportParts.isReadReceipt(letter)),
          aside(ScreeningReason.FEEDBACK_REPORT, (letter, own) -> ReportParts.isFeedback(letter)),
          aside(ScreeningReason.DELIVERY_REPORT, (letter, own) -> ReportParts.isDelivery(letter)),
          aside(
              ScreeningReason.AUTO_SUBMITTED,
              (letter, own) -> AutomaticHeaders.isAutoSubmitted(letter)),
          aside(
              ScreeningReason.AUTO_REPLY_HEADER,
              (letter, own) -> AutomaticHeaders.isAutoReply(letter)),
          held(
              ScreeningReason.AUTO_FORWARDED,
              (letter, own) -> AutomaticHeaders.isAutoForwarded(letter)),
          aside(
              ScreeningReason.NULL_RETURN_PATH,
              (letter, own) -> AutomaticHeaders.hasNullReturnPath(letter)),
          held(
              ScreeningReason.SYSTEM_SENDER,
              (letter, own) ->
                  SystemSenders.relaysSomebody(letter) && !Origin.namesWriter(letter, own)),
          aside(
              ScreeningReason.SYSTEM_SENDER,
              (letter, own) -> SystemSenders.wrote(letter) && !Origin.namesWriter(letter, own)),
          aside(ScreeningReason.CALENDAR, (letter, own) -> ReportParts.isCalendar(letter)),
          aside(ScreeningReason.OUT_OF_OFFICE, (letter, own) -> Absence.inSubject(letter)),
          held(ScreeningReason.NO_SENDER, (letter, own) -> letter.replyTo().isEmpty()),
          held(ScreeningReason.OWN_ADDRESS, Origin::wouldAnswerOurselves),
          held(ScreeningReason.FORWARDED, (letter, own) -> Origin.isForwarded(letter)),
          held(ScreeningReason.OUT_OF_OFFICE, (letter, own) -> Absence.inText(letter)),
          Screening::machine,
          Screening::announcement,
          held(
              ScreeningReason.SUPPRESS_HEADER,
              (letter, own) -> AutomaticHeaders.suppressesReplies(letter)),
          held(ScreeningReason.LIST, (letter, own) -> AutomaticHeaders.isFromList(letter)),
          held(ScreeningReason.BULK, (letter, own) -> AutomaticHeaders.isBulk(letter)),
          held(ScreeningReason.COPIED_IN, Addressees::onlyCopiesUs),
          held(ScreeningReason.MANY_RECIPIENTS, (letter, own) -> Addressees.areMany(letter)));

  /// What to do with `letter` in an office whose own addresses are `own`. The first rule that
  /// applies decides.
  public Outcome screen(Letter letter, Set<Address> own) {
    return RULES.stream()
        .flatMap(rule -> rule.apply(letter, own).stream())
        .findFirst()
        .orElseGet(Outcome.Personal::new);
  }

  private static Rule aside(ScreeningReason reason, BiPredicate<Letter, Set<Address>> asks) {
    return rule(asks, new Outcome.SetAside(reason));
  }

  private static Rule held(ScreeningReason reason, BiPredicate<Letter, Set<Address>> asks) {
    return rule(asks, new Outcome.Held(reason));
  }

  private static Rule rule(BiPredicate<Letter, Set<Address>> asks, Outcome then) {
    return (letter, own) -> asks.test(letter, own) ? Optional.of(then) : Optional.empty();
  }

  /// A writer who states to be a person is believed.
  private static Optional<Outcome> machine(Letter letter, Set<Address> own) {
    return AutomaticHeaders.isDeclaredPersonal(letter)
        ? Optional.empty()
        : MachineLetter.kindOf(letter).map(kind -> new Outcome.Held(reason(kind)));
  }

  private static ScreeningReason reason(MachineLetter.Kind kind) {
    return switch (kind) {
      case DELIVERY_REPORT -> ScreeningReason.DELIVERY_REPORT_TEXT;
      case COMPLAINT -> ScreeningReason.COMPLAINT_TEXT;
      case RECEIPT -> ScreeningReason.RECEIPT_TEXT;
      case AUTOMATIC_ANSWER -> ScreeningReason.AUTOMATIC_ANSWER_TEXT;
    };
  }

  private static Optional<Outcome> announcement(Letter letter, Set<Address> own) {
    return Announcement.kindOf(letter).map(kind -> new Outcome.Held(reason(kind)));
  }

  private static ScreeningReason reason(Announcement.Kind kind) {
    return switch (kind) {
      case PRESS_RELEASE -> ScreeningReason.PRESS_RELEASE;
      case INVITATION -> ScreeningReason.INVITATION;
    };
  }
}
