package org.postbag.matching.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postbag.classifier.text.Passage;

class CampaignsTest {
  private static final String TEXT =
      """
      I am writing to ask you to stand up for the hedgehogs of our county. Their numbers have fallen
      by half since the turn of the century. Gardens are paved over and fences leave no gap to pass
      through. Please ask the minister to make a hole in every new fence a rule of planning. Please
      also say in the House what your party will do about strimmers and slug pellets. A small animal
      cannot write to you, so I do it in its place, and I hope to hear what you intend to do.
      """;
  private static final String OTHER =
      """
      Could you tell me when the hedgehogs of our county will get the protection that the minister
      promised in spring? I keep a feeding station and count them every night, and there are fewer
      each year. My neighbours have put up fences without a gap. I would like a rule about that, and
      I would like to know what you think of it before the council meets in March.
      """;

  private final Campaigns campaigns = new Campaigns();

  private static Passage letter(String text) {
    return Passage.of(text);
  }

  @Test
  void aTextWithAnotherGreetingAndNameIsOfTheCampaign() {
    assertThat(campaigns.join(1, letter("Dear Ms Roe,\n" + TEXT + "\nAnn Lee"))).isEmpty();

    Optional<Campaign> second =
        campaigns.join(2, letter("Dear Jane Roe MP,\n" + TEXT + "\nBen Okoro, Hove"));

    assertThat(second).map(Campaign::first).contains(1L);
    assertThat(second.orElseThrow().isPersonal()).isFalse();
    assertThat(campaigns.join(1, letter("Dear Ms Roe,\n" + TEXT + "\nAnn Lee")))
        .contains(new Campaign(1, 1, 0));
  }

  @Test
  void anotherLetterOnTheSameTopicIsNot() {
    campaigns.join(1, letter(TEXT));

    assertThat(campaigns.join(2, letter(OTHER))).isEmpty();
  }

  @Test
  void askingAgainChangesNothing() {
    campaigns.join(1, letter(TEXT));
    Optional<Campaign> once = campaigns.join(2, letter(TEXT + OTHER));

    assertThat(campaigns.join(2, letter(TEXT + OTHER))).isEqualTo(once);
    assertThat(campaigns.join(3, letter(OTHER)))
        .as("a letter that joined is no campaign's first")
        .isEmpty();
  }

  @Test
  void manyWordsOfTheWritersOwnMakeItPersonal() {
    campaigns.join(1, letter(TEXT));

    Campaign some = campaigns.join(2, letter(TEXT + "\nI have two in my shed.")).orElseThrow();
    Campaign many = campaigns.join(3, letter(TEXT + OTHER)).orElseThrow();

    assertThat(some.ownWords()).isBetween(6, 12);
    assertThat(some.isPersonal()).isFalse();
    assertThat(many.isPersonal()).isTrue();
  }

  @Test
  void cutSentencesAndAlteredWordsAreRecognisedNearlyAlways() {
    campaigns.join(0, letter(TEXT));
    Random random = new Random(5);
    long found =
        IntStream.rangeClosed(1, 300)
            .filter(i -> campaigns.join(i, letter(edited(random) + "\n" + own(random))).isPresent())
            .count();

    assertThat(found).isGreaterThanOrEqualTo(285);
  }

  /// A third of the sentences cut, or a tenth of the words altered.
  private static String edited(Random random) {
    if (random.nextBoolean()) {
      List<String> sentences = new ArrayList<>(Arrays.asList(TEXT.split("(?<=\\.)\\s+")));
      for (int cut = 0; cut < 2; cut++) {
        sentences.remove(random.nextInt(sentences.size()));
      }
      return String.join(" ", sentences);
    }
    String[] words = TEXT.split("\\s+");
    for (int i = 0; i < words.length / 10; i++) {
      words[random.nextInt(words.length)] = "quite";
    }
    return String.join(" ", words);
  }

  private static String own(Random random) {
    return "We live in house "
        + random.nextInt(200)
        + " and my children look for them every night.";
  }

  @Test
  void phrasesThatStandInManyLettersMakeNoCampaign() {
    String stock =
        "Dear Ms Roe, I am writing to you as one of your constituents, and I hope that this finds"
            + " you well. %s I look forward to hearing from you as soon as you can. Yours"
            + " sincerely";
    for (int i = 0; i < 12; i++) {
      campaigns.join(i, letter(stock.formatted(numbered(2 * i) + numbered(2 * i + 1))));
    }

    assertThat(campaigns.join(50, letter(stock.formatted("Our street lamp is dark once more."))))
        .isEmpty();
  }

  @Test
  void aShortNoteIsNoCampaign() {
    campaigns.join(1, letter("Please save the hedgehogs."));

    assertThat(campaigns.join(2, letter("Please save the hedgehogs."))).isEmpty();
  }

  @Test
  void whatWasKnownBeforeAnEndIsKnownAgain() {
    campaigns.restore(7, letter(TEXT), true);

    assertThat(campaigns.join(7, letter(TEXT))).contains(new Campaign(7, 1, 0));
    assertThat(campaigns.join(9, letter(TEXT))).map(Campaign::first).contains(7L);
  }

  @Test
  void theOldestAreForgottenAndTheOthersStay() {
    campaigns.join(0, letter(TEXT));
    for (int i = 1; i <= 10_050; i++) {
      campaigns.join(i, letter(numbered(i)));
    }

    assertThat(campaigns.join(20_000, letter(TEXT))).isEmpty();
    assertThat(campaigns.join(20_001, letter(numbered(10_049))))
        .map(Campaign::first)
        .contains(10_049L);
  }

  private static String numbered(int i) {
    Random random = new Random(i);
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < 30; word++) {
      text.append('w').append(random.nextInt(50_000)).append(' ');
    }
    return text.toString();
  }
}
