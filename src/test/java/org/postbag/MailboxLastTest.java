package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.intake.MailboxHealth;
import org.postbag.intake.imap.FaultProxy;
import org.postbag.ledger.Actor;
import org.postbag.ledger.State;
import org.postbag.review.Decisions;
import org.postbag.review.DraftVersion;
import org.postbag.review.Filter;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;

/// The mailbox comes last: whenever a command that changes it is on its way, what it tells of is
/// committed already. Seen from the wire, with what another connection reads in the database at
/// that moment.
class MailboxLastTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  /// RFC 9051 §6.3.12, §6.4.6-6.4.8: the commands that change what stands in a mailbox.
  private static final Pattern CHANGE =
      Pattern.compile("> \\S+ (UID )?(STORE|COPY|MOVE|EXPUNGE|APPEND|SELECT) ");

  /// A change, and the states of all letters when it passed.
  private record Change(String command, List<String> states) {}

  private final List<Change> changes = new CopyOnWriteArrayList<>();
  private final List<FaultProxy> proxies = new ArrayList<>();
  private final TestHouse house = new TestHouse(Duration.ZERO, this::watched);

  private int watched(int port) {
    FaultProxy proxy = FaultProxy.before(port).telling(this::hear);
    proxies.add(proxy);
    return proxy.port();
  }

  private void hear(String line) {
    if (CHANGE.matcher(line).lookingAt()) {
      changes.add(new Change(line, committed()));
    }
  }

  private List<String> committed() {
    return house
        .door(Database.class)
        .sql("SELECT state FROM letter_state ORDER BY letter_id")
        .query((row, _) -> row.getString(1))
        .list();
  }

  @AfterEach
  void close() {
    house.close();
    proxies.forEach(FaultProxy::close);
  }

  @Test
  void nothingIsWrittenIntoTheMailboxBeforeTheReplyIsRecordedAsSent() {
    house.server.setUser("lee@writers.example", "lee@writers.example", "x");
    await()
        .atMost(SOON)
        .until(() ->
            house.door(MailboxHealth.class).all().stream().anyMatch(s -> s.lastRead().isPresent()));
    house.deliver(
        """
        From: Ann Lee <lee@writers.example>
        To: office@field.example
        Subject: Calais
        Message-ID: <1@writers.example>

        What is done about the migrants in Calais, the lorries and our border?
        """);
    await().atMost(SOON).until(() -> !in(State.WAITING).isEmpty());
    assertThat(changes).isEmpty();
    QueueItem item = in(State.WAITING).getFirst();
    house
        .door(Decisions.class)
        .approve(new DraftVersion(item.letter(), item.version()), new Actor("ann"));
    await().atMost(SOON).until(() -> commands().contains("STORE"));
    assertThat(commands()).contains("APPEND");
    assertThat(changes).extracting(Change::states).containsOnly(List.of("sent"));
  }

  private String commands() {
    return String.join("\n", changes.stream().map(Change::command).toList());
  }

  private List<QueueItem> in(State state) {
    return house.door(ReviewQueue.class).page(Filter.in(state, 100));
  }
}
