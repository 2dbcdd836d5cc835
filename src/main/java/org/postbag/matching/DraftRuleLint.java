package org.postbag.matching;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.DraftRule;
import org.postbag.catalog.Problem;
import org.postbag.catalog.Topic;
import org.postbag.classifier.PrecisionCurve;

/// Says what a topic's draft rule means, where its author may not know: a probability, or a share
/// that no letters show. By the shipped registers; an office's own decisions move the line later.
public final class DraftRuleLint {
  private static final PrecisionCurve SHIPPED = PrecisionCurve.Pair.SHIPPED.words();

  private DraftRuleLint() {}

  /// Remarks on the topics whose files set a rule.
  ///
  /// @param topicsDir the folder of the topic files, for the remarks to name
  public static List<Problem> check(Catalog catalog, Path topicsDir) {
    return catalog.all().stream()
        .flatMap(topic -> remark(topic).map(said -> problem(topic, topicsDir, said)).stream())
        .toList();
  }

  private static Optional<String> remark(Topic topic) {
    return topic
        .draftRule()
        .flatMap(rule ->
            switch (rule) {
              case DraftRule.Threshold(double probability) ->
                  Optional.of("`threshold: %s` %s".formatted(probability, meaning(probability)));
              case DraftRule.DraftsRight(double share) ->
                  Optional.of(share)
                      .filter(asked -> Double.isInfinite(SHIPPED.line(asked)))
                      .map(asked ->
                          "`drafts-right: %s` is shown by no letters yet, so nothing is drafted"
                                  .formatted(asked)
                              + " before enough was decided");
            });
  }

  private static String meaning(double probability) {
    OptionalDouble share = SHIPPED.share(probability);
    return share.isPresent()
        ? "means that about %.0f of 100 drafts are right".formatted(100 * share.getAsDouble())
        : "means that fewer than %.0f of 100 drafts are right"
            .formatted(100 * SHIPPED.lines().firstKey());
  }

  private static Problem problem(Topic topic, Path topicsDir, String message) {
    return Problem.warning(
        topicsDir.resolve(topic.id() + ".yaml").toString(),
        0,
        message,
        "with `drafts-right: 0.98` Postbag draws the line itself, by what is decided");
  }
}
