package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.ledger.DecisionReason;
import org.postbag.ledger.Reason;
import org.postbag.ledger.State;
import org.postbag.review.handling.Holders;
import org.postbag.review.handling.Note;
import org.postbag.review.handling.Notes;
import org.postbag.review.handling.Presence;
import org.postbag.review.handling.Writing;
import org.postbag.review.handling.Writings;

/// Notes, hands, presence and unsaved replies, on every database.
class HandlingTest extends ReviewOffice {
  private static final long NONE = 999_999;

  HandlingTest(Engine engine) {
    super(engine);
  }

  private Notes notes() {
    return new Notes(database, ledger(), clock());
  }

  private Holders holders() {
    return new Holders(database, ledger(), clock());
  }

  @Test
  void aNoteIsKeptAndTheLedgerKnowsOfItWithoutItsWords() {
    long letter = waiting("lee");
    assertThat(notes().add(letter, "  Rang her: all well. ", ANN)).isTrue();

    assertThat(notes().of(letter)).extracting(Note::text).containsExactly("Rang her: all well.");
    assertThat(ledger().history(letter).getLast().reason()).isEqualTo(DecisionReason.NOTED);
    assertThat(ledger().state(letter)).isEqualTo(State.WAITING);
    assertThat(ledger().verify()).isEmpty();
  }

  @Test
  void aBlankNoteOrOneOnNoLetterIsNone() {
    long letter = waiting("lee");
    assertThat(notes().add(letter, " \n ", ANN)).isFalse();
    assertThat(notes().add(letter, "x".repeat(Notes.LONGEST + 1), ANN)).isFalse();
    assertThat(notes().add(NONE, "Hello", ANN)).isFalse();
    assertThat(notes().of(letter)).isEmpty();
  }

  @Test
  void aLetterIsInOnePersonsHandUntilItIsGivenOnOrHandedBack() {
    long letter = waiting("lee");
    long other = waiting("doe");
    assertThat(holders().give(letter, "ann", ANN)).isTrue();
    holders().give(letter, "ben", ANN);

    assertThat(holders().of(letter)).contains("ben");
    assertThat(ledger().history(letter).getLast().reason()).isEqualTo(new Reason.HandedTo("ben"));
    holders().give(other, "ann", BEN);
    assertThat(holders().of(java.util.List.of(letter, other)))
        .isEqualTo(Map.of(letter, "ben", other, "ann"));
    assertThat(holders().openOf("ann", 0, 9)).containsExactly(other);
    assertThat(holders().countOpen("ann", 99)).isEqualTo(1);
    assertThat(holders().handBack(letter, ANN)).isTrue();
    assertThat(holders().handBack(letter, ANN)).isFalse();
    assertThat(holders().of(letter)).isEmpty();
    assertThat(holders().give(NONE, "ann", ANN)).isFalse();
  }

  @Test
  void aDecidedLetterIsOnNobodysList() {
    long letter = waiting("lee");
    holders().give(letter, "ann", ANN);
    decisions().close(first(letter), ANN);
    assertThat(holders().openOf("ann", 0, 9)).isEmpty();
  }

  @Test
  void whoHasALetterOpenIsKnownToTheOthersUntilTheyAreGone() {
    long letter = waiting("lee");
    Presence presence = new Presence(database, clock());
    assertThat(presence.here(letter, "ann")).isEmpty();
    assertThat(presence.here(letter, "ben")).containsExactly("ann");

    clock().advance(Presence.LASTS.minusSeconds(1));
    assertThat(presence.here(letter, "ben")).containsExactly("ann");
    clock().advance(Duration.ofSeconds(1));
    assertThat(presence.here(letter, "ann")).containsExactly("ben");
    presence.gone(letter, "ben");
    assertThat(presence.here(letter, "ann")).isEmpty();
    assertThat(presence.here(NONE, "ann")).isEmpty();
  }

  @Test
  void aReplyThatIsBeingWrittenIsItsWritersAloneAndTheLastWordCounts() {
    long letter = waiting("lee");
    Writings writings = new Writings(database);
    Writing begun = writing("Dear Ann");
    assertThat(writings.keep(letter, "ann", begun)).isTrue();
    Writing more = writing("Dear Ann, thank you");
    writings.keep(letter, "ann", more);

    assertThat(new Writings(database).of(letter, "ann")).contains(more);
    assertThat(writings.of(letter, "ben")).isEmpty();
    writings.discard(letter, "ann");
    assertThat(writings.of(letter, "ann")).isEmpty();
    assertThat(writings.keep(NONE, "ann", begun)).isFalse();
    assertThat(writings.keep(letter, "ann", writing("x".repeat(Writings.LONGEST + 1)))).isFalse();
  }

  private Writing writing(String text) {
    return new Writing(1, Writing.Kind.OWN, "calais", "Re: Calais", text, clock().instant());
  }
}
