package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postbag.ledger.State;
import org.postbag.review.QueueItem;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route that Spring knows × every role × an object of one's own mailbox and of a foreign
/// one.
class RoutesByRoleIT {
  private static final String OWN = "office";
  private static final String FOREIGN = "press";
  private static final String CANARY = "quagga";

  private static final String OTTER =
      "Dear Ms Roe, please stand up for the otters of the weir at Balby. The council wants to close"
          + " the pass next month, and everybody in the town is against it.";
  private static final String QUAGGA =
      "To the press office: when will the quagga exhibition in the museum open its doors, who pays"
          + " for the lighting, and may our paper photograph the stuffed animals before that day?";

  /// One ends the session with which the others are asked; the other never ends, and has a test of
  /// its own.
  private static final Set<String> LEFT_OUT = Set.of("/sign-out", "/live");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TestDesk desk;
  private static List<Route> routes;
  private static Place own;
  private static Place foreign;

  private static final String GROUP = "/api/v1/groups/{id}/approve";

  /// A route with one of its methods.
  private record Route(String method, String path, HandlerMethod handler) {
    Requires rule() {
      return RouteRules.of(handler).orElseThrow();
    }

    boolean isApi() {
      return path.startsWith("/api/");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /// A mailbox with what can be named in it.
  private record Place(String mailbox, long letter, int version, long campaign) {
    String in(String path) {
      return path.replace("{name}", mailbox)
          .replace("{topic}", "calais")
          .replace("{number}", "0")
          .replace("{page}", "0")
          .replace("{last}", "0")
          .replace("{decision}", "1");
    }

    String in(Route route) {
      String id =
          switch (route.rule().of()) {
            case CAMPAIGN -> String.valueOf(campaign);
            case LETTER -> String.valueOf(letter);
            default ->
                route.path().contains("/topics/{id}") || GROUP.equals(route.path())
                    ? "calais"
                    : "1";
          };
      return in(route.path()).replace("{id}", id);
    }

    String form() {
      String seen = letter + "%3A" + version;
      return "version="
          + version
          + "&letter="
          + seen
          + "&list="
          + seen
          + "&note=hello&topic=calais"
          + "&choice=calais&other="
          + campaign
          + "&scope=mailbox:"
          + mailbox
          + "&decision=1"
          + "&kind=edit&subject=x&text=changed&member=&until=2030-01-01T08:00"
          + "&address=a@example.net&reply=calais&name=n&password=p&old=p&closed=true";
    }

    /// What names letters or campaigns beside the path; the API takes no key that it does not know.
    String json(Route route) {
      String letters = "[{\"id\":%d,\"version\":%d}]".formatted(letter, version);
      return switch (route.path().substring(route.path().lastIndexOf('/'))) {
        case "/approve" ->
            route.path().equals(GROUP) ? "{\"messages\":" + letters + "}" : versioned();
        case "/name" -> "{\"name\":\"n\"}";
        case "/merge" -> "{\"campaign\":" + campaign + "}";
        case "/split" -> "{\"letters\":[" + letter + "]}";
        default -> versioned();
      };
    }

    private String versioned() {
      return "{\"version\":" + version + "}";
    }
  }

  /// Somebody signed in, at the desk and with a token.
  private record Visitor(String cookie, String csrf, String token) {}

  @BeforeAll
  static void start() {
    desk = TestDesk.start(Duration.ofMinutes(1));
    own = place(OWN, "Ann Lee <ann@example.net>", "otter", OTTER);
    foreign = place(FOREIGN, "Zeb Quagga <quagga@example.net>", CANARY, QUAGGA);
    routes = routes();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static Place place(String mailbox, String from, String word, String text) {
    long first = 0;
    for (int i = 0; i < 3; i++) {
      byte[] bytes =
          """
          From: %1$s
          To: office@example.org
          Subject: The %2$s bridge
          Message-ID: <%2$s-%3$d@example.net>
          Content-Type: text/plain; charset=utf-8

          %4$s
          """
              .formatted(from, word, i, text)
              .replace("\n", "\r\n")
              .getBytes(StandardCharsets.UTF_8);
      long letter = desk.receive(mailbox, bytes);
      first = i == 0 ? letter : first;
    }
    QueueItem item = desk.item(first);
    return new Place(mailbox, first, item.version(), item.campaign().orElse(first));
  }

  private static List<Route> routes() {
    List<Route> all = new ArrayList<>();
    desk.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, handler) -> {
          if (handler.getBeanType().getName().startsWith("org.postbag.")) {
            info.getMethodsCondition()
                .getMethods()
                .forEach(method ->
                    info.getPatternValues()
                        .forEach(path -> all.add(new Route(method.name(), path, handler))));
          }
        });
    return all;
  }

