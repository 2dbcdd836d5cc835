package org.postbag.web.desk;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.LetterStore;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What came from outside, in its own form: never as a page of ours. Formatted letters are shown in
/// a frame without scripts, without our origin and without a network; everything else is saved, not
/// shown.
@Requires(value = Role.VIEWER, of = Requires.Of.LETTER)
@Controller
class OriginalsController {
  /// Three locks: the reader took everything active out, the frame has `sandbox`, and this policy
  /// holds when the address is opened by itself.
  private static final String LOCKED =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none';"
          + " base-uri 'none'; frame-ancestors 'self'; sandbox";

  private final LetterStore letters;
  private final LetterReader reader = new LetterReader();

  OriginalsController(LetterStore letters) {
    this.letters = letters;
  }

  @GetMapping("/letters/{id}/formatted")
  ResponseEntity<String> formatted(@PathVariable long id) {
    Optional<Letter> letter = letters.find(id).map(kept -> kept.read(reader));
    return letter
        .map(read ->
            ResponseEntity.ok()
                .header("Content-Security-Policy", LOCKED)
                .header("X-Frame-Options", "SAMEORIGIN")
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page(read.safeHtml())))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static String page(String html) {
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Letter</title></head><body>"
        + html
        + "</body></html>";
  }

  @GetMapping("/letters/{id}/original")
  ResponseEntity<byte[]> original(@PathVariable long id) {
    return letters
        .find(id)
        .map(KeptLetter::rfc822)
        .map(bytes -> saved(bytes, "letter-" + id + ".eml"))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /// RFC 6266 §4.3; bytes without a type that a browser would open.
  static ResponseEntity<byte[]> saved(byte[] bytes, String name) {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(bytes);
  }
}
