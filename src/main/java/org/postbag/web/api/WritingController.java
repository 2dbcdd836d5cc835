package org.postbag.web.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.email.Address;
import org.postbag.email.NamedAddress;
import org.postbag.ledger.Actor;
import org.postbag.review.Decision;
import org.postbag.review.DraftVersion;
import org.postbag.review.WrittenReplies;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.StaffMember;
import org.postbag.web.api.Outcomes.DoneJson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Replies of a person's own, and where they go. Each waits for approval afterwards.
@Requires(value = Role.DRAFTER, of = Requires.Of.LETTER)
@RestController
@RequestMapping("/api/v1/messages/{id}")
class WritingController {
  private final WrittenReplies written;

  WritingController(WrittenReplies written) {
    this.written = written;
  }

  /// @param standardReply the name of a file of `config/replies/` without `.md`; null: from nothing
  /// @param subject null with a standard reply: its own
  /// @param text null with a standard reply: its own
  record ReplyJson(
      @Nullable Integer version,
      @Nullable String standardReply,
      @Nullable String subject,
      @Nullable String text) {}

  record ForwardJson(
      @Nullable Integer version,
      @Nullable String to,
      @Nullable String subject,
      @Nullable String text) {}

  record AddressJson(@Nullable Integer version, @Nullable String address) {}

  @PutMapping("/reply")
  DoneJson reply(
      @PathVariable long id,
      @RequestBody ReplyJson body,
      @AuthenticationPrincipal StaffMember member) {
    DraftVersion seen = seen(id, body.version());
    return Outcomes.done(id, reply(seen, body, DecisionsController.actor(member)));
  }

  private Decision reply(DraftVersion seen, ReplyJson body, Actor by) {
    Optional<String> standard = Optional.ofNullable(body.standardReply());
    if (standard.isPresent() && body.subject() == null && body.text() == null) {
      return written.pick(seen, standard.get(), by);
    }
    String subject = DecisionsController.given(body.subject(), "subject");
    String text = DecisionsController.given(body.text(), "text");
    return standard
        .map(name -> written.pick(seen, name, subject, text, by))
        .orElseGet(() -> written.write(seen, subject, text, by));
  }

  @PostMapping("/forward")
  DoneJson forward(
      @PathVariable long id,
      @RequestBody ForwardJson body,
      @AuthenticationPrincipal StaffMember member) {
    return Outcomes.done(
        id,
        written.forward(
            seen(id, body.version()),
            new NamedAddress(null, address(DecisionsController.given(body.to(), "to"))),
            DecisionsController.given(body.subject(), "subject"),
            DecisionsController.given(body.text(), "text"),
            DecisionsController.actor(member)));
  }

  @PostMapping("/address")
  DoneJson address(
      @PathVariable long id,
      @RequestBody AddressJson body,
      @AuthenticationPrincipal StaffMember member) {
    Address to = address(DecisionsController.given(body.address(), "address"));
    return Outcomes.done(
        id, written.readdress(seen(id, body.version()), to, DecisionsController.actor(member)));
  }

  private static Address address(String text) {
    return Address.parse(text)
        .orElseThrow(
            () -> ProblemException.notUnderstood("“" + text + "” is not an e-mail address"));
  }

  private static DraftVersion seen(long id, @Nullable Integer version) {
    return new DraftVersion(id, DecisionsController.given(version, "version"));
  }
}
