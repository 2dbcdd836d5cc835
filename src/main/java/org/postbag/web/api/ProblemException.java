package org.postbag.web.api;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// A request that could not be served, on its way to becoming a problem answer.
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ProblemDetail detail;

  ProblemException(HttpStatus status, String title, String detail) {
    this(status, title, detail, Map.of());
  }

  /// @param more further members of the answer, RFC 9457 §3.2
  ProblemException(HttpStatus status, String title, String detail, Map<String, Object> more) {
    super(title);
    this.detail = ProblemDetail.forStatusAndDetail(status, detail);
    this.detail.setTitle(title);
    more.forEach(this.detail::setProperty);
  }

  static ProblemException noSuchLetter(long id) {
    return new ProblemException(HttpStatus.NOT_FOUND, "No such letter", "There is no letter " + id);
  }

  static ProblemException notUnderstood(String detail) {
    return new ProblemException(HttpStatus.BAD_REQUEST, "Not understood", detail);
  }

  ProblemDetail detail() {
    return detail;
  }
}
