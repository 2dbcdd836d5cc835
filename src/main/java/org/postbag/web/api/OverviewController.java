package org.postbag.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.DraftRule;
import org.postbag.catalog.Topic;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.ledger.Totals;
import org.postbag.matching.Matching;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The account of all letters, the topics, and the description of this API.
@Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
@RestController
@RequestMapping("/api/v1")
class OverviewController {
  private final Ledger ledger;
  private final Supplier<Catalog> catalog;
  private final Matching matching;

  OverviewController(Ledger ledger, Supplier<Catalog> catalog, Matching matching) {
    this.ledger = ledger;
    this.catalog = catalog;
    this.matching = matching;
  }

  /// @param draftsRight how many of its drafts are to be right, 0 to 1; null where the topic's file
  ///   sets a probability, `threshold`, or neither
  record TopicJson(
      String id,
      String title,
      @Nullable String reply,
      double threshold,
      @Nullable Double draftsRight,
      int keywords) {
    static TopicJson of(Topic topic) {
      return new TopicJson(
          topic.id().value(),
          topic.title(),
          topic.reply().orElse(null),
          topic.threshold(),
          topic.draftRule().map(TopicJson::share).orElse(null),
          topic.keywords().size());
    }

    private static @Nullable Double share(DraftRule rule) {
      return switch (rule) {
        case DraftRule.DraftsRight(double share) -> share;
        case DraftRule.Threshold _ -> null;
      };
    }
  }

  /// `received`, and the states that it is the sum of.
  @GetMapping("/ledger")
  Map<String, Long> ledger() {
    Totals account = ledger.account();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("received", account.received());
    for (State state : State.values()) {
      if (state != State.KEPT) {
        counts.put(state.label(), account.of(state));
      }
    }
    return counts;
  }

  /// All topics in the order of their names.
  ///
  /// @param q only topics with these words, or words that begin so, in title, keywords or standard
  ///   reply; the best first
  @GetMapping("/topics")
  List<TopicJson> topics(@RequestParam Optional<String> q) {
    Catalog now = catalog.get();
    Stream<Topic> topics =
        q.filter(words -> !words.isBlank())
            .map(words -> matching.topicsWith(words).stream().flatMap(t -> now.topic(t).stream()))
            .orElse(now.all().stream());
    return topics.map(TopicJson::of).toList();
  }

  @Requires(value = Role.VIEWER, of = Requires.Of.NOBODY)
  @GetMapping(value = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  Resource description() {
    return new ClassPathResource("openapi.json");
  }
}
