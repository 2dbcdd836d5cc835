package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postbag.cli.DeskApi;
import org.postbag.cli.QueueReview;
import org.postbag.ledger.State;
import org.postbag.reply.WarningKind;

class QueueReviewTest {
  private final TestDesk desk = TestDesk.start(Duration.ofMinutes(1));
  private final StringWriter out = new StringWriter();
  private DeskApi api = new DeskApi(desk.at("/"), "");

  @BeforeEach
  void beTheDaemon() {
    TerminalAccess access = TerminalAccess.to(desk.at("/"));
    desk.bean(TerminalKey.class).accept(access);
    api = new DeskApi(access.address(), access.token().text());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private int typed(String... lines) {
    Deque<String> typed = new ArrayDeque<>(List.of(lines));
    return new QueueReview(
            api,
            new PrintWriter(out),
            prompt -> {
              out.append(prompt);
              return typed.isEmpty() ? "q" : typed.pop();
            })
        .run("");
  }

  @Test
  void aKeyApprovesWhatIsShownAndTheNextLetterFollows() {
    long older = desk.calais("ann@example.net");
    long newer = desk.calais("bob@example.net");

    assertThat(typed("a", "n")).isEqualTo(2);
    assertThat(desk.item(newer).state()).isEqualTo(State.APPROVED);
    assertThat(desk.item(older).state()).isEqualTo(State.CLOSED);
    assertThat(out.toString())
        .contains("--- the reply, to bob@example.net ---", "That was the last one.");
  }

  @Test
  void enterAndOtherKeysDecideNothing() {
    long letter = desk.calais("ann@example.net");

    assertThat(typed("", "aa", "yes", "q")).isZero();
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
  }

  @Test
  void aWarningThatIsNotConfirmedKeepsTheLetter() {
    long letter = desk.calais("warned@example.net");
    desk.warn(letter, WarningKind.ATTACHMENT, WarningKind.CC_ONLY);

    assertThat(typed("a", "y", "", "q")).isZero();
    assertThat(desk.item(letter).state()).isEqualTo(State.WAITING);
    assertThat(typed("a", "y", "y")).isEqualTo(1);
    assertThat(desk.item(letter).state()).isEqualTo(State.APPROVED);
  }

  @Test
  void theLastDecisionIsTakenBackAndItsLetterWaitsAgain() {
    long older = desk.calais("ann@example.net");
    long newer = desk.calais("bob@example.net");

    assertThat(typed("a", "u", "n", "q")).isEqualTo(1);
    assertThat(desk.item(newer).state()).isEqualTo(State.WAITING);
    assertThat(desk.item(older).state()).isEqualTo(State.CLOSED);
  }

  @Test
  void aNumberChoosesTheTopicAndShowsItsReplyBeforeAnythingIsApproved() {
    long letter = desk.busesAndBills("both@example.net");
    String second =
        desk.item(letter).topic().orElseThrow().value().equals("local-buses")
            ? "energy-bills"
            : "local-buses";

    typed("2", "q");
    assertThat(desk.item(letter).topic().orElseThrow().value()).isEqualTo(second);
    assertThat(desk.item(letter).state()).isNotEqualTo(State.APPROVED);
  }

  @Test
  void whatALetterSaysCannotSteerTheTerminal() {
    desk.calais("\u001b[2Jann\u202e@example.net");

    typed("q");
    assertThat(out.toString()).doesNotContain("\u001b").doesNotContain("\u202e");
  }
}
