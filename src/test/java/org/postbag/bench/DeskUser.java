package org.postbag.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Somebody at the desk: opens the list, reads a letter, approves it, searches, and thinks a second
/// before each. What each request takes is written down, and every answer is looked at.
final class DeskUser {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern VERSION = Pattern.compile("name=\"version\"[^>]*value=\"(\\d+)\"");
  private static final Pattern ROW = Pattern.compile("href=\"/letters/(\\d+)\\?");
  private static final Pattern WARNING =
      Pattern.compile("name=\"acknowledged\"[^>]*value=\"([^\"]+)\"");
  private static final List<String> WORDS =
      List.of("calais", "channel tun", "winter fuel", "bus", "\"fuel payment\"");

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI desk;
  private final Random random;
  private final Map<String, ConcurrentLinkedQueue<Long>> times;
  private int approved;

  /// @param times nanoseconds of each request, by what was asked for
  DeskUser(URI desk, int number, Map<String, ConcurrentLinkedQueue<Long>> times) {
    this.desk = desk;
    this.random = new Random(number);
    this.times = times;
  }

  void signIn(String name, String password) throws IOException, InterruptedException {
    String token = first(CSRF, send(request("/login")).body());
    HttpResponse<String> answer =
        send(post("/login", "name=" + name + "&password=" + encoded(password) + csrf(token)));
    check(answer.statusCode() == 302, "sign-in answered " + answer.statusCode());
  }

  /// Until that moment of [System#nanoTime].
  void workUntil(long end) throws IOException, InterruptedException {
    while (System.nanoTime() - end < 0) {
      Thread.sleep(1_000);
      String list = timed("list", request("/letters?view=waiting"));
      List<String> letters = all(ROW, list);
      check(letters.size() > 10, "the list shows " + letters.size() + " letters");
      Thread.sleep(1_000);
      String letter = letters.get(random.nextInt(letters.size()));
      String page = timed("letter", request("/letters/" + letter + "?view=waiting"));
      check(page.contains("name=\"version\""), "the letter's page has no form");
      Thread.sleep(1_000);
      approve(letter, page);
      Thread.sleep(1_000);
      String words = WORDS.get(random.nextInt(WORDS.size()));
      check(
          timed("search", request("/letters?view=all&q=" + encoded(words))).contains("letters/"),
          "nothing is found by " + words);
      timed("counts", request("/navigation?view=waiting"));
      timed("next rows", request("/letters/after/" + letter + "?view=waiting"));
    }
  }

  private void approve(String letter, String page) throws IOException, InterruptedException {
    String form =
        "version="
            + first(VERSION, page)
            + all(WARNING, page).stream()
                .map(word -> "&acknowledged=" + word)
                .collect(Collectors.joining())
            + csrf(first(CSRF, page));
    String answer = timed("approve", post("/letters/" + letter + "/approve?view=waiting", form));
    approved += answer.contains("pproved") ? 1 : 0;
  }

  /// How many approvals were answered with one.
  int approved() {
    return approved;
  }

  /// The connection over which an open page hears what has changed.
  Stream<String> live() throws IOException, InterruptedException {
    return browser.send(request("/live"), HttpResponse.BodyHandlers.ofLines()).body();
  }

  private String timed(String what, HttpRequest request) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<String> answer = send(request);
    Objects.requireNonNull(times.get(what)).add(System.nanoTime() - start);
    check(answer.statusCode() == 200, what + " answered " + answer.statusCode());
    return answer.body();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return browser.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(desk.resolve(path)).build();
  }

  private HttpRequest post(String path, String form) {
    return HttpRequest.newBuilder(desk.resolve(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("HX-Request", path.startsWith("/login") ? "false" : "true")
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private static String csrf(String token) {
    return "&_csrf=" + encoded(token);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String first(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    check(matcher.find(), "no " + pattern);
    return matcher.group(1);
  }

  private static List<String> all(Pattern pattern, String page) {
    return pattern.matcher(page).results().map((MatchResult m) -> m.group(1)).distinct().toList();
  }

  private static void check(boolean right, String otherwise) {
    if (!right) {
      throw new IllegalStateException(otherwise);
    }
  }
}
