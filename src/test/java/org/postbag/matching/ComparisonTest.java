package org.postbag.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postbag.matching.Topics.BUSES;
import static org.postbag.matching.Topics.CALAIS;
import static org.postbag.matching.Topics.SCHOOLS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;
import org.postbag.matching.training.Trainer;

/// Weighing a letter once for two sets of topics gives what each set alone gives.
class ComparisonTest {
  private static final Catalog NOW = Topics.catalog(CALAIS, BUSES, SCHOOLS);

  private static final List<Topic> NEWER =
      List.of(
          Topics.topic("calais", "Calais and the border", Topics.word("lorry", 3)),
          Topics.topic("buses", "Coaches", Topics.word("coach", 4), Topics.word("shelter", 2)),
          new Topic(SCHOOLS.id(), SCHOOLS.title(), Optional.empty(), SCHOOLS.keywords(), 1),
          Topics.topic("trams", "Trams", Topics.word("tram", 4), Topics.word("rail", 2)));

  private static final List<String> LETTERS =
      List.of(
          "Calais again: the channel tunnel is closed and migrants wait at the border.",
          "A lorry, a lorry and a lorry, all at the border.",
          "The bus timetable is a joke, and the bus never came.",
          "The last coach drove past the shelter. Another coach passed the shelter as well.",
          "Our school has lost a teacher, and it gets little per pupil.",
          "A tram, a tram! A tram on every rail.",
          "The tram and the bus, the coach and the school.",
          "My neighbour's hedge has grown.");

  /// Each of the newer topics alone, all of them, and without one.
  private static List<Catalog> changes() {
    List<Catalog> changes = new ArrayList<>();
    NEWER.forEach(newer -> changes.add(Topics.catalog(CALAIS, BUSES, SCHOOLS, newer)));
    changes.add(Topics.catalog(NEWER.toArray(Topic[]::new)));
    changes.add(Topics.catalog(CALAIS, SCHOOLS));
    changes.add(Topics.catalog(NEWER.getLast()));
    return changes;
  }

  @Test
  void whatIsTriedIsChosenAsIfItHadBeenSaved() {
    TopicMatcher matcher = TopicMatcher.of(NOW);
    int different = 0;
    for (Catalog then : changes()) {
      different += different(matcher, then, TopicMatcher.of(then));
    }
    assertThat(different).isGreaterThan(10);
  }

  @Test
  void whatWasLearnedIsCarriedOverAsWhenAFileIsSaved() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String bus = "Once more the 47 drove past, " + i + " minutes late, many of us waiting.";
      examples.add(new Example(Optional.of(BUSES.id()), Passage.of(bus)));
      String school = "Class " + i + " has no room, and thirty children learn in a hut.";
      examples.add(new Example(Optional.of(SCHOOLS.id()), Passage.of(school)));
    }
    TopicMatcher matcher = new Trainer(NOW).train(examples);
    int different = 0;
    for (Catalog then : changes()) {
      different += different(matcher, then, matcher.carriedOver(then));
    }
    assertThat(different).isGreaterThan(5);
  }

  /// How many letters get another topic.
  private static int different(TopicMatcher before, Catalog then, TopicMatcher after) {
    Comparison comparison = new Comparison(new ActiveModel(NOW, List.of(), before), then);
    int different = 0;
    List<Comparison.Choices> all = comparison.of(LETTERS.stream().map(Passage::of).toList());
    for (int i = 0; i < LETTERS.size(); i++) {
      String text = LETTERS.get(i);
      Comparison.Choices choices = all.get(i);
      assertThat(choices.before()).as(text).isEqualTo(chosen(before, text));
      assertThat(choices.after()).as(text + " by " + then.topics()).isEqualTo(chosen(after, text));
      different += choices.differ() ? 1 : 0;
    }
    return different;
  }

  private static Optional<TopicId> chosen(TopicMatcher matcher, String text) {
    Match match = matcher.match(Passage.of(text));
    return match.topic().filter(topic -> !match.abstained());
  }
}
