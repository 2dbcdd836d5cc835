package org.postbag.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;
import org.postbag.database.TestLetters;
import org.postbag.matching.SimilarLetters;
import org.postbag.matching.campaign.Campaigns;

/// What the index of the letters promises behind every database.
class LetterIndexTest extends OnEveryEngine {
  private static final TopicId BUSES = new TopicId("buses");
  private static final TopicId CALAIS = new TopicId("calais");

  LetterIndexTest(Engine engine) {
    super(engine);
  }

  private TestIndex index(Path folder) {
    return new TestIndex(database, folder, () -> {}, Instant::now);
  }

  private TestIndex index() {
    return index(TestIndex.folder());
  }

  private long keep(String subject, String text) {
    return TestLetters.keep(database, "Ann Lee <ann@lee.example>", subject, text);
  }

  private void decide(long letter, Optional<TopicId> topic) {
    database.doInTransaction(() ->
        database
            .sql("INSERT INTO topic_decision (letter_id, topic, at) VALUES (?, ?, 0)")
            .param(letter)
            .param(topic.map(TopicId::value).orElse(null))
            .update());
  }

  private static List<Long> find(LetterIndex index, String words) {
    return index.find(words, 0, Long.MAX_VALUE, true, 10);
  }

  @Test
  void aLetterIsFoundByWriterSubjectAndText() {
    long bus = keep("Our bus", "The number twelve no longer stops in Fernleigh Road.");
    long cafe = keep("Noise", "The Café Zürich plays music all night.");
    try (TestIndex index = index()) {
      assertThat(find(index.upToDate(), "fernleigh twelve")).containsExactly(bus);
      assertThat(find(index.upToDate(), "cafe zur")).containsExactly(cafe);
      assertThat(find(index.upToDate(), "ann@lee.example")).containsExactly(cafe, bus);
      assertThat(find(index.upToDate(), "\"longer stops\"")).containsExactly(bus);
      assertThat(find(index.upToDate(), "\"stops longer\"")).isEmpty();
      assertThat(find(index.upToDate(), "\"\" longer \"-\"")).containsExactly(bus);
      assertThat(find(index.upToDate(), "fernleigh music")).isEmpty();
      assertThat(find(index.upToDate(), "* ) \" ~ [")).isEmpty();
    }
  }

  @Test
  void pagesOfWhatIsFoundMeetAndDoNotOverlap() {
    List<Long> all =
        java.util.stream.LongStream.range(0, 7).mapToObj(i -> keep("Bins", "Bins " + i)).toList();
    try (TestIndex test = index()) {
      LetterIndex index = test.upToDate();
      List<Long> first = index.find("bins", 0, Long.MAX_VALUE, true, 4);
      List<Long> second = index.find("bins", 0, first.getLast(), true, 4);
      assertThat(first).containsExactlyElementsOf(all.reversed().subList(0, 4));
      assertThat(second).containsExactlyElementsOf(all.reversed().subList(4, 7));
      assertThat(index.find("bins", all.get(1), Long.MAX_VALUE, false, 2))
          .containsExactly(all.get(2), all.get(3));
    }
  }

  private void approve(long letter, String text, int undone) {
    database.doInTransaction(() ->
        database
            .sql(
                "INSERT INTO approval (letter_id, version, actor, at, release_at, hash, message_id,"
                    + " from_address, to_address, subject, text, undone)"
                    + " VALUES (?, 1, 'ann', 0, 0, 'h', ?, 'o@o.example', 'a@a.example', 'Re', ?, ?)")
            .params(letter, "<" + text.hashCode() + "@o.example>", text, undone)
            .update());
  }

  @Test
  void aLetterIsFoundByTheReplyThatWasApprovedForIt() {
    long letter = keep("Our bus", "The number twelve no longer stops.");
    try (TestIndex index = index()) {
      assertThat(find(index.upToDate(), "timetable")).isEmpty();
      approve(letter, "A withdrawn reply on ferries.", 1);
      approve(letter, "The new timetable begins in May.", 0);
      decide(letter, Optional.of(BUSES));

      assertThat(find(index.upToDate(), "timetable")).containsExactly(letter);
      assertThat(find(index.upToDate(), "ferries")).isEmpty();
      assertThat(index.index().find(letter).orElseThrow().reply())
          .contains("The new timetable begins in May.");
    }
  }

