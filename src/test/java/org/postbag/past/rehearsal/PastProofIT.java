package org.postbag.past.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.DraftRule;
import org.postbag.catalog.Topic;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.email.Address;
import org.postbag.past.Pairing;
import org.postbag.past.Past;
import org.postbag.past.PastKeeping;
import org.postbag.past.PastLetter;
import org.postbag.past.made.MadeLetter;
import org.postbag.past.made.MadeLetter.Kind;
import org.postbag.past.made.MadeOffice;
import org.postbag.past.made.Matter;
import org.postbag.past.proposal.FoundTopic;
import org.postbag.past.proposal.PastTopics;
import org.postbag.past.proposal.ProposalFiles;
import org.postbag.past.rehearsal.Rehearsed.Doing;
import org.postbag.past.standard.FoundReply;
import org.postbag.past.standard.PastReply;
import org.postbag.people.help.LiveHelp;
import org.postbag.people.name.Speech;
import org.postbag.people.place.Constituency;
import org.postbag.reply.ReplySettings;

/// From the invented office's two years of post to the proof. The long form, as many letters as an
/// office of that size gets: `bin/test -Dit.test=PastProofIT -Dpostbag.past=6000`.
class PastProofIT {
  private static final Address OWN = Address.parse(MadeOffice.ADDRESS).orElseThrow();

  @TempDir private static Path folder;
  private static final Map<String, MadeLetter> TRUTH = new HashMap<>();
  private static PastTopics.Found found;
  private static Catalog catalog;
  private static RehearsalResult result;

  @BeforeAll
  static void rehearse() throws Exception {
    List<MadeLetter> mailbox = MadeOffice.mailbox(21, Integer.getInteger("postbag.past", 2_400));
    mailbox.forEach(letter -> TRUTH.put(letter.key(), letter));
    try (Database database = Database.open(DatabaseSettings.in(folder))) {
      new PastKeeping(database, Set.of(OWN), InstantSource.system())
          .keep(mailbox.parallelStream().map(MadeLetter::read).toList());
      new Pairing(database).run();
      Past past = new Past(database);
      Rehearsal rehearsal = new Rehearsal(past, settings());
      Instant from = rehearsal.split().orElseThrow();
      found = new PastTopics(past, ZoneOffset.UTC, folder).find(from);
      Path out = folder.resolve("proposed");
      new ProposalFiles(out, ZoneOffset.UTC).write(found.proposals(Set.of()), found);
      CatalogReader.Reading reading = CatalogReader.read(out);
      assertThat(reading.problems()).isEmpty();
      catalog = reading.catalog();
      result = rehearsal.run(catalog, from);
    }
  }

  private static RehearsalSettings settings() {
    ReplySettings replies =
        new ReplySettings(Set.of(OWN), Map.of(), ZoneOffset.UTC, Constituency.UNKNOWN);
    return new RehearsalSettings(
        DraftRule.DEFAULT, replies, LiveHelp.shipped(), Speech.shipped(), folder);
  }

  private static MadeLetter truth(PastLetter letter) {
    return Objects.requireNonNull(TRUTH.get(MadeLetter.key(letter)));
  }

  private static String matter(PastLetter letter) {
    return truth(letter).matter().orElse("none");
  }

  private static String matter(Stream<PastLetter> letters) {
    return letters
        .collect(Collectors.groupingBy(PastProofIT::matter, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("none");
  }

  private static Stream<FoundReply> replies() {
    return found.topics().stream().flatMap(topic -> topic.replies().stream());
  }

  @Test
  void standardRepliesAreFoundAndHardlyAnyIsInTheWrongGroup() {
    int right = 0;
    int wrong = 0;
    for (FoundReply reply : replies().toList()) {
      List<PastLetter> sent = reply.replies().stream().map(PastReply::reply).toList();
      String matter = matter(sent.stream());
      long ofIt = sent.stream().filter(one -> matter(one).equals(matter)).count();
      right += (int) ofIt;
      wrong += sent.size() - (int) ofIt;
    }
    long standard =
        TRUTH.values().stream()
            .filter(one -> one.kind() == Kind.STANDARD_REPLY && one.at().isBefore(result.from()))
            .count();
    System.out.printf(
        "standard replies: %d of %d found, %d of %d sent letters in a wrong one%n",
        right, standard, wrong, found.sent());
    assertThat(right / (double) standard).isGreaterThanOrEqualTo(0.95);
    assertThat(wrong / (double) found.sent()).isLessThanOrEqualTo(0.02);
  }

  @Test
  void theNewestWordingStandsThereWithItsPlaceholders() {
    List<String> wrong =
        replies().filter(reply -> !isRight(reply)).map(FoundReply::letter).toList();
    System.out.printf(
        "replies with right placeholders and wording: %d of %d%n%s%n",
        replies().count() - wrong.size(), replies().count(), wrong);
    assertThat(wrong.size() / (double) replies().count()).isLessThanOrEqualTo(0.05);
  }

  private static boolean isRight(FoundReply reply) {
    List<PastLetter> sent = reply.replies().stream().map(PastReply::reply).toList();
    Matter matter =
        Matter.all().stream()
            .filter(one -> one.name().equals(matter(sent.stream())))
            .findFirst()
            .orElseThrow();
    String text = reply.letter();
    // The wording of the last replies; one that fewer than three have had is not known as one yet.
    int wording = truth(sent.get(Math.max(0, sent.size() - 3))).wording();
    return text.startsWith("{{salutation}},\n\nThank you for ")
        && text.endsWith("\n\n{{signature}}")
        && matter.reply(wording).stream().allMatch(text::contains)
        && !text.matches("(?s).*\\b20\\d\\d\\b.*");
  }

  @Test
  void theExamplesOfATopicAreOfOneMatter() {
    int pure = 0;
    int all = 0;
    for (FoundTopic topic : found.topics()) {
      String matter = matter(topic.letters().stream());
      pure += (int) topic.letters().stream().filter(one -> matter(one).equals(matter)).count();
      all += topic.letters().size();
    }
    System.out.printf("examples: %d of %d on their topic's matter%n", pure, all);
    assertThat(pure / (double) all).isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void draftsForTheNewestFifthAreRight() {
    Map<String, String> matters =
        found.topics().stream()
            .collect(
                Collectors.toMap(FoundTopic::title, topic -> matter(topic.letters().stream())));
    Function<Rehearsed, Optional<String>> drafted =
        one -> one.topic().flatMap(catalog::topic).map(Topic::title).map(matters::get);
    List<Rehearsed> drafts =
        result.letters().stream().filter(one -> one.doing() == Doing.DRAFTED).toList();
    long right =
        drafts.stream()
            .filter(one -> drafted.apply(one).equals(truth(one.letter()).matter()))
            .count();
    System.out.printf(
        "drafts: %d of %d on the letter's matter; coverage %.3f%n",
        right, drafts.size(), result.coverage());
    assertThat(right / (double) drafts.size()).isGreaterThanOrEqualTo(0.98);
  }
}
