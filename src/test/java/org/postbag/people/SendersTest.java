package org.postbag.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;
import org.postbag.database.SettableClock;
import org.postbag.database.TestLetters;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;

/// What is known about a sender, on every database.
class SendersTest extends OnEveryEngine {
  private final SettableClock clock = new SettableClock();
  private final Senders senders =
      new Senders(
          database,
          () -> Set.of("mx.field.example"),
          Set.of(new Address("office", "example.org")),
          clock);

  SendersTest(Engine engine) {
    super(engine);
    answered("ann@council.example");
    answered("ben@bank.example");
    answered("cem@bücher.example");
  }

  private void answered(String address) {
    long letter = TestLetters.keep(database);
    database.doInTransaction(() ->
        database
            .sql(
                """
                INSERT INTO approval (letter_id, version, actor, at, release_at, hash, message_id,
                  from_address, to_address, subject, text)
                VALUES (:letter, 1, 'ann', 0, 0, '', '<' || :letter || '@x>', 'o@x', :to, '', '')
                """)
            .param("letter", letter)
            .param("to", address)
            .update());
  }

  private static Letter from(String domain, String more) {
    String text = more + "From: Ann <ann@" + domain + ">\r\nSubject: Calais\r\n\r\nText";
    return new LetterReader().read(text.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> lookAlike(String domain) {
    return senders.lookAlike(from(domain, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "examp1e.org, example.org",
    "exarnple.org, example.org",
    "еxample.org, example.org",
    "xn--xample-2of.org, example.org",
    "mail.examp1e.org, example.org",
    "cοuncil.example, council.example",
    "bаnk.example, bank.example"
  })
  void aDomainThatCanBeMistakenForAKnownOneIsNamed(String domain, String known) {
    assertThat(lookAlike(domain)).contains(known);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "mail.example.org",
        "council.example",
        "bücher.example",
        "xn--bcher-kva.example",
        "example.net",
        "exemple.org",
        "localhost"
      })
  void anyOtherDomainIsNot(String domain) {
    assertThat(lookAlike(domain)).isEmpty();
  }

  @Test
  void whoIsAnsweredIsKnownSoonAfter() {
    assertThat(lookAlike("pаrish.example")).isEmpty();
    answered("dot@parish.example");
    clock.advance(Duration.ofMinutes(11));

    assertThat(lookAlike("pаrish.example")).contains("parish.example");
  }

  @Test
  void aSenderIsUnprovenWhereTheOfficesOwnServerSaysSo() {
    String ours = "Authentication-Results: mx.field.example; dmarc=fail\r\n";
    String others = "Authentication-Results: mx.evil.example; dmarc=fail\r\n";

    assertThat(senders.isUnproven(from("example.net", ours))).isTrue();
    assertThat(senders.isUnproven(from("example.net", others))).isFalse();
    assertThat(senders.isUnproven(from("example.net", ""))).isFalse();
  }
}
