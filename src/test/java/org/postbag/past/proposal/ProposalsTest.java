package org.postbag.past.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.ledger.Actor;
import org.postbag.matching.Example;
import org.postbag.matching.keywords.KeywordLint;
import org.postbag.past.Forgetting;
import org.postbag.past.Past;
import org.postbag.past.standard.KeptPost;
import org.postbag.past.standard.OfficePost;

class ProposalsTest {
  private static final Actor TESS = new Actor("tess");

  @TempDir private Path folder;
  private Database database;
  private Proposals proposals;
  private PastTopics.Found found;

  @BeforeEach
  void findTopics() {
    database = Database.open(DatabaseSettings.in(folder));
    KeptPost.keep(new OfficePost(7).of(30, 10), database);
    proposals = new Proposals(database, InstantSource.system());
    found = new PastTopics(new Past(database), ZoneOffset.UTC, folder).find(Instant.MAX);
    proposals.renew(found, Set.of());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private KeptProposal about(String word) {
    return proposals.all().stream()
        .filter(one -> one.proposed().reply().letter().contains(word))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachStandardReplyMakesATopicOfTheLettersThatItAnswered() {
    assertThat(proposals.all()).hasSize(OfficePost.MATTERS.size()).allMatch(KeptProposal::isOpen);
    KeptProposal ferry = about("boat");
    assertThat(ferry.proposed().title()).isEqualTo("The ferry to Marsh Island");
    assertThat(ferry.proposed().keywords())
        .extracting(FoundTopic.FoundKeyword::text)
        .contains("ferry");
    assertThat(ferry.proposed().letters()).isGreaterThan(20).isEqualTo(ferry.examples());
  }

  @Test
  void itsFilesAreAcceptedAsTheyStand() throws Exception {
    Path out = folder.resolve("proposed");
    new ProposalFiles(out, ZoneOffset.UTC).write(found.proposals(Set.of()), found);

    CatalogReader.Reading reading = CatalogReader.read(out);
    assertThat(reading.problems()).isEmpty();
    assertThat(KeywordLint.check(reading.catalog(), out.resolve("topics"))).isEmpty();
    assertThat(reading.catalog().all()).hasSize(OfficePost.MATTERS.size());
    assertThat(Files.readString(out.resolve("README.md"))).contains("The ferry to Marsh Island");
    assertThat(Files.readString(out.resolve("replies/the-ferry-to-marsh-island.md")))
        .contains("# Only some of them say this", "passenger charter", "\n---\n{{salutation}},");
  }

  @Test
  void aNameThatIsTakenIsNotUsedAgain() {
    assertThat(found.proposals(Set.of("the-ferry-to-marsh-island")))
        .extracting(ProposedTopic::name)
        .contains("the-ferry-to-marsh-island-2")
        .doesNotContain("the-ferry-to-marsh-island");
  }

  @Test
  void whatWasDecidedIsNotProposedAgain() {
    proposals.take(about("boat").id(), "ferry", TESS);
    proposals.leave(about("breeder").id(), TESS);

    assertThat(proposals.renew(found, Set.of())).isEqualTo(2);
    assertThat(proposals.all()).hasSize(4).filteredOn(KeptProposal::isOpen).hasSize(2);
  }

  @Test
  void whatWasLeftCanBeTakenBack() {
    long id = about("boat").id();
    assertThat(proposals.leave(id, TESS)).isTrue();
    assertThat(proposals.take(id, "ferry", TESS)).isFalse();
    assertThat(proposals.reopen(id, TESS)).isTrue();
    assertThat(proposals.take(id, "ferry", TESS)).isTrue();
  }

  @Test
  void aJoinedProposalGivesItsLettersAndItsReplyToTheOther() {
    KeptProposal ferry = about("boat");
    KeptProposal ice = about("pavements");
    assertThat(proposals.join(ice.id(), ferry.id(), TESS)).isTrue();

    KeptProposal both = proposals.find(ferry.id()).orElseThrow();
    assertThat(both.examples()).isEqualTo(ferry.examples() + ice.examples());
    assertThat(both.proposed().replies()).hasSize(2);
    assertThat(proposals.find(ice.id()).orElseThrow().state()).isEqualTo(KeptProposal.State.JOINED);
    assertThat(proposals.join(ferry.id(), ferry.id(), TESS)).isFalse();
  }

  @Test
  void nothingIsLearnedBeforeAProposalIsTaken() {
    PastDecisions decisions = new PastDecisions(database);
    assertThat(decisions.version()).isZero();
    assertThat(decisions.newest(100)).isEmpty();
  }

  @Test
  void lettersOfATakenProposalCountAsDecisionsAndOthersAsOnNoTopic() {
    KeptProposal ferry = about("boat");
    proposals.take(ferry.id(), "ferry", TESS);

    PastDecisions decisions = new PastDecisions(database);
    List<Example> examples = decisions.newest(1_000);
    assertThat(decisions.version()).isNotZero();
    assertThat(examples)
        .filteredOn(one -> one.topic().equals(Optional.of(new TopicId("ferry"))))
        .hasSize(ferry.examples());
    assertThat(examples).filteredOn(one -> one.topic().isEmpty()).isNotEmpty();
    assertThat(decisions.newest(5)).hasSize(5);
  }

  @Test
  void aPastThatIsForgottenTakesProposalsAndExamplesWithIt() {
    proposals.take(about("boat").id(), "ferry", TESS);
    Forgetting.rows(database);
    assertThat(proposals.all()).isEmpty();
    assertThat(new PastDecisions(database).version()).isZero();
  }
}
