package org.postbag.web.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postbag.reply.Warning;
import org.postbag.review.Decision;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// What the desk shows after a decision: the next letter, or the same one with the reason why
/// nothing was done.
@Component
class DecisionResponses {
  private final DeskPage page;
  private final Lists lists;

  DecisionResponses(DeskPage page, Lists lists) {
    this.page = page;
    this.lists = lists;
  }

  /// The letter is done with: on to the next.
  String andNext(DeskRequest asked, long id, Decision decision) {
    if (!(decision instanceof Decision.Done)) {
      return notDone(asked, id, decision);
    }
    Optional<Long> next = lists.next(asked.place(), id);
    String address = next.map(asked.place()::letter).orElse(asked.place().list());
    if (!asked.part()) {
      return redirect(address + "&done=" + id);
    }
    asked.response().setHeader("HX-Push-Url", address);
    page.changed(asked, id);
    if (next.isEmpty()) {
      return "letter :: finished";
    }
    page.pane(asked, next.get());
    return "letter :: next";
  }

  /// The letter stays open, as it is now.
  String stay(DeskRequest asked, long id, Decision decision) {
    if (!(decision instanceof Decision.Done)) {
      return notDone(asked, id, decision);
    }
    return settled(asked, id);
  }

  /// The letter with its reply open for writing; the letter alone where there is nothing to write.
  String open(DeskRequest asked, long id, Optional<EditorView> editor) {
    asked.model().addAttribute("editor", editor.orElse(null));
    boolean found = asked.part() ? page.pane(asked, id) : page.letter(asked, id);
    if (!found) {
      asked.response().setStatus(HttpStatus.NOT_FOUND.value());
    }
    return asked.part() ? "letter :: sheet" : "letters";
  }

  /// The letter, with why something was not done.
  String refused(DeskRequest asked, long id, List<String> why) {
    return notDone(asked, id, HttpStatus.UNPROCESSABLE_CONTENT, why);
  }

  /// The letter, as it is after a change.
  String settled(DeskRequest asked, long id) {
    if (!asked.part()) {
      return redirect(asked.place().letter(id));
    }
    asked.response().setHeader("HX-Push-Url", asked.place().letter(id));
    page.changed(asked, 0);
    page.pane(asked, id);
    return "letter :: stayed";
  }

  /// A colleague, or the Sent folder, has answered the question already.
  String settledBefore(DeskRequest asked, long id) {
    return notDone(
        asked,
        id,
        HttpStatus.CONFLICT,
        List.of("This was settled before you did. Nothing of yours was done."));
  }

  private String notDone(DeskRequest asked, long id, Decision decision) {
    return notDone(asked, id, status(decision), alert(decision));
  }

  private String notDone(DeskRequest asked, long id, HttpStatus status, List<String> alert) {
    asked.model().addAttribute("alert", alert);
    asked.response().setStatus(status.value());
    boolean found = asked.part() ? page.pane(asked, id) : page.letter(asked, id);
    if (!found) {
      asked.response().setStatus(HttpStatus.NOT_FOUND.value());
    }
    return asked.part() ? "letter :: sheet" : "letters";
  }

  private static HttpStatus status(Decision decision) {
    return switch (decision) {
      case Decision.Done _ -> HttpStatus.OK;
      case Decision.Stale _, Decision.Unseen _ -> HttpStatus.CONFLICT;
      case Decision.Refused _ -> HttpStatus.UNPROCESSABLE_CONTENT;
      case Decision.Unknown _ -> HttpStatus.NOT_FOUND;
    };
  }

  /// Why nothing was done, in plain words; empty when it was.
  static List<String> alert(Decision decision) {
    return switch (decision) {
      case Decision.Done _ -> List.of();
      case Decision.Stale stale -> List.of(stale(stale));
      case Decision.Refused refused -> refused.reasons();
      case Decision.Unseen unseen -> unseen(unseen);
      case Decision.Unknown _ -> List.of("There is no such letter.");
    };
  }

  private static List<String> unseen(Decision.Unseen unseen) {
    Stream<String> sentences = unseen.warnings().stream().map(Warning::sentence).distinct();
    return Stream.concat(Stream.of("Nothing was approved. Please see first:"), sentences).toList();
  }

  private static String stale(Decision.Stale stale) {
    String who = stale.by().equals("postbag") ? "Postbag" : stale.by();
    return who
        + " changed this letter before you did: it is "
        + Labels.state(stale.state())
        + " now. Nothing of yours was done. Please look at it again.";
  }

  static String redirect(String address) {
    // Encoded already; a redirect view would take braces in it for variables.
    return "redirect:" + address;
  }
}