  private static List<Neighbour> same(LetterIndex index, String text) {
    return SimilarLetters.in(index).withSameText(0, Passage.of(text), new Campaigns());
  }

  @Test
  void decidedLettersInTheSameWordsAreFoundWithTheTopicThatTheyHave() {
    String text = "The night bus to Harrow was cancelled again without a word, for the third time";
    long decided = keep("Bus", text + " this week.");
    keep("Bus", text + " in a month.");
    try (TestIndex index = index()) {
      assertThat(same(index.upToDate(), text)).isEmpty();

      decide(decided, Optional.of(BUSES));
      assertThat(same(index.upToDate(), text)).containsExactly(new Neighbour(decided, BUSES));
      assertThat(SimilarLetters.in(index.index()).topic(decided)).contains(BUSES);
      assertThat(
              same(index.index(), "The night bus to Hove was on time, and for once warm as well"))
          .isEmpty();

      decide(decided, Optional.of(CALAIS));
      assertThat(same(index.upToDate(), text)).containsExactly(new Neighbour(decided, CALAIS));
      assertThat(SimilarLetters.in(index.index()).topic(decided)).contains(CALAIS);

      decide(decided, Optional.empty());
      assertThat(same(index.upToDate(), text)).isEmpty();
      assertThat(SimilarLetters.in(index.index()).topic(decided)).isEmpty();
    }
  }

  @Test
  void theNextStartGoesOnFromWhatWasCommitted() {
    Path folder = TestIndex.folder();
    long first = keep("One", "The first letter.");
    try (TestIndex index = index(folder)) {
      index.upToDate();
    }
    long second = keep("Two", "The second letter.");
    try (TestIndex index = index(folder)) {
      assertThat(index.upToDate().size()).isEqualTo(2);
      assertThat(find(index.upToDate(), "letter")).containsExactly(second, first);
    }
  }

  @Test
  void anIndexThatIsMissingDamagedOrOfAnotherVersionIsMadeAnew() throws IOException {
    Path folder = TestIndex.folder();
    long letter = keep("One", "The first letter.");
    try (TestIndex index = index(folder)) {
      index.upToDate();
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
      }
    }
    try (TestIndex index = index(folder)) {
      assertThat(index.follower().progress().indexed()).isZero();
      assertThat(find(index.upToDate(), "first")).containsExactly(letter);
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    try (TestIndex index = index(folder)) {
      assertThat(find(index.upToDate(), "first")).containsExactly(letter);
    }
  }

  @Test
  void whateverFileIsDamagedInWhateverWayTheIndexIsMadeAnew() throws IOException {
    long letter = keep("One", "The first letter.");
    List<String> files = namesOf(filled());
    assertThat(files).hasSizeGreaterThan(3);
    for (Damage damage : Damage.values()) {
      for (String name : files) {
        Path folder = filled();
        damage.befall(folder.resolve(name));
        try (TestIndex index = index(folder)) {
          assertThat(find(index.upToDate(), "first")).as(damage + " " + name).contains(letter);
          index.follower().commit();
        }
      }
    }
  }

