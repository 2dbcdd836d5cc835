package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.cli.CommandLineFrame;
import org.postbag.ledger.State;
import org.postbag.reply.WarningKind;

class QueueFromTerminalTest {
  @TempDir Path data;
  private static final TestDesk DESK = TestDesk.start(Duration.ofMinutes(1));
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeEach
  void beTheDaemon() throws IOException {
    TerminalAccess access = TerminalAccess.to(DESK.at("/"));
    access.write(data);
    DESK.bean(TerminalKey.class).accept(access);
  }

  @AfterAll
  static void close() {
    DESK.close();
  }

  private int queue(Object... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> line = new ArrayList<>(List.of("--data", data.toString(), "queue"));
    List.of(arguments).forEach(argument -> line.add(argument.toString()));
    return new CommandLineFrame(new PrintWriter(out), new PrintWriter(err, true), Map.of())
        .run(line.toArray(String[]::new));
  }

  @Test
  void theQueueIsListedShownAndDecided() {
    long first = DESK.calais("ann@example.net");
    long second = DESK.calais("bob@example.net");
    assertThat(queue("list", "--state", "waiting")).isZero();
    assertThat(out.toString()).contains("ann@example.net", "bob@example.net", "waiting", "calais");

    assertThat(queue("show", first)).isZero();
    assertThat(out.toString()).contains("shocking", "--- the reply, to ann@example.net ---");

    assertThat(queue("approve", first, 999, second)).isEqualTo(1);
    assertThat(err.toString()).contains("999: There is no letter 999");
    assertThat(DESK.item(first).state()).isEqualTo(State.APPROVED);
    assertThat(DESK.item(second).state()).isEqualTo(State.APPROVED);
  }

  @Test
  void whatMustBeSeenIsNamedOnTheCommandLine() {
    long letter = DESK.calais("warned@example.net");
    DESK.warn(letter, WarningKind.ATTACHMENT, WarningKind.CC_ONLY);
    assertThat(queue("approve", letter, "--acknowledge", "attachment")).isEqualTo(1);
    assertThat(err.toString()).contains("cc-only: ").doesNotContain("attachment: ");
    assertThat(DESK.item(letter).state()).isEqualTo(State.WAITING);

    assertThat(queue("approve", letter, "--acknowledge", "attachment", "cc-only")).isZero();
    assertThat(DESK.item(letter).state()).isEqualTo(State.APPROVED);
  }

  @Test
  void aRejectedLetterIsClosed() {
    long letter = DESK.calais("ann@example.net");
    assertThat(queue("reject", letter, "--json")).isZero();
    assertThat(out.toString()).contains("\"state\":\"closed\"");
    assertThat(DESK.item(letter).state()).isEqualTo(State.CLOSED);
  }

  @Test
  void aLetterOnTwoMattersIsListedWithBoth() {
    long letter = DESK.busesAndBills("both@example.net");
    assertThat(queue("show", letter)).isZero();
    assertThat(out.toString())
        .containsPattern("local-buses \\+ energy-bills|energy-bills \\+ local-buses");
  }

  @Test
  void everyPageIsListedAsOneObjectALine() {
    for (int i = 0; i < 60; i++) {
      DESK.calais("writer" + i + "@example.net");
    }
    assertThat(queue("list", "--json")).isZero();
    assertThat(out.toString().lines())
        .hasSizeGreaterThanOrEqualTo(60)
        .allMatch(line -> line.startsWith("{\"id\":"));
  }

  @Test
  void aWrongTokenIsRefusedInOneLine() {
    assertThat(queue("list", "--token", "guessed")).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("user token NAME");
  }

  @Test
  void withoutADaemonTheMendIsNamed() throws IOException {
    Files.delete(data.resolve("desk.token"));
    assertThat(queue("list")).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("bin/postbag run");
  }
}
