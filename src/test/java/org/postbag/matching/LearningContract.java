package org.postbag.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.TestLetters;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;
import org.postbag.intake.ImapUid;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.LetterStore;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.ledger.Move;
import org.postbag.ledger.State;
import org.postbag.matching.Learning.Tally;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.meaning.Meaning;
import org.postbag.matching.meaning.Sense;
import org.postbag.matching.meaning.SentenceModel;
import tools.jackson.databind.json.JsonMapper;

/// What learning from decisions promises on every database.
interface LearningContract {
  JsonMapper JSON = JsonMapper.builder().build();

  Database database();

  TopicId BUSES = Topics.BUSES.id();

  /// Letters that use words no keyword has.
  private static byte[] letter(int i) {
    List<String> rides = List.of("the 47", "the night service", "the last coach", "the 12A");
    List<String> woes = List.of("never came", "drove past the stop", "was cut", "broke down");
    String text =
        "Subject: "
            + rides.get(i % 4)
            + "\r\n\r\nOnce more "
            + rides.get(i % 4)
            + " "
            + woes.get(i / 4 % 4)
            + " and I stood at the shelter for "
            + (i + 2)
            + " minutes.\r\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static LetterStore store(int letters) {
    Map<Long, KeptLetter> all = new HashMap<>();
    for (int i = 0; i < letters; i++) {
      long id = i + 1L;
      all.put(
          id,
          new KeptLetter(
              id, new ImapUid("office", "INBOX", 1, id), Instant.EPOCH, false, false, letter(i)));
    }
    return new LetterStore() {
      @Override
      public List<KeptLetter> unread(int limit) {
        return List.of();
      }

      @Override
      public Optional<KeptLetter> find(long id) {
        return Optional.ofNullable(all.get(id));
      }
    };
  }

  private Learning learning(Matching matching) {
    return new Learning(database(), store(40), matching, () -> Instant.EPOCH);
  }

  private static Matching matching() {
    return new Matching(Topics.catalog(Topics.CALAIS, Topics.BUSES, Topics.SCHOOLS));
  }

  private static double probability(Matching matching) {
    Letter letter = new LetterReader().read(letter(41));
    return matching.match(letter).candidates().stream()
        .filter(c -> c.topic().equals(BUSES))
        .mapToDouble(Match.Candidate::probability)
        .findFirst()
        .orElse(0);
  }

  private static void decide(Learning learning, int from, int to) {
    for (int i = from; i <= to; i++) {
      learning.decided(i, Optional.of(BUSES));
    }
  }

  @Test
  default void whatPeopleDecideIsLearned() {
    Matching matching = matching();
    Learning learning = learning(matching);
    double before = probability(matching);
    decide(learning, 1, 25);

    assertThat(learning.learn()).map(Learning.Version::examples).contains(25);
    assertThat(probability(matching)).isGreaterThan(Math.max(0.5, before));
  }

  /// A model that knows how long a text is, and counts how often it is asked.
  final class Lengths implements SentenceModel {
    private final String name;
    private final Set<String> asked = new HashSet<>();

    Lengths(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Sense sense(String text) {
      asked.add(text);
      return Sense.of(new float[] {text.length(), 20});
    }

    long letters() {
      return asked.stream().filter(text -> text.contains("I stood")).count();
    }
  }

  private Learning learning(SentenceModel model) {
    Meaning meaning = Meaning.of(Meaning.When.ALWAYS, model);
    return learning(
        new Matching(
            Topics.catalog(Topics.CALAIS, Topics.BUSES, Topics.SCHOOLS),
            Neighbours.NONE,
            new Campaigns(),
            meaning));
  }

  @Test
  default void whatALetterMeansIsAskedOnceAlsoAfterARestart() {
    Lengths model = new Lengths("lengths");
    Learning first = learning(model);
    decide(first, 1, 25);
    assertThat(first.learn()).isPresent();
    assertThat(model.letters()).isEqualTo(25);

    Lengths again = new Lengths("lengths");
    Learning second = learning(again);
    second.resume();
    assertThat(again.letters()).isZero();
    decide(second, 26, 40);
    decide(second, 1, 10);
    assertThat(second.learn()).isPresent();
    assertThat(again.letters()).isEqualTo(15);
  }

  @Test
  default void anotherModelReadsTheLettersAnew() {
    Learning first = learning(new Lengths("one"));
    decide(first, 1, 25);
    assertThat(first.learn()).isPresent();

    Lengths other = new Lengths("other");
    learning(other).resume();
    assertThat(other.letters()).isEqualTo(25);
    Lengths same = new Lengths("other");
    learning(same).resume();
    assertThat(same.letters()).isZero();
  }