  @Test
  void anIndexThatIsCutShortUnderTheRunningProgramIsMadeAnew() throws IOException {
    Random random = new Random(1);
    for (int letter = 0; letter < 300; letter++) {
      keep("Letter", random.ints(40, 0, 100_000).mapToObj(n -> "w" + n).collect(joining(" ")));
    }
    String text = "The last letter of all says in a few words that it is the last one.";
    long last = keep("Last", text);
    decide(last, Optional.of(BUSES));
    Path folder = filled();
    try (TestIndex index = index(folder)) {
      LetterIndex letters = index.upToDate();
      assertThat(same(letters, text)).containsExactly(new Neighbour(last, BUSES));
      for (String name : namesOf(folder)) {
        try (FileChannel file = FileChannel.open(folder.resolve(name), StandardOpenOption.WRITE)) {
          file.truncate(10);
        }
      }
      assertThatThrownBy(() -> letters.collect(some -> some))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(same(letters, text)).isEmpty();

      index.follower().start(Duration.ofMillis(20));
      Awaitility.await().untilAsserted(() -> assertThat(found(letters, "last")).contains(last));
      assertThat(letters.collect(some -> some)).hasSize(301);
    }
  }

  /// A whole page that is gone, a part of one, the last byte: each breaks reading in its own way.
  @Test
  void whicheverSingleFileIsCutShortUnderTheRunningProgramSearchingRecovers() throws IOException {
    Random random = new Random(2);
    for (int letter = 0; letter < 80; letter++) {
      keep("Letter", random.ints(60, 0, 100_000).mapToObj(n -> "w" + n).collect(joining(" ")));
    }
    long last = keep("Last", "The very last letter.");
    for (String name : namesOf(filled())) {
      for (double share : new double[] {0, 0.3, 0.9}) {
        Path folder = filled();
        try (TestIndex index = index(folder)) {
          LetterIndex letters = index.upToDate();
          assertThat(found(letters, "last")).contains(last);
          try (FileChannel file =
              FileChannel.open(folder.resolve(name), StandardOpenOption.WRITE)) {
            file.truncate((long) (file.size() * share));
          }
          index.follower().start(Duration.ofMillis(20));
          Awaitility.await(name + " at " + share)
              .untilAsserted(() -> {
                assertThat(letters.find("last", 0, Long.MAX_VALUE, true, 9)).contains(last);
                assertThat(letters.find("letter", 0, Long.MAX_VALUE, true, 200)).hasSize(81);
              });
        }
      }
    }
  }

  @Test
  void whatStandsInTheIndexsPlaceIsSaidAndTheIndexFollowsWhenItIsGone() throws IOException {
    Path place = TestIndex.folder().resolve("index");
    Files.writeString(place, "no folder");
    long letter = keep("One", "The first letter.");
    try (TestIndex index = index(place)) {
      index.follower().start(Duration.ofMillis(20));
      Awaitility.await().untilAsserted(() -> assertThat(index.index().problem()).isPresent());
      assertThat(index.index().problem().orElseThrow().toString())
          .contains(place.toString(), "a file stands where", "move it away")
          .doesNotContain("Exception");
      assertThat(found(index.index(), "first")).isEmpty();
      assertThat(same(index.index(), "The first letter.")).isEmpty();

      Files.delete(place);
      Awaitility.await()
          .untilAsserted(() -> assertThat(found(index.index(), "first")).containsExactly(letter));
      // Found a moment before the index is committed, and the trouble over.
      Awaitility.await().untilAsserted(() -> assertThat(index.index().problem()).isEmpty());
    }
  }

  @Test
  void tooLittleMemoryIsSaidAndTheIndexFollowsWhenThereIsEnough() {
    long letter = keep("One", "The first letter.");
    AtomicBoolean enough = new AtomicBoolean();
    Runnable collectDecisions =
        () -> {
          if (!enough.get()) {
            throw new OutOfMemoryError("Java heap space");
          }
        };
    try (TestIndex index =
        new TestIndex(database, TestIndex.folder(), collectDecisions, Instant::now)) {
      index.follower().start(Duration.ofMillis(20));
      Awaitility.await().untilAsserted(() -> assertThat(index.index().problem()).isPresent());
      assertThat(index.index().problem().orElseThrow().toString()).contains("too little memory");

      enough.set(true);
      Awaitility.await()
          .untilAsserted(() -> assertThat(found(index.index(), "first")).containsExactly(letter));
      Awaitility.await().untilAsserted(() -> assertThat(index.index().problem()).isEmpty());
    }
  }

