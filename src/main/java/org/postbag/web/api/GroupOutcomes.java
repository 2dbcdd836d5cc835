package org.postbag.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postbag.reply.Warning;
import org.postbag.review.Decision;
import org.postbag.review.DraftVersion;
import org.postbag.review.GroupDecision;
import org.springframework.http.HttpStatus;

/// What became of the approval of a group, as the API says it.
final class GroupOutcomes {
  private GroupOutcomes() {}

  /// What became of one letter; `approved`, `changed`, `refused` or `unknown`.
  record OutcomeJson(long id, String outcome, @Nullable String detail) {}

  /// @param decision its number, by which all of it can be taken back; 0 when nothing was approved
  record ResultJson(long decision, long approved, List<OutcomeJson> messages) {}

  static ResultJson result(List<DraftVersion> all, GroupDecision.Carried carried) {
    refuseIfNoneWasSeen(carried.outcomes());
    List<OutcomeJson> told = new ArrayList<>();
    IntStream.range(0, all.size())
        .forEach(i -> told.add(outcome(all.get(i).letter(), carried.outcomes().get(i))));
    return new ResultJson(carried.id(), carried.approved(), told);
  }

  static ProblemException changed(GroupDecision.Changed changed) {
    return new ProblemException(
        HttpStatus.CONFLICT,
        "The group has changed",
        "Nothing was approved. Letters that are no longer what was read: "
            + changed.differences().stream()
                .map(d -> d.letter() + ": " + d.sentence())
                .collect(Collectors.joining("; ")),
        Map.of("differences", changed.differences()));
  }

  static ProblemException notRead(List<Long> unread) {
    return new ProblemException(
        HttpStatus.CONFLICT,
        "The sample was not read",
        "Nothing was approved. Read these letters first, as `GET /api/v1/messages/{id}` shows them:"
            + " "
            + unread.stream().map(String::valueOf).collect(Collectors.joining(", ")),
        Map.of("sample", unread));
  }

  /// The approval of a whole group failed for what it does not name.
  private static void refuseIfNoneWasSeen(List<Decision> outcomes) {
    List<Warning> unseen =
        outcomes.stream()
            .filter(Decision.Unseen.class::isInstance)
            .flatMap(outcome -> ((Decision.Unseen) outcome).warnings().stream())
            .map(warning -> new Warning(warning.word(), warning.sentence(), Optional.empty()))
            .distinct()
            .toList();
    if (!unseen.isEmpty() && outcomes.stream().noneMatch(Decision.Done.class::isInstance)) {
      throw Outcomes.unseen(unseen);
    }
  }

  private static String words(Decision.Unseen unseen) {
    return unseen.warnings().stream()
        .map(Warning::word)
        .distinct()
        .collect(Collectors.joining(", ", "not seen for all of the group: ", ""));
  }

  private static OutcomeJson outcome(long id, Decision decision) {
    return switch (decision) {
      case Decision.Done _ -> new OutcomeJson(id, "approved", null);
      case Decision.Stale stale ->
          new OutcomeJson(
              id, "changed", stale.by() + " changed it; it is " + stale.state().label() + " now");
      case Decision.Refused refused ->
          new OutcomeJson(id, "refused", String.join("; ", refused.reasons()));
      case Decision.Unseen unseen -> new OutcomeJson(id, "refused", words(unseen));
      case Decision.Unknown _ -> new OutcomeJson(id, "unknown", null);
    };
  }
}
