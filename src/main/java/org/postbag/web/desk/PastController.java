package org.postbag.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postbag.email.NamedAddress;
import org.postbag.past.Answered;
import org.postbag.past.Direction;
import org.postbag.past.Past;
import org.postbag.past.PastLetter;
import org.postbag.search.PastIndex;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Letters of the office's past, to be found and read. Nothing can be done with them. They are of
/// folders that no mailbox's rights speak of, so whoever may see only some mailboxes does not see
/// them.
@Requires(value = Role.VIEWER, of = Requires.Of.OFFICE)
@Controller
@RequestMapping("/past")
class PastController {
  /// A search that finds more than this needs more words.
  static final int MOST = 100;

  private final Past past;
  private final PastIndex index;
  private final Times times;

  PastController(Past past, PastIndex index, Times times) {
    this.past = past;
    this.index = index;
    this.times = times;
  }

  /// A past letter in a list, or above its text.
  ///
  /// @param what whether it was received or sent
  record PastRow(String href, String who, String subject, String what, String at, String when) {}

  @GetMapping("/letters")
  String found(DeskRequest asked, @RequestParam(defaultValue = "") String q) {
    List<PastRow> rows =
        index.find(q, MOST).stream().flatMap(id -> past.find(id).stream()).map(this::row).toList();
    asked
        .model()
        .addAttribute("words", q)
        .addAttribute("rows", rows)
        .addAttribute("many", rows.size() == MOST);
    return "past-letters";
  }

  @GetMapping("/letters/{id}")
  String letter(DeskRequest asked, @PathVariable long id) {
    Optional<PastLetter> letter = past.find(id);
    if (letter.isEmpty()) {
      asked.response().setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
    asked
        .model()
        .addAttribute("letter", letter.map(this::row).orElse(null))
        .addAttribute("text", letter.map(PastLetter::body).orElse(""))
        .addAttribute("folder", letter.map(one -> one.source() + ": " + one.folder()).orElse(""))
        .addAttribute("others", others(id));
    return "past-letter";
  }

  /// What it answers, or the answers to it.
  private List<PastRow> others(long id) {
    return past.pairsOf(id).stream()
        .map((Answered pair) -> pair.letter().id() == id ? pair.reply() : pair.letter())
        .map(this::row)
        .toList();
  }

  private PastRow row(PastLetter letter) {
    return new PastRow(
        "/past/letters/" + letter.id(),
        who(letter),
        letter.subject().isBlank() ? "(no subject)" : letter.subject(),
        letter.direction() == Direction.SENT ? "past, sent" : "past, received",
        letter.at().toString(),
        times.of(letter.at()));
  }

  private static String who(PastLetter letter) {
    return switch (letter.direction()) {
      case RECEIVED -> letter.from().map(NamedAddress::toString).orElse("(no sender)");
      case SENT ->
          "to "
              + letter.to().stream().map(NamedAddress::toString).collect(Collectors.joining(", "));
    };
  }
}
