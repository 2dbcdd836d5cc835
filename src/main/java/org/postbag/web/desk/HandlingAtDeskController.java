package org.postbag.web.desk;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.postbag.review.DraftVersion;
import org.postbag.review.Snoozes;
import org.postbag.review.handling.Holders;
import org.postbag.review.handling.Notes;
import org.postbag.review.handling.Presence;
import org.postbag.web.MailboxAccess;
import org.postbag.web.MailboxAccess.Verdict;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.Staff;
import org.postbag.web.StaffMember;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What staff do with a letter at the desk besides deciding on it.
@Requires(value = Role.DRAFTER, of = Requires.Of.LETTER)
@Controller
@RequestMapping("/letters/{id}")
class HandlingAtDeskController {
  private final Snoozes snoozes;
  private final Notes notes;
  private final Holders holders;
  private final Presence presence;
  private final Staff staff;
  private final DecisionResponses answers;
  private final Times times;
  private final MailboxAccess access;

  HandlingAtDeskController(
      Snoozes snoozes,
      Notes notes,
      Holders holders,
      Presence presence,
      Staff staff,
      DecisionResponses answers,
      Times times,
      MailboxAccess access) {
    this.access = access;
    this.snoozes = snoozes;
    this.notes = notes;
    this.holders = holders;
    this.presence = presence;
    this.staff = staff;
    this.answers = answers;
    this.times = times;
  }

  /// @param until in the office's time
  @PostMapping("/snooze")
  String snooze(
      DeskRequest asked,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam LocalDateTime until) {
    DraftVersion seen = new DraftVersion(id, version);
    return answers.andNext(asked, id, snoozes.snooze(seen, times.at(until), asked.actor()));
  }

  @PostMapping("/wake")
  String wake(DeskRequest asked, @PathVariable long id) {
    return answers.stay(asked, id, snoozes.wake(id, asked.actor()));
  }

  @PostMapping("/note")
  String note(DeskRequest asked, @PathVariable long id, @RequestParam String note) {
    return notes.add(id, note, asked.actor())
        ? answers.settled(asked, id)
        : answers.refused(asked, id, List.of("A note has 1 to " + Notes.LONGEST + " characters"));
  }

  /// @param member who has the letter in hand from now on; the one who asks, where nobody is named
  @PostMapping("/give")
  String give(
      DeskRequest asked, @PathVariable long id, @RequestParam(defaultValue = "") String member) {
    Optional<StaffMember> to = member.isBlank() ? Optional.of(asked.member()) : staff.find(member);
    return to.filter(holder -> access.letter(holder, Role.VIEWER, id) == Verdict.ALLOWED)
            .filter(holder -> holders.give(id, holder.name(), asked.actor()))
            .isPresent()
        ? answers.settled(asked, id)
        : answers.refused(asked, id, List.of("Nobody here is called “" + member + "”"));
  }

  @PostMapping("/hand-back")
  String handBack(DeskRequest asked, @PathVariable long id) {
    holders.handBack(id, asked.actor());
    return answers.settled(asked, id);
  }

  /// Says that the letter is open here, and tells who else has it open.
  @Requires(value = Role.VIEWER, of = Requires.Of.LETTER)
  @GetMapping("/present")
  String present(DeskRequest asked, @PathVariable long id) {
    asked.model().addAttribute("others", presence.here(id, asked.member().name()));
    return "letter :: present";
  }
}