  @Test
  void everyRouteHasARule() {
    assertThat(routes.size()).isGreaterThan(120);
    assertThat(routes.stream().filter(route -> RouteRules.of(route.handler()).isEmpty())).isEmpty();
  }

  @Test
  void whoHasARoleInOneMailboxGetsIntoNoOther() throws Exception {
    List<String> before = everythingOf(FOREIGN);
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (Role role : Role.values()) {
      Visitor visitor = visitor(desk.member(role.label() + "-here", Rights.in(Map.of(OWN, role))));
      for (Route route : asked()) {
        for (Place place : List.of(foreign, own)) {
          HttpResponse<String> answer = send(route, place, visitor);
          asked++;
          int expected = expected(route, role, place);
          boolean right =
              expected == 0
                  ? answer.statusCode() != 403 && !refused(route, answer.statusCode())
                  : answer.statusCode() == expected;
          if (!right || answer.body().toLowerCase(java.util.Locale.ROOT).contains(CANARY)) {
            wrong.add(role + " " + route + " " + place.mailbox() + ": " + answer.statusCode());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(1000);
    assertThat(everythingOf(FOREIGN)).isEqualTo(before);
  }

  /// The sign-in page answers a wrong password so.
  private static boolean refused(Route route, int status) {
    return status == 401 && route.rule().of() != Requires.Of.NOBODY;
  }

  /// The refusal that is due; 0 for none.
  private static int expected(Route route, Role role, Place place) {
    Requires rule = route.rule();
    if (rule.of() == Requires.Of.NOBODY) {
      return 0;
    }
    if (!role.includes(rule.value())) {
      return 403;
    }
    return switch (rule.of()) {
      case NOBODY, ANY_MAILBOX -> foreignInForm(route, place) ? 404 : 0;
      case OFFICE, BREAKER -> 403;
      case LETTER, MAILBOX, CAMPAIGN -> place.equals(foreign) ? 404 : 0;
    };
  }

  /// Routes that name letters outside of their path; a foreign letter is as if it did not exist.
  private static boolean foreignInForm(Route route, Place place) {
    return place.equals(foreign)
        && ((route.path().endsWith("/approve") && !route.path().contains("{"))
            || route.path().startsWith("/sending/")
            || route.path().equals("/selection/close")
            || route.path().equals("/selection/snooze")
            || route.path().equals("/selection/give")
            || (route.method().equals("POST") && route.path().equals("/groups/{topic}"))
            || route.path().equals("/api/v1/groups/{id}/approve"));
  }

  @Test
  void inAllMailboxesARoleOpensWhatItMayAndNoMore() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Role role : Role.values()) {
      Visitor visitor = visitor(desk.member(role.label() + "-all", role));
      for (Route route : asked()) {
        boolean may =
            route.rule().of() == Requires.Of.NOBODY || role.includes(route.rule().value());
        if (may && !route.method().equals("GET")) {
          continue;
        }
        int status = send(route, own, visitor).statusCode();
        if (may ? status == 403 || refused(route, status) : status != 403) {
          wrong.add(role + " " + route + ": " + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nobodyGetsInWithoutSigningIn() throws Exception {
    Visitor nobody = new Visitor("", "", "");
    for (Route route : routes) {
      if (route.rule().of() != Requires.Of.NOBODY) {
        assertThat(send(route, own, nobody).statusCode()).as(route.toString()).isIn(302, 401, 403);
      }
    }
  }

  private static List<Route> asked() {
    return routes.stream().filter(route -> !LEFT_OUT.contains(route.path())).toList();
  }

  @Test
  void aCampaignOfTwoMailboxesIsSpokenForByWhoHasTheRoleInBoth() throws Exception {
    String text = "Dear Ms Roe, the herons of the mill pond need a new island before the spring.";
    Place here = place(OWN, "Ida <ida@example.net>", "heron", text);
    place(FOREIGN, "Ina <ina@example.net>", "heron", text);
    Visitor one = visitor(desk.member("one-of-two", Rights.in(Map.of(OWN, Role.APPROVER))));
    Visitor both =
        visitor(desk.member("both", Rights.in(Map.of(OWN, Role.APPROVER, FOREIGN, Role.APPROVER))));
    String campaign = "/api/v1/campaigns/" + here.campaign();
    assertThat(api(campaign, one)).contains("\"letters\":3");
    assertThat(api(campaign, both)).contains("\"letters\":6");
    Route name = route("POST", "/api/v1/campaigns/{id}/name");
    assertThat(send(name, here, one).statusCode()).isEqualTo(403);
    assertThat(send(name, here, both).statusCode()).isEqualTo(200);
  }

  @Test
  void aDrafterSavesAndDoesNotApproveInOneStep() throws Exception {
    Visitor drafter = visitor(desk.member("dora", Rights.in(Map.of(OWN, Role.DRAFTER))));
    Route edit = route("POST", "/letters/{id}/edit");
    HttpRequest request =
        HttpRequest.newBuilder(desk.at(own.in(edit)))
            .header("Cookie", drafter.cookie())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(body(own.form() + "&approve=yes&_csrf=" + drafter.csrf()))
            .build();
    assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
  }

  private static Route route(String method, String path) {
    return routes.stream()
        .filter(route -> route.method().equals(method) && route.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void countsListsAndSearchAreThoseOfOnesMailboxes() throws Exception {
    Visitor here = visitor(desk.member("counter", Rights.in(Map.of(OWN, Role.ADMIN))));
    Visitor all = visitor(desk.member("counter-all", Role.VIEWER));
    assertThat(api("/api/v1/messages?limit=100&q=" + CANARY, here)).contains("\"messages\":[]");
    assertThat(api("/api/v1/messages?limit=100&q=" + CANARY, all)).contains(CANARY);
    long received = count(api("/api/v1/ledger", here));
    assertThat(received).isEqualTo(everythingOf(OWN).size());
    assertThat(count(api("/api/v1/ledger", all)))
        .isEqualTo(received + everythingOf(FOREIGN).size());
    assertThat(api("/api/v1/campaigns", all)).contains("quagga bridge");
  }

  @Test
  void thePushCountsWhatMayBeSeenAndFollowsTheRightsAtOnce() throws Exception {
    StaffMember member = desk.member("pushed", Rights.in(Map.of(OWN, Role.VIEWER)));
    HttpRequest live =
        HttpRequest.newBuilder(desk.at("/live")).header("Cookie", visitor(member).cookie()).build();
    try (InputStream in = CLIENT.send(live, HttpResponse.BodyHandlers.ofInputStream()).body();
        BufferedReader events =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      long here = waiting(data(events));
      assertThat(here).isEqualTo(open(OWN));
      desk.staff.changeRights("pushed", Rights.everywhere(Role.VIEWER));
      desk.receive(FOREIGN, "From: a@example.net\r\n\r\nhello".getBytes(StandardCharsets.UTF_8));
      String next = data(events);
      while (waiting(next) == here) {
        next = data(events);
      }
      assertThat(waiting(next)).isEqualTo(open(OWN) + open(FOREIGN));
    }
  }

  @Test
  void aChangeOfRightsIsInForceAtOnceAndStandsInTheLedger() throws Exception {
    StaffMember member = desk.member("moved", Rights.in(Map.of(OWN, Role.VIEWER)));
    Visitor visitor = visitor(member);
    String letter = "/api/v1/messages/" + foreign.letter();
    assertThat(get(letter, visitor.token()).statusCode()).isEqualTo(404);
    desk.staff
        .by(new org.postbag.ledger.Actor("ada"))
        .changeRights("moved", Rights.in(Map.of(FOREIGN, Role.DRAFTER)));
    assertThat(get(letter, visitor.token()).statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/messages/" + own.letter(), visitor.token()).statusCode())
        .isEqualTo(404);
    assertThat(desk.ledger.history(0).getLast())
        .satisfies(entry -> {
          assertThat(entry.actor()).isEqualTo("ada");
          assertThat(entry.why()).isEqualTo("staff-rights moved drafter in press");
        });
  }

  private static List<String> everythingOf(String mailbox) {
    return desk.database
        .sql(
            """
            SELECT s.letter_id || ' ' || s.state || ' ' || d.version || ' ' || s.topic || ' '
              || (SELECT count(*) FROM letter_note n WHERE n.letter_id = s.letter_id)
              || (SELECT count(*) FROM letter_holder h WHERE h.letter_id = s.letter_id)
              || (SELECT count(*) FROM ledger_entry e WHERE e.letter_id = s.letter_id)
            FROM letter_state s JOIN draft d ON d.letter_id = s.letter_id
            WHERE s.mailbox = :mailbox ORDER BY s.letter_id
            """)
        .param("mailbox", mailbox)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static long open(String mailbox) {
    return everythingOf(mailbox).stream()
        .filter(row -> row.contains(State.NEEDS_PERSON.label()) || row.contains("waiting"))
        .count();
  }

  private static String data(BufferedReader events) throws Exception {
    String line = events.readLine();
    while (line != null && !line.startsWith("data:")) {
      line = events.readLine();
    }
    return java.util.Objects.requireNonNull(line, "the stream ended");
  }

  private static long waiting(String data) {
    return Stream.of("needsPerson", "waiting").mapToLong(state -> number(data, state)).sum();
  }

  private static long number(String json, String key) {
    var found = java.util.regex.Pattern.compile("\"" + key + "\":(\\d+)").matcher(json);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }

  private static long count(String account) {
    return number(account, "received");
  }

  private static String api(String path, Visitor visitor) throws Exception {
    return get(path, visitor.token()).body();
  }

  private static HttpResponse<String> get(String path, String token) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(desk.at(path)).header("Authorization", "Bearer " + token).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Visitor visitor(StaffMember member) throws Exception {
    String session = "postbag=" + desk.bean(Sessions.class).open(member).text();
    HttpResponse<String> page =
        CLIENT.send(
            HttpRequest.newBuilder(desk.at("/account")).header("Cookie", session).build(),
            HttpResponse.BodyHandlers.ofString());
    var token =
        java.util.regex.Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(token.find()).isTrue();
    String csrfCookie =
        page.headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("postbag-csrf="))
            .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
            .findFirst()
            .orElseThrow();
    return new Visitor(
        session + "; " + csrfCookie,
        token.group(1),
        desk.staff.newToken(member.name()).orElseThrow().text());
  }

  private static HttpResponse<String> send(Route route, Place place, Visitor visitor)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(desk.at(place.in(route)));
    boolean reads = route.method().equals("GET");
    if (route.isApi()) {
      if (!visitor.token().isEmpty()) {
        request.header("Authorization", "Bearer " + visitor.token());
      }
      request.header("Content-Type", "application/json");
      request.method(route.method(), body(reads ? "" : place.json(route)));
    } else {
      if (!visitor.cookie().isEmpty()) {
        request.header("Cookie", visitor.cookie());
      }
      request.header("Content-Type", "application/x-www-form-urlencoded");
      request.method(route.method(), body(reads ? "" : place.form() + "&_csrf=" + visitor.csrf()));
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.BodyPublisher body(String text) {
    return text.isEmpty()
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(text);
  }
}
