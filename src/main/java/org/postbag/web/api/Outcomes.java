package org.postbag.web.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postbag.ledger.State;
import org.postbag.reply.Warning;
import org.postbag.review.Decision;
import org.springframework.http.HttpStatus;

/// What became of a decision, as the API says it.
final class Outcomes {
  private Outcomes() {}

  /// A decision that was carried out.
  record DoneJson(long id, String state, int version) {}

  /// What the API answers.
  ///
  /// @throws Problem when nothing was changed
  static DoneJson done(long letter, Decision decision) {
    return switch (decision) {
      case Decision.Done done -> new DoneJson(letter, done.state().label(), done.version());
      case Decision.Stale stale -> throw stale(letter, stale);
      case Decision.Refused refused -> throw refused(refused.reasons());
      case Decision.Unseen unseen -> throw unseen(unseen.warnings());
      case Decision.Unknown _ -> throw ProblemException.noSuchLetter(letter);
    };
  }

  private static ProblemException stale(long letter, Decision.Stale stale) {
    State state = stale.state();
    return new ProblemException(
        HttpStatus.CONFLICT,
        "The letter has changed",
        "Letter %d is %s now, at version %d; %s changed it last. Nothing was done"
            .formatted(letter, state.label(), stale.version(), stale.by()),
        Map.of("id", letter, "state", state.label(), "version", stale.version(), "by", stale.by()));
  }

  /// What the approval does not name, of one letter or of a group.
  static ProblemException unseen(List<Warning> warnings) {
    String list =
        warnings.stream()
            .map(warning -> warning.word() + ": " + warning.sentence())
            .distinct()
            .collect(Collectors.joining(" "));
    return new ProblemException(
        HttpStatus.CONFLICT,
        "Warnings were not acknowledged",
        "Nothing was approved. To be seen, and named in `acknowledged`: " + list,
        Map.of("warnings", warnings.stream().map(WarningJson::of).toList()));
  }

  private static ProblemException refused(List<String> reasons) {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "The reply may not leave",
        String.join("; ", reasons),
        Map.of("reasons", reasons));
  }
}
