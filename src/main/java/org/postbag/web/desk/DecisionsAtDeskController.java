package org.postbag.web.desk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.review.Decision;
import org.postbag.review.Decisions;
import org.postbag.review.Seen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Decisions at the desk. Each names the version that was on the page.
@Controller
@RequestMapping("/letters/{id}")
class DecisionsAtDeskController {
  private final Decisions decisions;
  private final Answers answers;
  private final Times times;

  DecisionsAtDeskController(Decisions decisions, Answers answers, Times times) {
    this.decisions = decisions;
    this.answers = answers;
    this.times = times;
  }

  /// @param notBefore the reply leaves no sooner than that, in the office's time
  @PostMapping("/approve")
  String approve(
      Asked asked,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam Optional<LocalDateTime> notBefore) {
    Instant moment = notBefore.map(times::at).orElse(Instant.MIN);
    Decision approved = decisions.approve(new Seen(id, version), moment, asked.actor());
    return answers.andNext(asked, id, approved);
  }

  @PostMapping("/close")
  String close(Asked asked, @PathVariable long id, @RequestParam int version) {
    Seen seen = new Seen(id, version);
    return answers.andNext(asked, id, decisions.close(seen, asked.actor()));
  }

  @PostMapping("/topic")
  String topic(
      Asked asked, @PathVariable long id, @RequestParam int version, @RequestParam TopicId choice) {
    return answers.stay(asked, id, decisions.assign(new Seen(id, version), choice, asked.actor()));
  }

  @PostMapping("/no-topic")
  String noTopic(Asked asked, @PathVariable long id, @RequestParam int version) {
    return answers.stay(asked, id, decisions.noTopic(new Seen(id, version), asked.actor()));
  }

  /// Saves a changed reply.
  ///
  /// @param approve present when it is to leave at once
  @PostMapping("/edit")
  String edit(
      Asked asked,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam String subject,
      @RequestParam String text,
      @RequestParam Optional<String> approve) {
    String unix = text.replace("\r\n", "\n");
    Decision saved = decisions.edit(new Seen(id, version), subject, unix, asked.actor());
    return approve.isPresent() && saved instanceof Decision.Done done
        ? approve(asked, id, done.version(), Optional.empty())
        : answers.stay(asked, id, saved);
  }

  @PostMapping("/undo")
  String undo(Asked asked, @PathVariable long id) {
    return answers.stay(asked, id, decisions.undo(id, asked.actor()));
  }

  @PostMapping("/reopen")
  String reopen(Asked asked, @PathVariable long id) {
    return answers.stay(asked, id, decisions.reopen(id, asked.actor()));
  }
}
