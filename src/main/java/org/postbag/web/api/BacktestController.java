package org.postbag.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.TopicId;
import org.postbag.matching.Backtest;
import org.postbag.matching.Backtest.Judgement;
import org.postbag.matching.Matching;
import org.postbag.matching.training.TrainingService;
import org.postbag.search.LetterIndex;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What other topics would change, over all the letters that are kept. Changes nothing.
@Requires(value = Role.APPROVER, of = Requires.Of.OFFICE)
@RestController
@RequestMapping("/api/v1/topics/backtest")
class BacktestController {
  private final Matching matching;
  private final TrainingService learning;
  private final LetterIndex index;
  private final Supplier<Catalog> catalog;

  BacktestController(
      Matching matching, TrainingService learning, LetterIndex index, Supplier<Catalog> catalog) {
    this.matching = matching;
    this.learning = learning;
    this.index = index;
    this.catalog = catalog;
  }

  /// @param topics the text of each topic's file by its name without `.yaml`; the others stay as
  ///   they are in force, and one without a text is left out
  record RequestJson(@Nullable Map<String, @Nullable String> topics) {}

  record ChangeJson(long id, @Nullable String before, @Nullable String after, String judged) {
    static ChangeJson of(Backtest.Change change) {
      return new ChangeJson(
          change.letter(),
          change.before().map(TopicId::value).orElse(null),
          change.after().map(TopicId::value).orElse(null),
          change.judged().name().toLowerCase(Locale.ROOT));
    }
  }

  record OutcomeJson(
      int letters,
      long gained,
      long lost,
      long moved,
      long better,
      long worse,
      List<ChangeJson> changes) {}

  @PostMapping
  OutcomeJson run(@RequestBody RequestJson body) {
    CatalogReader.Reading then =
        CatalogReader.changed(catalog.get(), DecisionsController.given(body.topics(), "topics"));
    if (then.hasErrors()) {
      throw ProblemException.notUnderstood(
          then.problems().stream().map(Object::toString).reduce((a, b) -> a + "\n" + b).orElse(""));
    }
    index
        .problem()
        .ifPresent(trouble -> {
          throw new ProblemException(
              HttpStatus.SERVICE_UNAVAILABLE, "Not all letters can be read", trouble.toString());
        });
    Backtest.Outcome outcome = matching.backtest(then.catalog(), learning.onNoTopic()).run(index);
    return new OutcomeJson(
        outcome.letters(),
        outcome.gained(),
        outcome.lost(),
        outcome.moved(),
        outcome.count(Judgement.BETTER),
        outcome.count(Judgement.WORSE),
        outcome.changes().stream().map(ChangeJson::of).toList());
  }
}
