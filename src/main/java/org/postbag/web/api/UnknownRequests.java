package org.postbag.web.api;

import jakarta.servlet.http.HttpServletRequest;
import org.postbag.database.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Below `/api`, whatever [Problems] does not know is a problem, too: an address that there is not,
/// a method that it does not have, a mistake of ours. Pages keep their own.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class UnknownRequests {
  private static final Logger LOG = LoggerFactory.getLogger(UnknownRequests.class);

  @ExceptionHandler
  ProblemDetail problem(Exception failure, HttpServletRequest request) throws Exception {
    if (!request.getRequestURI().startsWith("/api/") || DatabaseAway.reason(failure).isPresent()) {
      throw failure;
    }
    if (failure instanceof ErrorResponse known) {
      return known.getBody();
    }
    LOG.error("A request of the API failed: {}", request.getMethod(), failure);
    ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
    problem.setDetail("That is a mistake in Postbag. Nothing was changed; the log says more");
    return problem;
  }
}
