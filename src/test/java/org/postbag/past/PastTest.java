package org.postbag.past;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;
import org.postbag.email.Address;
import org.postbag.email.LetterReader;
import org.postbag.intake.Screening;

/// What is kept of a past letter, and in which order it is read.
class PastTest extends OnEveryEngine {
  static final Address OFFICE = Address.parse("office@example.org").orElseThrow();
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  private final Past past = new Past(database);
  private final PastKeeping keeping =
      new PastKeeping(database, Set.of(OFFICE), InstantSource.fixed(NOW));

  PastTest(Engine engine) {
    super(engine);
  }

  static PastLetter read(Direction direction, String rfc822) {
    var met = new PastLetter.Met("office", "INBOX", direction, NOW);
    return PastLetter.of(
        met,
        new LetterReader().read(rfc822.replace("\n", "\r\n").getBytes(UTF_8)),
        new Screening.Outcome.Personal());
  }

  private static String mail(String id, String date, String text) {
    return """
    From: "Ann, Lee" <Ann@example.com>
    To: Office <office@example.org>, bob@example.com
    Cc: carl@example.com
    Message-ID: <%s@example.com>
    In-Reply-To: <a@example.org>
    References: <b@example.org> <a@example.org>
    Date: %s
    Subject: Re: Buses

    %s

    > The bus is late.
    """
        .formatted(id, date, text);
  }

  @Test
  void aLetterComesBackAsItWasRead() {
    PastLetter letter =
        read(Direction.RECEIVED, mail("1", "Mon, 2 Nov 2026 10:00:00 +0000", "Why is it late?"));

    long id = keeping.keep(List.of(letter)).getFirst().id();

    assertThat(past.find(id)).contains(letter.numbered(id));
    assertThat(letter.ownText()).isEqualTo("Why is it late?");
    assertThat(letter.body()).contains("> The bus is late.");
    assertThat(letter.folded()).isNotEmpty();
  }

  @Test
  void aLetterThatIsMetTwiceIsKeptOnce() {
    String mail = mail("1", "Mon, 2 Nov 2026 10:00:00 +0000", "Why is it late?");

    assertThat(keeping.keep(List.of(read(Direction.RECEIVED, mail)))).hasSize(1);
    assertThat(keeping.keep(List.of(read(Direction.RECEIVED, mail + "\n")))).isEmpty();
    assertThat(past.account()).isEqualTo(new Past.Account(1, 0, 0));
  }

  @Test
  void aSecondLetterUnderTheSameMessageIdIsKeptToo() {
    String date = "Mon, 2 Nov 2026 10:00:00 +0000";
    keeping.keep(List.of(read(Direction.RECEIVED, mail("1", date, "Why is it late?"))));
    keeping.keep(List.of(read(Direction.RECEIVED, mail("1", date, "Another text."))));

    assertThat(past.account().received()).isEqualTo(2);
  }

  @Test
  void lettersComeInTheOrderOfTheirTimesPageByPage() {
    List<PastLetter> batch = new ArrayList<>();
    for (int i = 0; i < 450; i++) {
      String date = "Mon, 2 Nov 2026 10:%02d:00 +0000".formatted(i * 7 % 60);
      batch.add(read(Direction.RECEIVED, mail(Integer.toString(i), date, "Text " + i)));
    }
    keeping.keep(batch);

    List<PastLetter> all = past.letters(Direction.RECEIVED).toList();
    assertThat(all).hasSize(450).extracting(PastLetter::at).isSorted();
    assertThat(all).extracting(PastLetter::id).doesNotHaveDuplicates();
  }

  @Test
  void aDateAfterTheLetterCameIsNotBelieved() {
    PastLetter letter =
        read(Direction.RECEIVED, mail("1", "Mon, 2 Nov 2099 10:00:00 +0000", "Why?"));

    assertThat(letter.at()).isEqualTo(NOW);
  }
}
