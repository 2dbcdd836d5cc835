package org.postbag.matching.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        .as("the first letter is judged like all others")
        .hasValueSatisfying(first -> {
          assertThat(first.first()).isEqualTo(1);
          assertThat(first.ownLines()).isEmpty();
        });
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
  void whatTheWriterAddedIsShownAndMoreThanCourtesyMakesItPersonal() {
    for (int i = 1; i <= 5; i++) {
      campaigns.join(i, letter("Dear Ms Roe,\n\n" + TEXT + "\n\nAnn Lee"));
    }

    String polite = TEXT + "\n\nThank you for reading my letter.\n\nYours sincerely,\nBen Okoro";
    String asks = TEXT + "\n\nWhen will the minister answer?\n\nYours sincerely,\nBen Okoro";
    Campaign courteous = campaigns.join(6, letter(polite)).orElseThrow();
    Campaign asking = campaigns.join(7, letter(asks)).orElseThrow();

    assertThat(courteous.ownText()).isEqualTo("Thank you for reading my letter.");
    assertThat(courteous.isPersonal()).isFalse();
    assertThat(asking.ownText()).isEqualTo("When will the minister answer?");
    assertThat(asking.signs()).contains(Sign.QUESTION);
  }

  @Test
  void theFirstLettersStoryIsItsOwn() {
    String story = "My sister and I lost our flat above the bakery in March.";
    campaigns.join(1, letter(TEXT + "\n\n" + story));
    for (int i = 2; i <= 4; i++) {
      campaigns.join(i, letter(TEXT));
    }

    Campaign first = campaigns.current(1, letter(TEXT + "\n\n" + story)).orElseThrow();

    assertThat(first.ownText()).isEqualTo(story);
    assertThat(first.isPersonal()).isTrue();
    assertThat(campaigns.current(3, letter(TEXT)).orElseThrow().isPersonal()).isFalse();
  }

  @Test
  void lettersForAndAgainstAreNeverTogether() {
    String against =
        TEXT.replace("Please ask the minister to make", "Please do not ask the minister to make");
    campaigns.join(1, letter(TEXT));
    campaigns.join(2, letter(against));
    campaigns.join(3, letter(TEXT));
    campaigns.join(4, letter(against));
    campaigns.reconcileAll();

    assertThat(campaigns.of(3)).isEqualTo(campaigns.of(1));
    assertThat(campaigns.of(4)).isEqualTo(campaigns.of(2));
    assertThat(campaigns.of(2)).isNotEqualTo(campaigns.of(1));
  }

  @Test
  void anotherMatterInTheSameFrameIsAnotherCampaign() {
    String opening =
        "We write as members of Hedge and Field, which speaks for all who walk the old lanes of the"
            + " county. No party pays us and no company does. ";
    String closing =
        " Please let me have an answer in your own words, however short it has to be. Hedge and"
            + " Field will print each answer in its yearly book, beside the name of whoever gave it.";
    String hedges =
        "The hedge at Long Acre is to be grubbed up for a car park. It is four hundred years old and"
            + " full of nests in every spring that I remember.";
    String buses =
        "The last bus to Marsham leaves at six since the summer. Nurses on the late shift walk home"
            + " in the dark along a road without a pavement.";
    campaigns.join(1, letter(opening + hedges + closing));
    campaigns.join(2, letter(opening + buses + closing));
    campaigns.join(3, letter(opening + hedges + closing));
    campaigns.join(4, letter(opening + buses + closing));
    campaigns.reconcileAll();

    assertThat(campaigns.of(3)).isEqualTo(campaigns.of(1));
    assertThat(campaigns.of(4)).isEqualTo(campaigns.of(2));
    assertThat(campaigns.of(2)).isNotEqualTo(campaigns.of(1));
  }

  @Test
  void whatStaffTookApartStaysApart() {
    for (int i = 1; i <= 6; i++) {
      campaigns.join(i, letter(TEXT));
    }

    long made = campaigns.split(1, Map.of(5L, letter(TEXT))).orElseThrow();
    campaigns.reconcileAll();

    assertThat(made).isEqualTo(5);
    assertThat(campaigns.of(5)).contains(5L);
    assertThat(campaigns.of(6)).contains(1L);
  }

  @Test
  void campaignsWithDifferentNamesAreNotMerged() {
    campaigns.join(1, letter(TEXT));
    campaigns.join(2, letter(TEXT));
    long made = campaigns.split(1, Map.of(2L, letter(TEXT))).orElseThrow();
    campaigns.say(1, said -> new StaffWord(Optional.of("one"), Optional.empty(), false));
    campaigns.say(made, said -> new StaffWord(Optional.of("two"), Optional.empty(), false));

    assertThat(campaigns.areApart(1, made)).isTrue();
    assertThat(campaigns.reconcileAll()).isEmpty();
    assertThat(campaigns.merge(1, made)).as("staff may").isPresent();
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
    for (int i = 7; i <= 9; i++) {
      campaigns.join(i, letter(TEXT));
    }
    Campaigns started = new Campaigns();
    campaigns.unsaved().forEach(stored -> started.restore(stored, List.of(3L)));
    started.restoreMember(8, 7);

    assertThat(started.current(8, letter(TEXT))).isEqualTo(campaigns.current(8, letter(TEXT)));
    assertThat(started.join(10, letter(TEXT))).map(Campaign::first).contains(7L);
    assertThat(started.number(3)).as("a number that it had before").contains(7L);
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
