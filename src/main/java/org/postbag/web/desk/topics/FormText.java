package org.postbag.web.desk.topics;

import java.util.Optional;
import org.springframework.util.MultiValueMap;

/// Fields of a form, as they are meant.
final class FormText {
  private FormText() {}

  /// Empty when nothing but blanks was typed.
  static Optional<String> of(MultiValueMap<String, String> sent, String field) {
    return Optional.ofNullable(sent.getFirst(field)).map(String::strip).filter(t -> !t.isEmpty());
  }

  /// A form sends CRLF between lines (WHATWG HTML, §4.10.21.4).
  static String lines(String text) {
    return text.replace("\r\n", "\n");
  }
}
