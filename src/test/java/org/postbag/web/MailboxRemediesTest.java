package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.cli.CommandLineFrame;

/// What people can do by API and terminal about a mailbox that does not work.
class MailboxRemediesTest extends OnApi {
  private static final String OFFICE = "/api/v1/mailboxes/office";

  @TempDir Path data;
  private final AtomicInteger ended = new AtomicInteger();

  private void aPause() {
    desk.retries.register("office", _ -> ended.getAndIncrement() == 0);
  }

  @Test
  void aMailboxIsTriedNow() throws Exception {
    aPause();
    Answer answer = post(OFFICE + "/try-now", "", approver);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().get("ended").asInt()).isEqualTo(1);
    assertThat(ended).hasValue(1);
    assertThat(post(OFFICE + "/try-now", "", approver).body().get("ended").asInt()).isZero();
  }

  @Test
  void whoMayOnlyReadMayNotAndAnUnknownMailboxIsSaid() throws Exception {
    assertThat(post(OFFICE + "/try-now", "", reader).status()).isEqualTo(403);
    assertThat(post("/api/v1/mailboxes/nobody/try-now", "", approver).status()).isEqualTo(404);
  }

  @Test
  void onlyAnAdministratorSaysThatAnotherAccountIsTheSameMailbox() throws Exception {
    desk.member("eve", Role.ADMIN);
    String administrator = desk.staff.newToken("eve").orElseThrow().text();
    assertThat(post(OFFICE + "/same-account", "", approver).status()).isEqualTo(403);
    assertThat(post(OFFICE + "/same-account", "", administrator).status()).isEqualTo(200);
    assertThat(post("/api/v1/mailboxes/nobody/same-account", "", administrator).status())
        .isEqualTo(404);
  }

  @Test
  void theTerminalTriesAMailboxNow() throws IOException {
    TerminalAccess access = TerminalAccess.to(desk.at("/"));
    access.write(data);
    desk.bean(TerminalKey.class).accept(access);
    aPause();
    StringWriter out = new StringWriter();
    assertThat(run(out, "try-now", "office")).isZero();
    assertThat(out.toString().strip()).isEqualTo("office is tried now; the desk says how it went");
    assertThat(ended).hasValueGreaterThanOrEqualTo(1);

    StringWriter json = new StringWriter();
    assertThat(run(json, "try-now", "--json", "office")).isZero();
    assertThat(json.toString().strip()).isEqualTo("{\"mailbox\":\"office\",\"ended\":0}");
    assertThat(run(new StringWriter(), "try-now", "nobody")).isEqualTo(1);
    assertThat(run(new StringWriter(), "try-now")).isEqualTo(2);
  }

  private int run(StringWriter out, String... arguments) {
    List<String> line = new ArrayList<>(List.of("--data", data.toString()));
    line.addAll(List.of(arguments));
    return new CommandLineFrame(
            new PrintWriter(out), new PrintWriter(new StringWriter(), true), Map.of())
        .run(line.toArray(String[]::new));
  }
}
