package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.Engine;
import org.postbag.database.ExecutedStatements;
import org.postbag.database.StatementPlan;
import org.postbag.database.TestDatabases;
import org.postbag.email.Address;
import org.postbag.intake.MailboxHealth;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.State;
import org.postbag.reply.Warning;
import org.postbag.review.Decision;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.Filter;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.review.Snoozes;
import org.postbag.review.WrittenReplies;
import org.postbag.review.handling.Holders;
import org.postbag.review.handling.Notes;
import org.postbag.review.handling.Presence;
import org.postbag.review.handling.Writing;
import org.postbag.review.handling.Writings;
import org.postbag.web.Role;
import org.postbag.web.Staff;

/// Every statement that the daemon runs for a poll, a batch, a reply, a page or a scrape finds its
/// rows by an index, so that none grows slower with the letters that are stored.
class StatementPlansTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String PASSWORD = "correct horse battery staple";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private static DatabaseSettings settings(Engine engine) {
    return switch (engine) {
      case SQLITE -> TestDatabases.sqliteSettings();
      case POSTGRESQL -> TestDatabases.postgresqlSettings();
    };
  }

  @ParameterizedTest
  @EnumSource
  void noStatementOfTheDaemonScansATableThatGrows(Engine engine) throws Exception {
    DatabaseSettings settings = settings(engine);
    List<String> statements = statements(settings);
    assertThat(statements).hasSizeGreaterThan(80);

    List<String> scans = new ArrayList<>();
    try (StatementPlan plan = StatementPlan.in(settings)) {
      for (String sql : statements) {
        plan.scans(sql).forEach(scan -> scans.add(scan + " in\n" + sql));
      }
    }
    assertThat(scans).isEmpty();
  }

  private List<String> statements(DatabaseSettings settings) throws Exception {
    try (TestHouse house = TestHouse.on(settings)) {
      await()
          .atMost(SOON)
          .until(() ->
              house.door(MailboxHealth.class).all().stream()
                  .anyMatch(mailbox -> mailbox.lastRead().isPresent()));
      try (ExecutedStatements executed = ExecutedStatements.record()) {
        work(house);
        return executed.distinct();
      }
    }
  }

  private void work(TestHouse house) throws Exception {
    for (int i = 0; i < 3; i++) {
      house.deliver(letter("lee" + i, "Calais", "Please stop the lorries of migrants at Calais."));
      house.deliver(letter("kim" + i, "A question", "When is your surgery in the library?"));
    }
    Ledger ledger = house.door(Ledger.class);
    await().atMost(SOON).until(() -> ledger.account().of(State.WAITING) >= 3);
    QueueItem ready = house.door(ReviewQueue.class).page(Filter.in(State.WAITING, 10)).getFirst();
    read(house, ready);
    handle(house, ready);
    ready = house.door(ReviewQueue.class).find(ready.letter()).orElseThrow();
    Decision decision =
        house
            .door(Decisions.class)
            .approve(
                new DraftVersion(ready.letter(), ready.version()),
                ready.warnings().stream().map(Warning::word).collect(Collectors.toSet()),
                Instant.MIN,
                new Actor("ann"));
    assertThat(decision).isInstanceOf(Decision.Done.class);
    await().atMost(SOON).until(() -> ledger.account().of(State.SENT) == 1);
    read(house, ready);
  }

  /// All that staff do with a letter besides deciding on it, and replies of their own.
  private static void handle(TestHouse house, QueueItem item) {
    Actor ann = new Actor("ann");
    long letter = item.letter();
    DraftVersion seen = new DraftVersion(letter, item.version());
    Instant now = Instant.now();
    Snoozes snoozes = house.door(Snoozes.class);
    assertThat(snoozes.snooze(seen, now.plus(Duration.ofDays(1)), ann))
        .isInstanceOf(Decision.Done.class);
    snoozes.wake(letter, ann);
    snoozes.wakeDue();
    house.door(Notes.class).add(letter, "Rang her.", ann);
    Holders holders = house.door(Holders.class);
    holders.give(letter, "ann", ann);
    holders.openOf("ann", 0, 10);
    holders.countOpen("ann", 99);
    holders.handBack(letter, ann);
    house.door(Presence.class).here(letter, "ann");
    house.door(Presence.class).gone(letter, "ann");
    Writings writings = house.door(Writings.class);
    writings.keep(letter, "ann", new Writing(1, Writing.Kind.OWN, "", "Re", "Dear Ann", now));
    writings.of(letter, "ann");
    writings.discard(letter, "ann");
    WrittenReplies written = house.door(WrittenReplies.class);
    assertThat(written.readdress(seen, new Address("lee", "writers.example"), ann))
        .isInstanceOf(Decision.Done.class);
    DraftVersion next = new DraftVersion(letter, seen.version() + 1);
    assertThat(written.pick(next, "calais", ann)).isInstanceOf(Decision.Done.class);
  }

  /// Every page and every answer of the API that reads letters.
  private void read(TestHouse house, QueueItem item) throws Exception {
    Staff staff = house.door(Staff.class);
    staff.add("ann", Role.ADMIN, PASSWORD);
    String token = staff.newToken("ann").orElseThrow().text();
    URI at = house.address();
    signIn(at);
    for (String page : pages(item)) {
      assertThat(get(at.resolve(page), "")).as(page).isIn(200, 204);
    }
    for (String path : answers(item)) {
      assertThat(get(at.resolve(path), token)).as(path).isIn(200, 204);
    }
  }

  private static List<String> pages(QueueItem item) {
    List<String> lists =
        List.of("waiting", "help", "person", "sent", "leaving", "unclear", "set-aside", "all");
    return Stream.concat(
            lists.stream()
                .flatMap(view ->
                    Stream.of(
                        "/letters?view=" + view,
                        "/letters?view=" + view + "&topic=calais",
                        "/letters/after/1?view=" + view)),
            Stream.of(
                "/",
                "/letters?view=waiting&language=en&mailbox=office&since=2026-01-01&until=2027-01-01",
                "/letters?view=person&reason=unsure",
                "/letters?view=person&reason=needs-help-",
                "/letters?view=all&from=lee0@writers.example",
                "/letters?view=person&campaign=1",
                "/letters?q=calais",
                "/letters/" + item.letter() + "?view=waiting",
                "/letters/" + item.letter() + "/edit",
                "/letters/" + item.letter() + "/write",
                "/letters/" + item.letter() + "/present",
                "/selection?letter=" + item.letter(),
                "/selection/mine",
                "/navigation",
                "/groups/calais",
                "/dry-run",
                "/staff",
                "/notices",
                "/topics",
                "/topics/calais",
                "/topics/new",
                "/topics/new?campaign=1",
                "/replies/calais",
                "/figures",
                "/figures/week",
                "/figures.csv"))
        .toList();
  }

  private static List<String> answers(QueueItem item) {
    return List.of(
        "/api/v1/messages",
        "/api/v1/messages?state=waiting&topic=calais",
        "/api/v1/messages?q=calais",
        "/api/v1/messages/" + item.letter(),
        "/api/v1/messages/" + item.letter() + "/handling",
        "/api/v1/groups",
        "/api/v1/ledger",
        "/api/v1/topics",
        "/api/v1/topics/model",
        "/api/v1/mailboxes",
        "/api/v1/breakers",
        "/api/v1/dry-run",
        "/actuator/prometheus");
  }

  private void signIn(URI at) throws Exception {
    String form = body(HttpRequest.newBuilder(at.resolve("/login")).build());
    Matcher csrf = CSRF.matcher(form);
    assertThat(csrf.find()).isTrue();
    String sent =
        "name=ann&password=%s&_csrf=%s"
            .formatted(
                URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8),
                URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8));
    HttpResponse<Void> answer =
        browser.send(
            HttpRequest.newBuilder(at.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(sent))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).isLessThan(400);
  }

  private String body(HttpRequest request) throws IOException, InterruptedException {
    return browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private int get(URI address, String token) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return browser.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static String letter(String who, String subject, String text) {
    return "From: %1$s <%1$s@writers.example>\nTo: %2$s\nSubject: %3$s\nMessage-ID: <%1$s@w.example>\n\n%4$s\n"
        .formatted(who, TestHouse.OFFICE, subject, text);
  }
}
