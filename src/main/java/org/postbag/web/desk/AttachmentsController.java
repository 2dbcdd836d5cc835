package org.postbag.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.email.attached.AttachedView;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.LetterStore;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// Attached files to be looked at. No byte of a file leaves as it came: pictures are encoded again,
/// pages are drawn, documents are text.
@Requires(value = Role.VIEWER, of = Requires.Of.LETTER)
@Controller
@RequestMapping("/letters/{id}/attachments/{number}")
class AttachmentsController {
  /// Holds where the address of a picture is opened by itself.
  private static final String LOCKED = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private final LetterStore letters;
  private final LetterReader reader;

  AttachmentsController(LetterStore letters, LetterReader reader) {
    this.letters = letters;
    this.reader = reader;
  }

  /// What is shown of a file.
  ///
  /// @param pages the addresses of its pictures
  record Shown(String name, List<String> pages, String text, Optional<String> problem) {}

  private record File(KeptLetter kept, Letter.Attachment attachment) {}

  @GetMapping
  String look(DeskRequest asked, @PathVariable long id, @PathVariable int number) {
    Optional<Shown> shown = find(id, number).map(file -> shown(file, id, number));
    if (shown.isEmpty()) {
      asked.response().setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
    asked.model().addAttribute("shown", shown.orElse(null)).addAttribute("letter", id);
    return asked.part() ? "attached :: file" : "attached";
  }

  private static Shown shown(File file, long id, int number) {
    Letter.Attachment attachment = file.attachment();
    AttachedView view =
        AttachedView.of(
            file.kept().rfc822(), attachment.name(), attachment.mediaType(), attachment.size());
    List<String> pages =
        IntStream.range(0, view.pages())
            .mapToObj(page -> "/letters/" + id + "/attachments/" + number + "/pages/" + page)
            .toList();
    return new Shown(attachment.name(), pages, view.text(), view.problem());
  }

  @GetMapping("/pages/{page}")
  ResponseEntity<byte[]> page(
      @PathVariable long id, @PathVariable int number, @PathVariable int page) {
    return find(id, number)
        .flatMap(file -> picture(file, page))
        .map(picture ->
            ResponseEntity.ok()
                .header("Content-Security-Policy", LOCKED)
                .contentType(MediaType.parseMediaType(picture.mediaType()))
                .body(picture.bytes()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static Optional<AttachedView.Picture> picture(File file, int page) {
    Letter.Attachment attachment = file.attachment();
    return AttachedView.picture(
        file.kept().rfc822(), attachment.name(), attachment.mediaType(), attachment.size(), page);
  }

  private Optional<File> find(long id, int number) {
    return letters
        .find(id)
        .flatMap(kept -> {
          List<Letter.Attachment> all = kept.read(reader).attachments();
          return number >= 0 && number < all.size()
              ? Optional.of(new File(kept, all.get(number)))
              : Optional.empty();
        });
  }
}