  @Test
  void aLookChangesNothingInTheFolder() throws IOException {
    long letter = keep("One", "The first letter.");
    Path folder = TestIndex.folder();
    try (LetterIndex none = LetterIndex.openReadOnly(folder.resolve("none"))) {
      assertThat(found(none, "first")).isEmpty();
      assertThat(folder.resolve("none")).doesNotExist();
    }
    try (TestIndex index = index(folder)) {
      index.upToDate();
    }
    try (LetterIndex look = LetterIndex.openReadOnly(folder);
        TestIndex writing = index(folder)) {
      assertThat(found(look, "first")).containsExactly(letter);
      assertThat(writing.index().isWritable()).isTrue();
    }
  }

  @Test
  void anIndexWhoseFolderIsTakenAwayUnderTheRunningProgramIsMadeAnew() throws IOException {
    long first = keep("One", "The first letter.");
    Path folder = filled();
    try (TestIndex index = index(folder)) {
      index.follower().start(Duration.ofMillis(20));
      Awaitility.await()
          .untilAsserted(() -> assertThat(found(index.index(), "first")).contains(first));
      Files.move(folder, folder.resolveSibling(folder.getFileName() + "-away"));

      long second = keep("Two", "The second letter.");
      Awaitility.await()
          .untilAsserted(
              () -> assertThat(found(index.index(), "letter")).containsExactly(second, first));
      Awaitility.await().untilAsserted(() -> assertThat(index.index().problem()).isEmpty());
      assertThat(folder).isDirectory();
    }
  }

  /// Empty while it cannot be read.
  private static List<Long> found(LetterIndex index, String words) {
    try {
      return find(index, words);
    } catch (UncheckedIOException _) {
      return List.of();
    }
  }

  private Path filled() throws IOException {
    Path folder = TestIndex.folder();
    try (TestIndex index = index(folder)) {
      index.upToDate();
    }
    return folder;
  }

  private static List<String> namesOf(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /// What may happen to a file.
  enum Damage {
    GONE {
      @Override
      Optional<byte[]> of(byte[] bytes) {
        return Optional.empty();
      }
    },
    EMPTY {
      @Override
      Optional<byte[]> of(byte[] bytes) {
        return Optional.of(new byte[0]);
      }
    },
    CUT {
      @Override
      Optional<byte[]> of(byte[] bytes) {
        return Optional.of(Arrays.copyOf(bytes, bytes.length / 2));
      }
    },
    LONGER {
      @Override
      Optional<byte[]> of(byte[] bytes) {
        return Optional.of(Arrays.copyOf(bytes, bytes.length + 8));
      }
    },
    NOISE {
      @Override
      Optional<byte[]> of(byte[] bytes) {
        new Random(1).nextBytes(bytes);
        return Optional.of(bytes);
      }
    };

    abstract Optional<byte[]> of(byte[] bytes);

    void befall(Path file) throws IOException {
      Optional<byte[]> damaged = of(Files.readAllBytes(file));
      Files.delete(file);
      if (damaged.isPresent()) {
        Files.write(file, damaged.get());
      }
    }
  }

  @Test
  void anIndexOfAnotherVersionIsMadeAnew() throws IOException {
    long letter = keep("One", "The first letter.");
    Path folder = filled();
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of("version", "1", "letters", "7").entrySet());
      writer.commit();
    }

    try (TestIndex index = index(folder)) {
      assertThat(index.follower().progress().indexed()).isZero();
      assertThat(find(index.upToDate(), "first")).containsExactly(letter);
    }
  }

  @Test
  void aSecondProgramReadsWhatTheFirstCommitted() throws IOException {
    Path folder = TestIndex.folder();
    long letter = keep("One", "The first letter.");
    try (TestIndex index = index(folder)) {
      index.upToDate();
      index.follower().commit();
      try (LetterIndex reading = LetterIndex.open(folder)) {
        assertThat(reading.isWritable()).isFalse();
        assertThat(find(reading, "first")).containsExactly(letter);
      }
    }
  }
}
