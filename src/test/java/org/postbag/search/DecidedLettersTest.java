package org.postbag.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.matching.SimilarLetters;
import org.postbag.matching.campaign.Campaigns;

/// The search for decided letters in the words of another.
class DecidedLettersTest {
  private static final TopicId BUSES = new TopicId("buses");

  private final Random random = new Random(1);
  private final Path folder = TestIndex.folder();

  private static LetterIndex filled(Path folder, int letters, IntFunction<String> text)
      throws IOException {
    FilledIndex.fill(
        folder,
        IntStream.range(0, letters)
            .mapToObj(i -> new IndexedLetter(i, "", Passage.of(text.apply(i)), Optional.of(BUSES)))
            .toList());
    return LetterIndex.open(folder);
  }

  private static List<Long> same(LetterIndex index, String text) {
    return SimilarLetters.in(index).withSameText(-1, Passage.of(text), new Campaigns()).stream()
        .map(Neighbour::letter)
        .toList();
  }

  private String words(int count) {
    return random.ints(count, 0, 100_000).mapToObj(n -> "w" + n).collect(joining(" "));
  }

  /// A sentence of ten words.
  private List<String> sentences(int count) {
    return IntStream.range(0, count).mapToObj(i -> words(10)).toList();
  }

  /// A third of the sentences cut, some of the writer's own put in.
  private String edited(List<String> sentences) {
    List<String> edited = new ArrayList<>(sentences);
    for (int i = 0; i < sentences.size() / 3; i++) {
      edited.remove(random.nextInt(edited.size()));
    }
    edited.add(random.nextInt(edited.size()), words(20));
    return String.join(". ", edited);
  }

  @Test
  void cutAndAddedSentencesHideNeitherALongLetterNorAShortOneAndNoOtherIsFound()
      throws IOException {
    List<List<String>> letters =
        IntStream.range(0, 400).mapToObj(i -> sentences(i % 2 == 0 ? 30 : 4)).toList();
    try (LetterIndex index = filled(folder, 400, i -> String.join(". ", letters.get(i)))) {
      int found = 0;
      for (int i = 0; i < letters.size(); i++) {
        List<Long> same = same(index, edited(letters.get(i)));
        assertThat(same).isSubsetOf((long) i);
        found += same.size();
      }
      assertThat(found).isGreaterThan(390);
      assertThat(same(index, words(200))).isEmpty();
    }
  }

  @Test
  void aShortLetterWithinALongOneIsFoundAndALongOneByAPieceOfIt() throws IOException {
    List<String> texts = List.of(words(30), words(600));
    try (LetterIndex index = filled(folder, 2, texts::get)) {
      String piece = texts.get(1).split(" ", 101)[100];

      assertThat(same(index, words(300) + " " + texts.get(0) + " " + words(300)))
          .containsExactly(0L);
      assertThat(same(index, String.join(" ", List.of(piece.split(" ", -1)).subList(0, 40))))
          .containsExactly(1L);
    }
  }

  @Test
  void ofACampaignOfThousandsSomeAreFoundAndALetterBesideItStillIs() throws IOException {
    List<String> campaign = sentences(20);
    String beside = String.join(". ", campaign.subList(0, 4)) + " " + words(100);
    IntFunction<String> text = i -> i == 2900 ? beside : edited(campaign);
    try (LetterIndex index = filled(folder, 3000, text)) {
      assertThat(same(index, edited(campaign))).hasSize(5);
      assertThat(same(index, beside)).contains(2900L);
    }
  }

  @Test
  void aLetterThatIsLikeNoOtherWaitsForNothingToBeRead() throws IOException {
    List<String> texts = IntStream.range(0, 300).mapToObj(i -> words(40)).toList();
    try (LetterIndex index = filled(folder, 300, texts::get)) {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
            open.truncate(10);
          }
        }
      }
      assertThat(same(index, words(40))).isEmpty();
      assertThat(SimilarLetters.in(index).topic(1000)).isEmpty();
      assertThat(index.files().isDamaged()).as("read what is no longer there").isFalse();

      assertThat(same(index, texts.get(7))).isEmpty();
      assertThat(index.files().isDamaged()).isTrue();
    }
  }
}
