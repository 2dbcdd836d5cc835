package org.postbag.web.desk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.postbag.catalog.TopicId;
import org.postbag.review.Decision;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Decisions at the desk. Each names the version that was on the page.
@Requires(value = Role.APPROVER, of = Requires.Of.LETTER)
@Controller
@RequestMapping("/letters/{id}")
class DecisionsAtDeskController {
  private final Decisions decisions;
  private final DecisionResponses answers;
  private final Times times;

  DecisionsAtDeskController(Decisions decisions, DecisionResponses answers, Times times) {
    this.decisions = decisions;
    this.answers = answers;
    this.times = times;
  }

  /// @param acknowledged the words of the warnings that were ticked off
  /// @param notBefore the reply leaves no sooner than that, in the office's time
  @PostMapping("/approve")
  String approve(
      DeskRequest asked,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") Set<String> acknowledged,
      @RequestParam Optional<LocalDateTime> notBefore) {
    Instant moment = notBefore.map(times::at).orElse(Instant.MIN);
    Decision approved =
        decisions.approve(new DraftVersion(id, version), acknowledged, moment, asked.actor());
    return answers.andNext(asked, id, approved);
  }

  @PostMapping("/close")
  String close(DeskRequest asked, @PathVariable long id, @RequestParam int version) {
    DraftVersion seen = new DraftVersion(id, version);
    return answers.andNext(asked, id, decisions.close(seen, asked.actor()));
  }

  @Requires(value = Role.DRAFTER, of = Requires.Of.LETTER)
  @PostMapping("/topic")
  String topic(
      DeskRequest asked,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam TopicId choice) {
    return answers.stay(
        asked, id, decisions.assign(new DraftVersion(id, version), choice, asked.actor()));
  }

  @Requires(value = Role.DRAFTER, of = Requires.Of.LETTER)
  @PostMapping("/no-topic")
  String noTopic(DeskRequest asked, @PathVariable long id, @RequestParam int version) {
    return answers.stay(asked, id, decisions.noTopic(new DraftVersion(id, version), asked.actor()));
  }

  @PostMapping("/undo")
  String undo(DeskRequest asked, @PathVariable long id) {
    return answers.stay(asked, id, decisions.undo(id, asked.actor()));
  }

  @PostMapping("/reopen")
  String reopen(DeskRequest asked, @PathVariable long id) {
    return answers.stay(asked, id, decisions.reopen(id, asked.actor()));
  }
}
