package org.postbag.web.desk;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postbag.email.Address;
import org.postbag.email.NamedAddress;
import org.postbag.review.Decision;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.review.WrittenReplies;
import org.postbag.review.handling.Writing;
import org.postbag.review.handling.Writings;
import org.postbag.web.MailboxAccess;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Replies in people's own words. What is written is kept each second; it is a reply only once it
/// is saved, and then it waits for approval.
@Requires(value = Role.DRAFTER, of = Requires.Of.LETTER)
@Controller
@RequestMapping("/letters/{id}")
class WritingAtDeskController {
  private final Decisions decisions;
  private final WrittenReplies written;
  private final Writings writings;
  private final Editors editors;
  private final ReviewQueue queue;
  private final DecisionResponses answers;
  private final InstantSource clock;
  private final MailboxAccess access;

  WritingAtDeskController(
      Decisions decisions,
      WrittenReplies written,
      Writings writings,
      Editors editors,
      ReviewQueue queue,
      DecisionResponses answers,
      InstantSource clock,
      MailboxAccess access) {
    this.access = access;
    this.decisions = decisions;
    this.written = written;
    this.writings = writings;
    this.editors = editors;
    this.queue = queue;
    this.answers = answers;
    this.clock = clock;
  }

  /// What the editor's form holds.
  ///
  /// @param source as in [Writing#source]
  record Form(int version, Optional<String> source, String subject, String text) {
    /// Browsers send line ends as RFC 5322 has them.
    String unix() {
      return text.replace("\r\n", "\n");
    }

    String from() {
      return source.orElse("").strip();
    }
  }

  /// The letter with its reply open for changes, as it was left.
  @GetMapping("/edit")
  String edit(DeskRequest asked, @PathVariable long id) {
    return opened(asked, id, Writing.Kind.EDIT, "");
  }

  /// The same with a reply from nothing, or from a standard reply.
  @GetMapping("/write")
  String write(
      DeskRequest asked, @PathVariable long id, @RequestParam(defaultValue = "") String reply) {
    return opened(asked, id, Writing.Kind.OWN, reply);
  }

  /// The same with a message to somebody else.
  @GetMapping("/forward")
  String forward(
      DeskRequest asked, @PathVariable long id, @RequestParam(defaultValue = "") String to) {
    return opened(asked, id, Writing.Kind.FORWARD, to);
  }

  /// Whatever was begun.
  @GetMapping("/continue")
  String goOn(DeskRequest asked, @PathVariable long id) {
    return answers.open(asked, id, editors.kept(id, asked.member().name()));
  }

  private String opened(DeskRequest asked, long id, Writing.Kind kind, String from) {
    Optional<EditorView> kept =
        editors
            .kept(id, asked.member().name())
            .filter(editor -> editor.kind() == kind)
            .filter(editor -> from.isEmpty() || editor.source().equals(from));
    return answers.open(asked, id, kept.or(() -> editors.fresh(id, kind, from)));
  }

  /// Keeps what is written, and shows how it looks.
  @PostMapping("/typing")
  String typing(DeskRequest asked, @PathVariable long id, @RequestParam String kind, Form form) {
    Writing writing = writing(Writing.Kind.of(kind), form);
    Optional<QueueItem> item = queue.find(id);
    if (item.isEmpty() || !writings.keep(id, asked.member().name(), writing)) {
      asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      asked.model().addAttribute("progress", null);
      return "editor :: progress";
    }
    asked.model().addAttribute("progress", editors.progress(item.get(), writing));
    asked.model().addAttribute("stale", item.get().version() != form.version());
    return "editor :: progress";
  }

  private Writing writing(Writing.Kind kind, Form form) {
    return new Writing(
        form.version(), kind, form.from(), form.subject(), form.unix(), clock.instant());
  }

  @PostMapping("/discard")
  String discard(DeskRequest asked, @PathVariable long id) {
    writings.discard(id, asked.member().name());
    return answers.settled(asked, id);
  }

  /// Saves a changed reply.
  ///
  /// @param approve present when it is to leave at once
  @PostMapping("/edit")
  String save(
      DeskRequest asked, @PathVariable long id, Form form, @RequestParam Optional<String> approve) {
    DraftVersion seen = new DraftVersion(id, form.version());
    if (approve.isPresent()) {
      access.require(asked.member(), Role.APPROVER, List.of(id));
    }
    Decision saved = decisions.edit(seen, form.subject(), form.unix(), asked.actor());
    settle(asked, id, Writing.Kind.EDIT, form, saved);
    if (approve.isEmpty() || !(saved instanceof Decision.Done done)) {
      return answers.stay(asked, id, saved);
    }
    DraftVersion now = new DraftVersion(id, done.version());
    return answers.andNext(
        asked, id, decisions.approve(now, Set.of(), java.time.Instant.MIN, asked.actor()));
  }

  /// Saves a reply of one's own.
  @PostMapping("/write")
  String saveOwn(DeskRequest asked, @PathVariable long id, Form form) {
    DraftVersion seen = new DraftVersion(id, form.version());
    Decision saved =
        form.from().isEmpty()
            ? written.write(seen, form.subject(), form.unix(), asked.actor())
            : written.pick(seen, form.from(), form.subject(), form.unix(), asked.actor());
    settle(asked, id, Writing.Kind.OWN, form, saved);
    return answers.stay(asked, id, saved);
  }

  /// Saves a message to somebody else.
  @PostMapping("/forward")
  String saveForward(DeskRequest asked, @PathVariable long id, Form form) {
    DraftVersion seen = new DraftVersion(id, form.version());
    Decision saved =
        Address.parse(form.from())
            .map(to ->
                written.forward(
                    seen, new NamedAddress(null, to), form.subject(), form.unix(), asked.actor()))
            .orElseGet(() -> new Decision.Refused(List.of("That is not an e-mail address")));
    settle(asked, id, Writing.Kind.FORWARD, form, saved);
    return answers.stay(asked, id, saved);
  }

  /// What was saved need not be kept; what was not is kept, so that no word is lost.
  private void settle(DeskRequest asked, long id, Writing.Kind kind, Form form, Decision saved) {
    if (saved instanceof Decision.Done) {
      writings.discard(id, asked.member().name());
    } else {
      writings.keep(id, asked.member().name(), writing(kind, form));
    }
  }

  /// A standard reply as it is, whatever the topic.
  @PostMapping("/pick")
  String pick(
      DeskRequest asked,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam String reply) {
    return answers.stay(
        asked, id, written.pick(new DraftVersion(id, version), reply, asked.actor()));
  }

  @PostMapping("/address")
  String address(
      DeskRequest asked,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam String address) {
    Decision done =
        Address.parse(address)
            .map(to -> written.readdress(new DraftVersion(id, version), to, asked.actor()))
            .orElseGet(() -> new Decision.Refused(List.of("That is not an e-mail address")));
    return answers.stay(asked, id, done);
  }
}
