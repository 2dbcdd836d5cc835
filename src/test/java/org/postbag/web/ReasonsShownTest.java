package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postbag.cli.CommandLineFrame;
import org.postbag.ledger.AllReasons;
import org.postbag.ledger.ReviewReason;
import org.postbag.ledger.State;

/// Why a letter was put before a person, as people read it: at the desk and in the terminal.
class ReasonsShownTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final HttpClient BROWSER =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @TempDir private static Path data;
  private static TestDesk desk;
  private static long letter;

  @BeforeAll
  static void aLetterThatNeedsAPerson() throws Exception {
    desk = TestDesk.start(Duration.ofMinutes(1));
    desk.member("ann", Role.APPROVER);
    TerminalAccess access = TerminalAccess.to(desk.at("/"));
    access.write(data);
    desk.bean(TerminalKey.class).accept(access);
    signIn();
    letter = desk.receive("lee@example.net", "Hedgehogs", "Where have all the hedgehogs gone?");
    assertThat(desk.item(letter).state()).isEqualTo(State.NEEDS_PERSON);
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static void signIn() throws Exception {
    Matcher token = CSRF.matcher(get("/login"));
    assertThat(token.find()).isTrue();
    String form = "name=ann&password=" + TestDesk.PASSWORD.replace(' ', '+');
    send(
        HttpRequest.newBuilder(desk.at("/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + token.group(1))));
  }

  private static String get(String path) throws Exception {
    return send(HttpRequest.newBuilder(desk.at(path)).GET());
  }

  private static String send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response =
        BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isLessThan(400);
    return response.body();
  }

  private static String queueShow() {
    StringWriter out = new StringWriter();
    List<String> line = List.of("--data", data.toString(), "queue", "show", String.valueOf(letter));
    int status =
        new CommandLineFrame(new PrintWriter(out), new PrintWriter(new StringWriter()), Map.of())
            .run(line.toArray(String[]::new));
    assertThat(status).isZero();
    return out.toString();
  }

  /// As the row stands in a database, whichever version wrote it.
  private static void because(String word) {
    desk.database.doInTransaction(() ->
        desk.database
            .sql("UPDATE draft SET reason = ? WHERE letter_id = ?")
            .params(word, letter)
            .update());
  }

  static List<ReviewReason> all() {
    return AllReasons.forReview();
  }

  @ParameterizedTest
  @MethodSource("all")
  void deskAndTerminalSayItInASentence(ReviewReason reason) throws Exception {
    because(reason.word());

    assertThat(get("/letters/" + letter + "?view=person"))
        .contains(">" + reason.sentence() + "</p>", reason.brief());
    assertThat(queueShow()).contains("A person must decide. " + reason.sentence() + "\n");
  }

  @Test
  void aDraftThatSimplyWaitsHasNone() throws IOException {
    because("");
    assertThat(queueShow()).doesNotContain("A person must decide");
  }
}
