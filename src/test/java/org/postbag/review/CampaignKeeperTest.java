package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postbag.classifier.text.Passage;
import org.postbag.database.Engine;
import org.postbag.email.LetterReader;
import org.postbag.intake.Intake;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.CampaignSummary;
import org.postbag.matching.Match;
import org.postbag.matching.campaign.Campaign;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.matching.campaign.StaffWord;
import org.postbag.reply.Draft;
import org.postbag.search.TestIndex;

/// Campaigns over restarts and what staff say of them, on every engine.
class CampaignKeeperTest extends ReviewOffice {
  private static final String TEXT =
      """
      I am writing to ask you to stand up for the hedgehogs of our county. Their numbers have fallen
      by half since the turn of the century. Gardens are paved over and fences leave no gap to pass
      through. Please ask the minister to make a hole in every new fence a rule of planning.
      """;

  private final TestIndex index;
  private Campaigns campaigns = new Campaigns();
  private CampaignKeeper keeper;

  CampaignKeeperTest(Engine engine) {
    super(engine);
    index = new TestIndex(database, () -> {});
    keeper = keeper();
  }

  @AfterEach
  void close() {
    index.close();
  }

  private CampaignKeeper keeper() {
    return new CampaignKeeper(
        database,
        campaigns,
        index.upToDate(),
        new Intake(database, clock()),
        new LetterReader(),
        clock());
  }

  private void restart() {
    campaigns = new Campaigns();
    keeper = keeper();
    keeper.restore();
  }

  private long receive(String writer) {
    return receive(writer, TEXT);
  }

  private long receive(String writer, String text) {
    long letter =
        org.postbag.database.TestLetters.keep(database, writer + "@example.org", "Hedgehogs", text);
    Optional<Campaign> campaign = campaigns.join(letter, Passage.of(text));
    Draft alone = draft(letter, writer, TestDrafts.answer(writer, "The reply"));
    Match match = alone.match().in(campaign);
    queue()
        .addAll(
            List.of(new Draft(alone.kept(), alone.letter(), match, alone.proposal(), List.of())));
    return letter;
  }

  private Optional<Long> stored(long letter) {
    return queue().find(letter).orElseThrow().campaign();
  }

  @Test
  void aCampaignIsTheSameAfterARestart() {
    long first = receive("a");
    receive("b");
    long third = receive("c");
    keeper.reconcile();
    keeper.say(first, said -> new StaffWord(Optional.of("Hedgehogs"), said.topic(), false));
    var before = campaigns.text(first);

    restart();

    assertThat(campaigns.text(first)).isEqualTo(before);
    assertThat(campaigns.of(third)).contains(first);
    assertThat(campaigns.join(99, Passage.of(TEXT))).map(Campaign::first).contains(first);
  }

  @Test
  void aCampaignThatWasNotSavedIsMadeAgainFromItsLetters() {
    long first = receive("a");
    long second = receive("b");

    restart();

    assertThat(campaigns.of(second)).contains(first);
    assertThat(campaigns.text(first).orElseThrow().letters()).isEqualTo(2);
  }

  @Test
  void whatStaffTookOutStaysOutOverARestart() {
    long first = receive("a");
    receive("b");
    long third = receive("c");
    keeper.reconcile();

    assertThat(keeper.split(first, List.of(third))).contains(third);
    restart();
    keeper.reconcileAll();

    assertThat(stored(third)).contains(third);
    assertThat(campaigns.of(third)).isNotEqualTo(campaigns.of(first));
  }

  @Test
  void whatStaffMergedHasOneNumberAndTheOldOneStillLeadsToIt() {
    String other =
        "The last bus to Marsham leaves at six since the summer, and nurses on the late shift walk"
            + " home along a road without a pavement. Please speak to the bus company about it.";
    long first = receive("a");
    receive("b");
    long bus = receive("c", other);
    receive("d", other);
    keeper.reconcile();

    keeper.merge(first, bus);
    restart();

    assertThat(stored(bus)).contains(first);
    assertThat(keeper.number(bus)).contains(first);
    assertThat(keeper.find(bus)).map(CampaignSummary::letters).contains(4L);
  }

  @Test
  void lettersAreJudgedAgainWhenTheirCampaignGrows() {
    long first = receive("a");
    long second = receive("b");
    assertThat(keeper.reconcile()).contains(first, second);
    assertThat(keeper.reconcile()).isEmpty();

    receive("c");
    assertThat(keeper.reconcile()).contains(first, second);
  }
}
