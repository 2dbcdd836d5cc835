package org.postbag.past.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.DraftRule;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.past.Past;
import org.postbag.past.proposal.PastTopics;
import org.postbag.past.proposal.ProposalFiles;
import org.postbag.past.rehearsal.Rehearsed.Doing;
import org.postbag.past.rehearsal.Rehearsed.Verdict;
import org.postbag.past.standard.KeptPost;
import org.postbag.past.standard.OfficePost;
import org.postbag.people.help.LiveHelp;
import org.postbag.people.name.Speech;
import org.postbag.people.place.Constituency;
import org.postbag.reply.ReplySettings;

class RehearsalTest {
  @TempDir private static Path folder;
  private static Catalog catalog;
  private static RehearsalResult result;
  private static long stored;

  @BeforeAll
  static void rehearse() throws Exception {
    try (Database database = Database.open(DatabaseSettings.in(folder))) {
      KeptPost.keep(new OfficePost(11).of(60, 20), database);
      Past past = new Past(database);
      Rehearsal rehearsal = new Rehearsal(past, settings());
      Instant from = rehearsal.split().orElseThrow();
      PastTopics.Found found = new PastTopics(past, ZoneOffset.UTC, folder).find(from);
      Path out = folder.resolve("proposed");
      new ProposalFiles(out, ZoneOffset.UTC).write(found.proposals(Set.of()), found);
      catalog = CatalogReader.read(out).catalog();
      result = rehearsal.run(catalog, from);
      stored = database.sql("SELECT count(*) FROM letter").query(Long.class).single();
    }
  }

  private static RehearsalSettings settings() {
    ReplySettings replies =
        new ReplySettings(Set.of(KeptPost.OWN), Map.of(), ZoneOffset.UTC, Constituency.UNKNOWN);
    return new RehearsalSettings(
        DraftRule.DEFAULT, replies, LiveHelp.shipped(), Speech.shipped(), folder);
  }

  @Test
  void itAnswersTheNewestFifth() {
    assertThat(result.letters()).hasSize(52);
    assertThat(result.letters()).noneMatch(one -> one.letter().at().isBefore(result.from()));
  }

  @Test
  void itLearnsBeforeAndInBetween() {
    assertThat(result.learned()).isGreaterThan(180);
    assertThat(result.trainings()).isPositive();
  }

  @Test
  void mostLettersGetTheReplyThatWasReallySentAndNoneAnother() {
    assertThat(result.answerable()).isGreaterThan(40);
    assertThat(result.coverage()).isGreaterThan(0.9);
    assertThat(result.count(Verdict.OTHER)).isZero();
  }

  @Test
  void eachLetterIsCountedOnce() {
    int sum = 0;
    for (Doing doing : Doing.values()) {
      sum += result.count(doing);
    }
    assertThat(sum).isEqualTo(result.letters().size());
  }

  @Test
  void nothingIsStored() {
    assertThat(stored).isZero();
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains("sample-"));
  }

  @Test
  void thePageNamesSumsAndTheRuleOfTheTimeSavedAndNoWriter() {
    String html = new RehearsalPage(result, catalog, ZoneOffset.UTC).html();
    assertThat(html)
        .contains("52 letters that came", "Time saved", "3 minutes for each letter")
        .contains("By topic", "The ferry to Marsh Island")
        .doesNotContain("@mail.example", "Nowak", "Okafor");
  }
}
