package org.postbag.ledger;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.intake.ScreeningReason;

/// Finds reasons by their words.
final class Reasons {
  private static final Pattern SMTP = Pattern.compile("([a-z]+)(?:-(\\d{1,9}))?");

  private static final Map<String, Reason> BY_WORD =
      Stream.<Stream<? extends Reason>>of(
              Arrays.stream(ScreeningReason.values()).map(ReviewReason.Screened::new),
              Arrays.stream(DraftReason.values()),
              Arrays.stream(WithheldReason.values()),
              Arrays.stream(DecisionReason.values()),
              Arrays.stream(BreakerReason.values()),
              Arrays.stream(SendingReason.values()))
          .flatMap(Function.<Stream<? extends Reason>>identity())
          .collect(Collectors.toUnmodifiableMap(Reason::word, Function.identity()));

  private Reasons() {}

  static Reason of(String word) {
    return Optional.ofNullable(BY_WORD.get(word))
        .or(() -> help(word))
        .or(() -> assigned(word))
        .or(() -> handedTo(word))
        .or(() -> StaffReason.of(word))
        .or(() -> smtp(word))
        .orElseGet(() -> new ReviewReason.Unknown(word));
  }

  private static Optional<Reason> help(String word) {
    return HelpReason.isOne(word) ? Optional.of(HelpReason.of(word)) : Optional.empty();
  }

  private static Optional<Reason> assigned(String word) {
    if (word.equals(Entry.NO_TOPIC)) {
      return Optional.of(new Reason.Assigned(Optional.empty()));
    }
    return word.startsWith(Entry.TOPIC)
        ? Optional.of(new Reason.Assigned(Optional.of(word.substring(Entry.TOPIC.length()))))
        : Optional.empty();
  }

  private static Optional<Reason> handedTo(String word) {
    String begin = Reason.HandedTo.WORD;
    return word.startsWith(begin)
        ? Optional.of(new Reason.HandedTo(word.substring(begin.length())))
        : Optional.empty();
  }

  private static Optional<Reason> smtp(String word) {
    Matcher matcher = SMTP.matcher(word);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int code = Optional.ofNullable(matcher.group(2)).map(Integer::parseInt).orElse(0);
    return Arrays.stream(SmtpFailure.Kind.values())
        .<Reason>map(kind -> new SmtpFailure(kind, code))
        .filter(failure -> failure.word().equals(word))
        .findFirst();
  }
}
