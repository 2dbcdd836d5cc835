package org.postbag.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers only those who call the desk by a name of its own (RFC 9110 §7.4, 421).
///
/// A page of a stranger may point its own name at 127.0.0.1 and then read the desk as if it were
/// its own site (DNS rebinding). An IP address cannot be pointed elsewhere, and is let in.
final class HostFilter extends OncePerRequestFilter {
  private static final int MISDIRECTED_REQUEST = 421;

  /// Probes call by whatever name they have, and learn one word.
  private static final String PROBES = "/actuator/health";

  private final Set<String> names;

  HostFilter(DeskSettings settings) {
    this.names =
        Stream.of(
                Stream.of("localhost"),
                settings.publicUrl().map(URI::getHost).stream(),
                settings.door().hosts().stream())
            .flatMap(name -> name)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isOurs(request.getHeader(HttpHeaders.HOST)) || request.getRequestURI().startsWith(PROBES)) {
      chain.doFilter(request, response);
    } else {
      refuse(response);
    }
  }

  /// HTTP/1.0 knows no `Host`, and no browser speaks that.
  private boolean isOurs(@Nullable String host) {
    if (host == null) {
      return true;
    }
    String name = host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    return names.contains(name) || name.matches("\\[[0-9a-f:.]+]|[0-9]+(\\.[0-9]+){3}");
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(MISDIRECTED_REQUEST);
    response.setContentType(MediaType.TEXT_PLAIN_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response
        .getWriter()
        .println(
            "The desk is not called by this name. Whoever looks after Postbag can name it: postbag.desk.public-url, or postbag.desk.hosts, in config/application.yaml.");
  }
}
