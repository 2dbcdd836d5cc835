package org.postbag.web.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.intake.LetterStore;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.matching.Match;
import org.postbag.review.Filter;
import org.postbag.review.GroupDecisions;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.sending.Refusal;
import org.postbag.sending.Refusals;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Letters, to be read.
@Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
@RestController
@RequestMapping("/api/v1/messages")
class MessagesController {
  private final ReviewQueue queue;
  private final LetterStore letters;
  private final LetterReader reader;
  private final Ledger ledger;
  private final Refusals refusals;
  private final GroupDecisions groups;

  MessagesController(
      ReviewQueue queue,
      LetterStore letters,
      LetterReader reader,
      Ledger ledger,
      Refusals refusals,
      GroupDecisions groups) {
    this.queue = queue;
    this.letters = letters;
    this.reader = reader;
    this.ledger = ledger;
    this.refusals = refusals;
    this.groups = groups;
  }

  /// A page of letters, the newest first.
  ///
  /// @param next the cursor of the next page; null on the last one
  record PageJson(List<MessageJson> messages, @Nullable String next) {}

  @GetMapping
  PageJson page(
      @RequestParam Optional<String> state,
      @RequestParam Optional<String> topic,
      @RequestParam Optional<String> q,
      @RequestParam Optional<String> cursor,
      @RequestParam(defaultValue = "50") int limit) {
    Filter filter =
        new Filter(
            state.filter(s -> !s.isBlank()).map(MessagesController::state),
            topic.filter(t -> !t.isBlank()).map(MessagesController::topic),
            q.filter(words -> !words.isBlank()),
            cursor.filter(c -> !c.isBlank()).map(MessagesController::number),
            limit(limit));
    List<QueueItem> items = queue.page(filter);
    String next = items.size() < filter.limit() ? null : Long.toString(items.getLast().letter());
    Map<Long, Refusal> why =
        refusals.of(
            items.stream()
                .filter(MessagesController::mayBeRefused)
                .map(QueueItem::letter)
                .toList());
    return new PageJson(
        items.stream()
            .map(item -> MessageJson.of(item, Optional.ofNullable(why.get(item.letter()))))
            .toList(),
        next);
  }

  @Requires(value = Role.VIEWER, of = Requires.Of.LETTER)
  @GetMapping("/{id}")
  LetterJson letter(@PathVariable long id, @AuthenticationPrincipal StaffMember member) {
    QueueItem item = queue.find(id).orElseThrow(() -> ProblemException.noSuchLetter(id));
    groups.opened(item, DecisionsController.actor(member));
    Optional<Letter> letter = letters.find(id).map(kept -> kept.read(reader));
    Optional<Refusal> refusal =
        Optional.of(item)
            .filter(MessagesController::mayBeRefused)
            .flatMap(i -> refusals.of(i.letter()));
    return LetterJson.of(
        item,
        queue.matchOf(id).orElse(Match.NONE),
        refusal,
        letter,
        queue.approvalOf(id),
        ledger.history(id),
        queue.earlier(item, letter));
  }

  private static boolean mayBeRefused(QueueItem item) {
    return item.state() == State.APPROVED || item.state() == State.FAILED;
  }

  private static State state(String label) {
    return State.of(label)
        .orElseThrow(() -> ProblemException.notUnderstood("No state is called “" + label + "”"));
  }

  static TopicId topic(String name) {
    try {
      return new TopicId(name);
    } catch (IllegalArgumentException e) {
      throw ProblemException.notUnderstood("“" + name + "” is not the name of a topic");
    }
  }

  static long number(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw ProblemException.notUnderstood("That cursor did not come from here");
    }
  }

  private static int limit(int limit) {
    if (limit < 1 || limit > Filter.MOST) {
      throw ProblemException.notUnderstood("limit is 1 to " + Filter.MOST);
    }
    return limit;
  }
}
