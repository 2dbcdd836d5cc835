package org.postbag.intake.imap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// An identity provider for tests: gives access tokens, replaces each refresh token when it is used
/// and takes it no second time, and tells Dovecot which access tokens are good.
public final class TokenServer implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger number = new AtomicInteger();
  private final Set<String> good = ConcurrentHashMap.newKeySet();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile String refreshToken = "refresh-0";
  private volatile boolean down;

  public TokenServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/token", this::token);
    server.createContext("/introspect", this::introspect);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
  }

  public String introspection() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/introspect";
  }

  public List<String> requests() {
    return requests;
  }

  /// Every access token that was given is good no more.
  public void revokeAccess() {
    good.clear();
  }

  public void breakDown(boolean broken) {
    down = broken;
  }

  /// Whether that is an access token which was given and not revoked.
  public boolean isGood(String access) {
    return good.contains(access);
  }

  private void token(HttpExchange exchange) throws IOException {
    String form = body(exchange);
    requests.add(form);
    if (down) {
      answer(exchange, 503, "{\"error\": \"temporarily_unavailable\"}");
    } else if (form.contains("grant_type=refresh_token")
        && !form.contains("refresh_token=" + refreshToken)) {
      answer(exchange, 400, "{\"error\": \"invalid_grant\", \"error_description\": \"used\"}");
    } else {
      grant(exchange);
    }
  }

  private void grant(HttpExchange exchange) throws IOException {
    String access = "access-" + number.incrementAndGet();
    good.add(access);
    refreshToken = "refresh-" + number.get();
    answer(
        exchange,
        200,
        "{\"access_token\": \"%s\", \"expires_in\": 3600, \"refresh_token\": \"%s\"}"
            .formatted(access, refreshToken));
  }

  private void introspect(HttpExchange exchange) throws IOException {
    String form = body(exchange);
    boolean known = good.stream().anyMatch(token -> (form + "&").contains("token=" + token + "&"));
    answer(
        exchange,
        200,
        known ? "{\"active\": \"true\", \"username\": \"bearer\"}" : "{\"active\": \"false\"}");
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
