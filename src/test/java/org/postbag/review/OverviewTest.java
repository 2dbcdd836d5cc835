package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.email.Address;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.HelpReason;
import org.postbag.ledger.ReviewReason;
import org.postbag.ledger.State;
import org.postbag.matching.Match;
import org.postbag.matching.campaign.Campaign;
import org.postbag.reply.Draft;
import org.postbag.reply.Proposal;

/// What the first page and the lists ask, on every database.
class OverviewTest extends ReviewOffice {
  OverviewTest(Engine engine) {
    super(engine);
  }

  private Overview overview() {
    return new Overview(database);
  }

  private long person(String writer, ReviewReason reason, double probability) {
    long letter = keep(writer);
    Draft draft = draft(letter, writer, new Proposal.ForPerson(reason, Optional.empty()));
    Match match =
        new Match(Optional.of(CALAIS), probability, Optional.empty(), true, List.of(), List.of());
    queue()
        .addAll(
            List.of(new Draft(draft.kept(), draft.letter(), match, draft.proposal(), List.of())));
    return letter;
  }

  private List<Long> found(Criteria criteria) {
    Filter all =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10);
    return queue().page(all.narrowed(criteria)).stream().map(QueueItem::letter).toList();
  }

  @Test
  void whoMayNeedHelpAtOnceComesBeforeAllOthersUntilSomebodyDecided() {
    person("unsure", DraftReason.UNSURE, 0.1);
    long urgent = person("urgent", new HelpReason("eviction", true), 0.9);
    person("less", new HelpReason("benefits", false), 0.2);

    assertThat(overview().help()).isEqualTo(1);
    assertThat(queue().urgent(State.NEEDS_PERSON, Optional.empty(), 10))
        .extracting(QueueItem::letter)
        .containsExactly(urgent);
    assertThat(found(Criteria.URGENT)).containsExactly(urgent);

    decisions().close(first(urgent), ANN);
    assertThat(overview().help()).isZero();
  }

  @Test
  void theLeastCertainLetterComesFirst() {
    long likely = person("likely", DraftReason.UNSURE, 0.6);
    long hardly = person("hardly", DraftReason.UNSURE, 0.2);
    long rather = person("rather", DraftReason.UNSURE, 0.4);

    assertThat(overview().leastCertain(State.NEEDS_PERSON, List.of(), 2))
        .extracting(QueueItem::letter)
        .containsExactly(hardly, rather);
    assertThat(overview().leastCertain(State.NEEDS_PERSON, List.of(), 9))
        .extracting(QueueItem::letter)
        .endsWith(likely);
  }

  @Test
  void theOldestLetterIsTheOneThatWaitsLongest() {
    assertThat(overview().oldest()).isEmpty();
    Instant then = clock().instant();
    long letter = waiting("lee");
    clock().advance(Duration.ofHours(3));
    person("later", DraftReason.UNSURE, 0.2);

    assertThat(overview().oldest()).hasValue(then);
    decisions().close(first(letter), ANN);
    assertThat(overview().oldest()).hasValue(then.plus(Duration.ofHours(3)));
  }

  @Test
  void aCampaignCountsWhatIsReadyAndWhatDiffers() {
    long first = waiting("lee");
    Campaign campaign = new Campaign(first, 0.9, 3, 4, List.of(), Set.of());
    waitingIn(campaign, "smith");
    long third = waitingIn(campaign, "jones");
    waiting("alone");

    assertThat(overview().campaigns(5))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.campaign()).isEqualTo(first);
          assertThat(one.topic()).contains(CALAIS);
          assertThat(one.ready()).isEqualTo(3);
          assertThat(one.apart()).isZero();
        });

    decisions().noTopic(first(third), ANN);
    OpenCampaign now = overview().campaigns(5).getFirst();
    assertThat(now.ready()).isEqualTo(2);
    assertThat(now.apart()).isEqualTo(1);
    assertThat(overview().leastCertain(State.NEEDS_PERSON, List.of(first), 5)).isEmpty();
  }

  @Test
  void aListIsNarrowedByWhoWroteWhenAndWhy() {
    Instant then = clock().instant();
    long lee = waiting("lee");
    clock().advance(Duration.ofDays(2));
    long unsure = person("kim", DraftReason.UNSURE, 0.2);
    long help = person("may", new HelpReason("benefits", false), 0.2);
    Criteria none = Criteria.NONE;
    Optional<String> no = Optional.empty();

    assertThat(
            found(
                new Criteria(
                    false,
                    no,
                    no,
                    Optional.of("unsure"),
                    none.writer(),
                    none.since(),
                    none.until())))
        .containsExactly(unsure);
    assertThat(
            found(
                new Criteria(
                    false,
                    no,
                    no,
                    Optional.of("needs-help-"),
                    none.writer(),
                    none.since(),
                    none.until())))
        .containsExactly(help);
    assertThat(
            found(
                new Criteria(
                    false,
                    no,
                    no,
                    no,
                    Optional.of(new Address("LEE", "example.org")),
                    none.since(),
                    none.until())))
        .containsExactly(lee);
    assertThat(
            found(
                new Criteria(
                    false,
                    Optional.of("office"),
                    Optional.of("en"),
                    no,
                    none.writer(),
                    none.since(),
                    Optional.of(then.plusSeconds(1)))))
        .containsExactly(lee);
    assertThat(
            found(
                new Criteria(
                    false,
                    no,
                    no,
                    no,
                    none.writer(),
                    Optional.of(then.plusSeconds(1)),
                    none.until())))
        .containsExactly(help, unsure);
    assertThat(
            found(
                new Criteria(
                    false,
                    Optional.of("elsewhere"),
                    no,
                    no,
                    none.writer(),
                    none.since(),
                    none.until())))
        .isEmpty();
    Filter wait = Filter.in(State.NEEDS_PERSON, 10);
    assertThat(queue().count(wait, 10)).isEqualTo(2);
    assertThat(queue().count(wait, 1)).isEqualTo(1);
  }
}
