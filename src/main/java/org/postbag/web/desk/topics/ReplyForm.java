package org.postbag.web.desk.topics;

import java.util.Optional;
import org.postbag.catalog.ReplyFields;
import org.postbag.catalog.ReplyText;
import org.springframework.util.MultiValueMap;

/// What was sent of a standard reply: the fields of the form, or the file as a text.
///
/// @param seen the hash of the file that the page showed; empty for a new one
/// @param raw the file as a text, where it was changed as such
record ReplyForm(Optional<String> seen, Optional<String> raw, ReplyFields fields) {
  static ReplyForm of(MultiValueMap<String, String> sent) {
    return new ReplyForm(
        FormText.of(sent, "seen"),
        Optional.ofNullable(sent.getFirst("text")).map(FormText::lines),
        new ReplyFields(
            FormText.of(sent, "subject"),
            FormText.of(sent, "owner"),
            FormText.of(sent, "reviewed"),
            FormText.of(sent, "expires"),
            FormText.lines(FormText.of(sent, "letter").orElse(""))));
  }

  String text(Optional<String> now) {
    return raw.orElseGet(() ->
        now.map(text -> ReplyText.of(text).map(file -> file.with(fields)).orElse(text))
            .orElseGet(() -> ReplyText.fresh(fields)));
  }
}
