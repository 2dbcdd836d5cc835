package org.postbag.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.ledger.Actor;
import org.postbag.review.DraftVersion;
import org.postbag.review.Snoozes;
import org.postbag.review.handling.Holders;
import org.postbag.review.handling.Note;
import org.postbag.review.handling.Notes;
import org.postbag.web.MailboxAccess;
import org.postbag.web.MailboxAccess.Verdict;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.Staff;
import org.postbag.web.StaffMember;
import org.postbag.web.api.Outcomes.DoneJson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What staff do with a letter besides deciding on it.
@Requires(value = Role.DRAFTER, of = Requires.Of.LETTER)
@RestController
@RequestMapping("/api/v1/messages/{id}")
class HandlingController {
  private final Snoozes snoozes;
  private final Notes notes;
  private final Holders holders;
  private final Staff staff;
  private final MailboxAccess access;

  HandlingController(
      Snoozes snoozes, Notes notes, Holders holders, Staff staff, MailboxAccess access) {
    this.access = access;
    this.snoozes = snoozes;
    this.notes = notes;
    this.holders = holders;
    this.staff = staff;
  }

  record SnoozeJson(@Nullable Integer version, @Nullable Instant until) {}

  record NewNoteJson(@Nullable String text) {}

  record NoteJson(Instant at, String actor, String text) {
    static NoteJson of(Note note) {
      return new NoteJson(note.at(), note.actor(), note.text());
    }
  }

  /// @param member who has the letter in hand; null for nobody
  record HolderJson(@Nullable String member) {}

  /// @param assigned who has the letter in hand
  /// @param snoozedUntil when it comes back
  record LetterHandlingJson(
      @Nullable String assigned, @Nullable Instant snoozedUntil, List<NoteJson> notes) {}

  @Requires(value = Role.VIEWER, of = Requires.Of.LETTER)
  @GetMapping("/handling")
  LetterHandlingJson handling(@PathVariable long id) {
    return new LetterHandlingJson(
        holders.of(id).orElse(null),
        snoozes.until(id).orElse(null),
        notes.of(id).stream().map(NoteJson::of).toList());
  }

  @PostMapping("/snooze")
  DoneJson snooze(
      @PathVariable long id,
      @RequestBody SnoozeJson body,
      @AuthenticationPrincipal StaffMember member) {
    DraftVersion seen = new DraftVersion(id, DecisionsController.given(body.version(), "version"));
    Instant until = DecisionsController.given(body.until(), "until");
    return Outcomes.done(id, snoozes.snooze(seen, until, DecisionsController.actor(member)));
  }

  @PostMapping("/wake")
  DoneJson wake(@PathVariable long id, @AuthenticationPrincipal StaffMember member) {
    return Outcomes.done(id, snoozes.wake(id, DecisionsController.actor(member)));
  }

  @PostMapping("/notes")
  LetterHandlingJson note(
      @PathVariable long id,
      @RequestBody NewNoteJson body,
      @AuthenticationPrincipal StaffMember member) {
    String text = DecisionsController.given(body.text(), "text");
    if (text.isBlank() || text.strip().length() > Notes.LONGEST) {
      throw ProblemException.notUnderstood("A note has 1 to " + Notes.LONGEST + " characters");
    }
    known(id, notes.add(id, text, DecisionsController.actor(member)));
    return handling(id);
  }

  @PostMapping("/assign")
  LetterHandlingJson assign(
      @PathVariable long id,
      @RequestBody HolderJson body,
      @AuthenticationPrincipal StaffMember member) {
    Actor by = DecisionsController.actor(member);
    if (body.member() == null) {
      holders.handBack(id, by);
    } else {
      StaffMember holder =
          staff
              .find(body.member())
              .filter(one -> access.letter(one, Role.VIEWER, id) == Verdict.ALLOWED)
              .orElseThrow(
                  () -> ProblemException.notUnderstood("Nobody is called “" + body.member() + "”"));
      known(id, holders.give(id, holder.name(), by));
    }
    return handling(id);
  }

  private static void known(long id, boolean found) {
    if (!found) {
      throw ProblemException.noSuchLetter(id);
    }
  }
}
