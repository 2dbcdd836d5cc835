package org.postbag.web.api;

import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.TopicId;
import org.postbag.ledger.Actor;
import org.postbag.review.Decision;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.StaffMember;
import org.postbag.web.api.Outcomes.DoneJson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Decisions on one letter. Each names the version that was read, so that nobody decides on
/// something that has changed meanwhile.
@Requires(value = Role.APPROVER, of = Requires.Of.LETTER)
@RestController
@RequestMapping("/api/v1/messages/{id}")
class DecisionsController {
  private final Decisions decisions;
  private final Supplier<Catalog> catalog;

  DecisionsController(Decisions decisions, Supplier<Catalog> catalog) {
    this.decisions = decisions;
    this.catalog = catalog;
  }

  record VersionJson(@Nullable Integer version) {}

  /// @param acknowledged the words of the warnings that were seen; null for none
  /// @param notBefore the reply leaves no sooner, ISO 8601; null: after the undo window
  record ApproveJson(
      @Nullable Integer version, @Nullable Set<String> acknowledged, @Nullable Instant notBefore) {}

  record TopicJson(@Nullable Integer version, @Nullable String topic) {}

  record EditJson(@Nullable Integer version, @Nullable String subject, @Nullable String text) {}

  @PostMapping("/approve")
  DoneJson approve(
      @PathVariable long id,
      @RequestBody ApproveJson body,
      @AuthenticationPrincipal StaffMember member) {
    Instant notBefore = body.notBefore() == null ? Instant.MIN : body.notBefore();
    Set<String> acknowledged = orNone(body.acknowledged());
    return done(
        id, decisions.approve(seen(id, body.version()), acknowledged, notBefore, actor(member)));
  }

  @PostMapping("/reject")
  DoneJson reject(
      @PathVariable long id,
      @RequestBody VersionJson body,
      @AuthenticationPrincipal StaffMember member) {
    Decision closed = decisions.close(seen(id, body.version()), actor(member));
    return done(id, closed);
  }

  @Requires(value = Role.DRAFTER, of = Requires.Of.LETTER)
  @PostMapping("/assign-topic")
  DoneJson assign(
      @PathVariable long id,
      @RequestBody TopicJson body,
      @AuthenticationPrincipal StaffMember member) {
    TopicId topic = MessagesController.topic(given(body.topic(), "topic"));
    if (catalog.get().topic(topic).isEmpty()) {
      throw ProblemException.notUnderstood("There is no topic called “" + topic + "”");
    }
    return done(id, decisions.assign(seen(id, body.version()), topic, actor(member)));
  }

  @Requires(value = Role.DRAFTER, of = Requires.Of.LETTER)
  @PostMapping("/no-topic")
  DoneJson noTopic(
      @PathVariable long id,
      @RequestBody VersionJson body,
      @AuthenticationPrincipal StaffMember member) {
    return done(id, decisions.noTopic(seen(id, body.version()), actor(member)));
  }

  @Requires(value = Role.DRAFTER, of = Requires.Of.LETTER)
  @PostMapping("/edit")
  DoneJson edit(
      @PathVariable long id,
      @RequestBody EditJson body,
      @AuthenticationPrincipal StaffMember member) {
    String subject = given(body.subject(), "subject");
    String text = given(body.text(), "text");
    return done(id, decisions.edit(seen(id, body.version()), subject, text, actor(member)));
  }

  @PostMapping("/undo")
  DoneJson undo(@PathVariable long id, @AuthenticationPrincipal StaffMember member) {
    return done(id, decisions.undo(id, actor(member)));
  }

  @PostMapping("/reopen")
  DoneJson reopen(@PathVariable long id, @AuthenticationPrincipal StaffMember member) {
    return done(id, decisions.reopen(id, actor(member)));
  }

  private static DoneJson done(long id, Decision decision) {
    return Outcomes.done(id, decision);
  }

  private static DraftVersion seen(long id, @Nullable Integer version) {
    return new DraftVersion(id, given(version, "version"));
  }

  static Set<String> orNone(@Nullable Set<String> acknowledged) {
    return acknowledged == null ? Set.of() : acknowledged;
  }

  static <T> T given(@Nullable T value, String name) {
    if (value == null) {
      throw ProblemException.notUnderstood("The request names no " + name);
    }
    return value;
  }

  static Actor actor(StaffMember member) {
    return new Actor(member.name());
  }
}
