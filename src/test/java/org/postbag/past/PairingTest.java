package org.postbag.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.TestDatabases;
import org.postbag.email.Address;
import org.postbag.past.made.MadeLetter;
import org.postbag.past.made.MadeOffice;

/// Which letter a reply answers, measured on the invented office's mailbox.
class PairingTest {
  private static final Set<Address> OWN = Set.of(Address.parse(MadeOffice.ADDRESS).orElseThrow());

  private final Database database = TestDatabases.sqlite();
  private final Map<String, MadeLetter> truths = new HashMap<>();
  private final Map<Integer, MadeLetter> numbers = new HashMap<>();
  private final Map<MadeLetter, MadeLetter> found = new HashMap<>();

  @BeforeEach
  void pair() {
    List<MadeLetter> mailbox = MadeOffice.mailbox(7, 3_000);
    mailbox.forEach(made -> truths.put(made.key(), made));
    mailbox.forEach(made -> numbers.put(made.number(), made));
    PastKeeping keeping = new PastKeeping(database, OWN, InstantSource.fixed(Instant.EPOCH));
    for (int from = 0; from < mailbox.size(); from += 500) {
      List<MadeLetter> some = mailbox.subList(from, Math.min(from + 500, mailbox.size()));
      var _ = keeping.keep(some.parallelStream().map(MadeLetter::read).toList());
    }
    new Pairing(database).run();
    new Past(database)
        .answered()
        .forEach(pair ->
            found.put(
                truths.get(MadeLetter.key(pair.reply())),
                truths.get(MadeLetter.key(pair.letter()))));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void repliesAreFoundWithTheLetterThatTheyAnswer() {
    assertThat(share(MadeLetter::threaded)).as("with headers").isGreaterThanOrEqualTo(0.99);
    assertThat(share(made -> !made.threaded())).as("without").isGreaterThanOrEqualTo(0.95);
    assertThat(wrong()).as("letters that answer nothing, or another one").isLessThan(0.01);
  }

  /// The share of the replies matching the predicate that have the right letter.
  private double share(Predicate<MadeLetter> which) {
    List<MadeLetter> replies =
        truths.values().stream().filter(m -> m.answers().isPresent()).filter(which).toList();
    long right = replies.stream().filter(this::isRight).count();
    return (double) right / replies.size();
  }

  private boolean isRight(MadeLetter reply) {
    return reply.answers().isPresent()
        && Objects.equals(numbers.get(reply.answers().getAsInt()), found.get(reply));
  }

  private double wrong() {
    List<MadeLetter> wrong = new ArrayList<>(found.keySet());
    wrong.removeIf(this::isRight);
    return (double) wrong.size() / found.size();
  }
}
