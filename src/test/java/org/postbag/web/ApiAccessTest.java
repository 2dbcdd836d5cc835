package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.ledger.State;

/// Who may do what through the API.
class ApiAccessTest extends OnApi {
  @Test
  void withoutATokenThereIsNothingToSee() throws Exception {
    for (String token : List.of("", "wrong", "Bearer", approver + "x")) {
      Answer answer = get("/api/v1/messages", token);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.type()).startsWith("application/problem+json");
      assertThat(answer.body().get("detail").asString()).contains("bin/postbag user token");
    }
  }

  @Test
  void aReaderReadsAndDecidesNothing() throws Exception {
    long letter = desk.calais("Ann Reader <reader@example.net>");
    assertThat(get("/api/v1/messages/" + letter, reader).status()).isEqualTo(200);
    for (String action :
        List.of("approve", "reject", "edit", "assign-topic", "no-topic", "undo", "reopen")) {
      String path = "/api/v1/messages/" + letter + "/" + action;
      assertThat(post(path, "{\"version\":1}", reader).status()).as(action).isEqualTo(403);
    }
    assertThat(post("/api/v1/groups/calais/approve", "{}", reader).status()).isEqualTo(403);
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
  }

  @Test
  void aRevokedTokenOpensNothing() throws Exception {
    desk.member("eve", Role.APPROVER);
    String token = desk.staff.newToken("eve").orElseThrow().text();
    assertThat(get("/api/v1/topics", token).status()).isEqualTo(200);
    desk.staff.revokeTokens("eve");
    assertThat(get("/api/v1/topics", token).status()).isEqualTo(401);
  }

  @Test
  void theTerminalBesideTheDaemonComesInByAFileOfItsUserAlone(@TempDir Path data) throws Exception {
    TerminalAccess access = TerminalAccess.to(desk.at("/"));
    access.write(data);
    desk.bean(TerminalKey.class).accept(access);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("desk.token"))))
        .isEqualTo("rw-------");
    TerminalAccess read = TerminalAccess.read(data).orElseThrow();
    assertThat(get("/api/v1/topics", read.token().text()).status()).isEqualTo(200);
    TerminalAccess.remove(data);
    assertThat(TerminalAccess.read(data)).isEmpty();
  }

  @Test
  void theDeskKnowsNoTokens() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(desk.at("/letters"))
            .header("Authorization", "Bearer " + approver)
            .build();
    HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location").orElse("")).contains("/login");
  }
}