  @Test
  default void whatALetterMeansIsForgottenWithTheLetter() {
    Learning all = learning(new Lengths("lengths"));
    decide(all, 1, 25);
    assertThat(all.learn()).isPresent();

    Matching matching =
        new Matching(
            Topics.catalog(Topics.BUSES),
            Neighbours.NONE,
            new Campaigns(),
            Meaning.of(Meaning.When.ALWAYS, new Lengths("lengths")));
    Learning fewer = new Learning(database(), store(10), matching, () -> Instant.EPOCH);
    decide(fewer, 1, 20);
    fewer.learn();
    assertThat(new JdbcSenses(database()).of("lengths")).hasSize(10);
  }

  @Test
  default void repliesThatPeopleReleasedAreLearnedFrom() {
    Matching matching = matching();
    double before = probability(matching);
    for (int i = 1; i <= 25; i++) {
      released(TestLetters.keep(database()));
    }

    assertThat(learning(matching).learn()).map(Learning.Version::examples).contains(25);
    assertThat(probability(matching)).isGreaterThan(Math.max(0.5, before));
  }

  private void released(long letter) {
    Ledger ledger = new Ledger(database(), () -> Instant.EPOCH);
    database()
        .doInTransaction(() -> {
          ledger.move(new Move(letter, State.KEPT, State.WAITING, Actor.POSTBAG, "drafted"));
          ledger.move(new Move(letter, State.WAITING, State.APPROVED, new Actor("ann"), "yes"));
          ledger.move(new Move(letter, State.APPROVED, State.SENDING, Actor.POSTBAG, "claimed"));
          database()
              .sql(
                  "INSERT INTO draft (letter_id, version, mailbox, received, subject, snippet,"
                      + " language, topic, probability, match, reason, updated)"
                      + " VALUES (?, 1, 'office', 0, '', '', 'en', 'buses', 1, ?, '', 0)")
              .params(letter, JSON.writeValueAsString(Match.NONE))
              .update();
        });
  }

  @Test
  default void aFewDecisionsAreNotALesson() {
    Learning learning = learning(matching());
    decide(learning, 1, 5);

    assertThat(learning.learn()).isEmpty();
  }

  @Test
  default void theNextStartKnowsTheLastFinishedLesson() {
    Matching first = matching();
    decide(learning(first), 1, 25);
    learning(first).learn();
    Matching second = matching();

    learning(second).resume();

    assertThat(probability(second)).isEqualTo(probability(first));
  }

  @Test
  default void aLessonCanBeTakenBack() {
    Matching matching = matching();
    Learning learning = learning(matching);
    double before = probability(matching);
    decide(learning, 1, 25);
    learning.learn();

    assertThat(learning.undo()).isTrue();
    assertThat(probability(matching)).isEqualTo(before);
    assertThat(learning.undo()).isFalse();
  }

  @Test
  default void aLessonThatWasTakenBackIsNotLearnedAgainFromTheSameLetters() {
    Learning learning = learning(matching());
    decide(learning, 1, 25);
    learning.learn();
    learning.undo();

    assertThat(learning.learn()).isEmpty();
    decide(learning, 26, 39);
    assertThat(learning.learn()).isEmpty();
    decide(learning, 1, 6);
    assertThat(learning.learn()).isPresent();
  }

  @Test
  default void theTallyComparesWhatPeopleDecidedWithWhatWasSaid() {
    long said = TestLetters.keep(database());
    released(said);
    Learning learning = learning(matching());
    learning.takeOver();

    assertThat(Learning.tallies(database())).containsExactly(Map.entry(BUSES, new Tally(1, 0)));
    database()
        .sql("UPDATE draft SET match = ? WHERE letter_id = ?")
        .params(JSON.writeValueAsString(recognised()), said)
        .update();
    assertThat(Learning.tallies(database())).containsExactly(Map.entry(BUSES, new Tally(1, 1)));
  }

  private static Match recognised() {
    return new Match(Optional.of(BUSES), 0.9, Optional.empty(), false, List.of(), List.of());
  }

  @Test
  default void topicsThatChangeKeepWhatWasLearned() {
    Matching matching = matching();
    Learning learning = learning(matching);
    decide(learning, 1, 25);
    learning.learn();

    matching.use(Topics.catalog(Topics.BUSES, Topics.SCHOOLS));

    assertThat(probability(matching)).isGreaterThan(0.5);
  }
}
