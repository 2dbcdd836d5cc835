package org.postbag.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;

/// Whether a letter may be answered: RFC 3834 §2 and RFC 5230 §4.6, and what mail programs do in
/// their place. Only the letter's own header and structure count, never a header quoted in its text
/// or carried by a message within it.
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
  private record Rule(BiPredicate<Letter, Set<Address>> asks, Outcome then) {}

  private static final List<Rule> RULES =
      List.of(
          aside(ScreeningReason.OWN_MARK, (letter, own) -> AutomaticHeaders.bearsOurs(letter)),
          aside(ScreeningReason.OWN_ADDRESS, Screening::isFromOurselves),
          aside(ScreeningReason.READ_RECEIPT, (letter, own) -> ReportParts.isReadReceipt(letter)),
          aside(ScreeningReason.FEEDBACK_REPORT, (letter, own) -> ReportParts.isFeedback(letter)),
          aside(ScreeningReason.DELIVERY_REPORT, (letter, own) -> ReportParts.isDelivery(letter)),
          aside(
              ScreeningReason.AUTO_SUBMITTED,
              (letter, own) -> AutomaticHeaders.isAutoSubmitted(letter)),
          aside(
              ScreeningReason.AUTO_REPLY_HEADER,
              (letter, own) -> AutomaticHeaders.isAutoReply(letter)),
          aside(
              ScreeningReason.NULL_RETURN_PATH,
              (letter, own) -> AutomaticHeaders.hasNullReturnPath(letter)),
          held(
              ScreeningReason.SYSTEM_SENDER, (letter, own) -> SystemSenders.relaysSomebody(letter)),
          aside(ScreeningReason.SYSTEM_SENDER, (letter, own) -> SystemSenders.wrote(letter)),
          aside(ScreeningReason.CALENDAR, (letter, own) -> ReportParts.isCalendar(letter)),
          aside(ScreeningReason.OUT_OF_OFFICE, (letter, own) -> Absence.inSubject(letter)),
          held(ScreeningReason.NO_SENDER, (letter, own) -> letter.replyTo().isEmpty()),
          held(ScreeningReason.OWN_ADDRESS, Screening::wouldAnswerOurselves),
          held(ScreeningReason.OUT_OF_OFFICE, (letter, own) -> Absence.inText(letter)),
          held(
              ScreeningReason.SUPPRESS_HEADER,
              (letter, own) -> AutomaticHeaders.suppressesReplies(letter)),
          held(
              ScreeningReason.AUTO_FORWARDED,
              (letter, own) -> AutomaticHeaders.isAutoForwarded(letter)),
          held(ScreeningReason.LIST, (letter, own) -> AutomaticHeaders.isFromList(letter)),
          held(ScreeningReason.BULK, (letter, own) -> AutomaticHeaders.isBulk(letter)));

  /// What to do with `letter` in an office whose own addresses are `own`. The first rule that
  /// applies decides.
  public Outcome screen(Letter letter, Set<Address> own) {
    return RULES.stream()
        .filter(rule -> rule.asks().test(letter, own))
        .map(Rule::then)
        .findFirst()
        .orElseGet(Outcome.Personal::new);
  }

  private static Rule aside(ScreeningReason reason, BiPredicate<Letter, Set<Address>> asks) {
    return new Rule(asks, new Outcome.SetAside(reason));
  }

  private static Rule held(ScreeningReason reason, BiPredicate<Letter, Set<Address>> asks) {
    return new Rule(asks, new Outcome.Held(reason));
  }

  private static boolean isFromOurselves(Letter letter, Set<Address> own) {
    return letter.from().map(NamedAddress::address).filter(a -> isOwn(a, own)).isPresent();
  }

  private static boolean wouldAnswerOurselves(Letter letter, Set<Address> own) {
    return letter.replyTo().stream().allMatch(to -> isOwn(to.address(), own));
  }

  /// A sub-address (`office+x@`) is ours too, RFC 5233.
  private static boolean isOwn(Address address, Set<Address> own) {
    return own.stream().anyMatch(o -> o.sameAs(address));
  }
}
