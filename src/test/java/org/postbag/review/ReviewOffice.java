package org.postbag.review;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.SettableClock;
import org.postbag.database.TestLetters;
import org.postbag.email.Address;
import org.postbag.email.NamedAddress;
import org.postbag.ledger.Actor;
import org.postbag.ledger.Ledger;
import org.postbag.matching.Match;
import org.postbag.matching.campaign.Campaign;
import org.postbag.matching.index.TestIndex;
import org.postbag.reply.Draft;
import org.postbag.reply.DraftBatch;
import org.postbag.reply.Proposal;

/// A queue with letters that wait, for the contracts of this room.
interface ReviewOffice {
  Actor ANN = new Actor("ann");
  Actor BEN = new Actor("ben");
  TopicId CALAIS = TestDrafts.CALAIS;
  NamedAddress OFFICE =
      new NamedAddress("Office of Jo Field", new Address("office", "field.example"));
  ReviewSettings SETTINGS =
      new ReviewSettings(Duration.ofSeconds(60), Duration.ofDays(30), 10, Map.of("office", OFFICE));

  Database database();

  SettableClock clock();

  default Ledger ledger() {
    return new Ledger(database(), clock());
  }

  default ReviewQueue queue() {
    return new ReviewQueue(
        database(),
        ledger(),
        SETTINGS,
        (words, above, below, newest, limit) -> {
          try (TestIndex index = new TestIndex(database(), () -> {})) {
            return index.upToDate().find(words, above, below, newest, limit);
          }
        },
        clock());
  }

  default Decisions decisions() {
    return new Decisions(
        database(),
        ledger(),
        SETTINGS,
        (_, topic) ->
            topic.equals(CALAIS)
                ? Optional.of(TestDrafts.answer("lee", "The reply on Calais"))
                : Optional.empty(),
        clock());
  }

  default Draft draft(long letter, String writer, Proposal proposal) {
    return TestDrafts.draft(letter, "office", TestDrafts.ann(writer), proposal, clock());
  }

  default long waiting(String writer) {
    long letter = keep(writer);
    queue()
        .addAll(List.of(draft(letter, writer, TestDrafts.answer(writer, "The reply on Calais"))));
    return letter;
  }

  default long keep(String writer) {
    return TestLetters.keep(database(), writer + "@example.org", "Calais", "About Calais");
  }

  default long waitingIn(Campaign campaign, String writer) {
    long letter = keep(writer);
    Draft alone = draft(letter, writer, TestDrafts.answer(writer, "The reply on Calais"));
    Match match = alone.match().in(Optional.of(campaign));
    queue()
        .add(
            new DraftBatch(
                List.of(new Draft(alone.kept(), alone.letter(), match, alone.proposal()))));
    return letter;
  }

  default Seen first(long letter) {
    return new Seen(letter, 1);
  }
}
