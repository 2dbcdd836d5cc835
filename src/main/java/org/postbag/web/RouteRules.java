package org.postbag.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.postbag.web.MailboxAccess.Verdict;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Asks the rule of each route, [Requires], before the route is run. Spring Security has let in
/// whoever is signed in; in which mailbox the request is, only the route's path says.
public final class RouteRules implements HandlerInterceptor, WebMvcConfigurer {
  private static final String OURS = "org.postbag.";

  private final MailboxAccess access;

  RouteRules(MailboxAccess access) {
    this.access = access;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  /// The rule of a route of ours; empty when it has none.
  public static Optional<Requires> of(HandlerMethod route) {
    return Optional.ofNullable(
            AnnotatedElementUtils.findMergedAnnotation(route.getMethod(), Requires.class))
        .or(() ->
            Optional.ofNullable(
                AnnotatedElementUtils.findMergedAnnotation(route.getBeanType(), Requires.class)));
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod route)
        || !route.getBeanType().getName().startsWith(OURS)) {
      return true;
    }
    Verdict verdict = of(route).map(rule -> verdict(rule, request)).orElse(Verdict.FORBIDDEN);
    switch (verdict) {
      case ALLOWED -> {}
      case FORBIDDEN -> refuse(request, response, HttpServletResponse.SC_FORBIDDEN);
      case UNSEEN -> refuse(request, response, HttpServletResponse.SC_NOT_FOUND);
    }
    return verdict == Verdict.ALLOWED;
  }

  private Verdict verdict(Requires rule, HttpServletRequest request) {
    if (rule.of() == Requires.Of.NOBODY) {
      return Verdict.ALLOWED;
    }
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    return signedIn != null && signedIn.getPrincipal() instanceof StaffMember member
        ? verdict(rule, member, request)
        : Verdict.FORBIDDEN;
  }

  private Verdict verdict(Requires rule, StaffMember member, HttpServletRequest request) {
    Role role = rule.value();
    // Whoever has the role in no mailbox does not learn which letters exist.
    if (!member.rights().highest().includes(role)) {
      return Verdict.FORBIDDEN;
    }
    return switch (rule.of()) {
      case NOBODY, ANY_MAILBOX -> Verdict.ALLOWED;
      case OFFICE -> access.office(member, role);
      case MAILBOX -> access.mailbox(member, role, path(request, "name"));
      case LETTER -> numbered(request).map(id -> access.letter(member, role, id)).orElse(ANY);
      case CAMPAIGN -> numbered(request).map(id -> access.campaign(member, role, id)).orElse(ANY);
      case BREAKER -> numbered(request).map(id -> access.breaker(member, role, id)).orElse(ANY);
    };
  }

  /// For a path with something else than a number: no route takes it.
  private static final Verdict ANY = Verdict.ALLOWED;

  private static Optional<Long> numbered(HttpServletRequest request) {
    String id = path(request, "id");
    return id.matches("\\d{1,18}") ? Optional.of(Long.parseLong(id)) : Optional.empty();
  }

  private static String path(HttpServletRequest request, String variable) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> map ? Objects.toString(map.get(variable), "") : "";
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    if (!request.getRequestURI().startsWith("/api/")) {
      response.sendError(status);
    } else if (status == HttpServletResponse.SC_FORBIDDEN) {
      RefusedRequests.notAllowed(response);
    } else {
      RefusedRequests.problem(response, status, "Not found", "There is nothing of that name");
    }
  }
}
