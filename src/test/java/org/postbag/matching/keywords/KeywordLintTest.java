package org.postbag.matching.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.Keyword.Kind;
import org.postbag.catalog.Problem;
import org.postbag.catalog.Topic;
import org.postbag.matching.Topics;

class KeywordLintTest {
  private static final Path DIR = Path.of("config/topics");

  private static Keyword keyword(String text, Kind kind, boolean excluded, int line) {
    return new Keyword(text, kind, Optional.empty(), 2, excluded, line);
  }

  private static Keyword word(String text, int line) {
    return keyword(text, Kind.WORD, false, line);
  }

  private static List<String> problems(Topic... topics) {
    return KeywordLint.check(Topics.catalog(topics), DIR).stream().map(Problem::toString).toList();
  }

  @Test
  void goodKeywordsAreNotReported() {
    assertThat(problems(Topics.CALAIS, Topics.BUSES, Topics.SCHOOLS)).isEmpty();
  }

  @Test
  void theShippedTopicsCallForNoRemark() {
    CatalogReader.Reading shipped = CatalogReader.read(Path.of("config"));

    assertThat(shipped.problems()).isEmpty();
    assertThat(KeywordLint.check(shipped.catalog(), DIR)).isEmpty();
  }

  @Test
  void everyMistakeIsNamedAtOnceWithFileAndLine() {
    Topic buses =
        Topics.topic(
            "buses",
            "Buses",
            word("&&", 3),
            word("the", 4),
            word("please", 5),
            keyword("bu", Kind.PREFIX, false, 6),
            word("bus", 7),
            word("buses", 8),
            word("coach", 9),
            keyword("coaches", Kind.WORD, true, 10));
    Topic trains = Topics.topic("trains", "Trains", word("rail", 2), word("bus", 3));

    List<String> problems = problems(buses, trains);

    assertThat(problems)
        .anyMatch(p -> p.startsWith("config/topics/buses.yaml:3: ") && p.contains("never be found"))
        .anyMatch(p -> p.startsWith("config/topics/buses.yaml:4: ") && p.contains("nearly every"))
        .anyMatch(p -> p.startsWith("config/topics/buses.yaml:6: ") && p.contains("begins"))
        .anyMatch(p -> p.startsWith("config/topics/buses.yaml:8: ") && p.contains("line 7"))
        .anyMatch(p -> p.startsWith("config/topics/buses.yaml:10: ") && p.contains("excluded"))
        .anyMatch(p -> p.startsWith("config/topics/trains.yaml:3: ") && p.contains("buses"));
  }

  @Test
  void aKeywordThatItsOwnTopicExcludesInOtherWordsIsRemarkedAndTheRestCounts() {
    Topic topic = Topics.topic("a", "A", word("ferry", 3), keyword("ferries", Kind.WORD, true, 4));

    assertThat(KeywordLint.check(Topics.catalog(topic), DIR))
        .noneMatch(Problem::isError)
        .anyMatch(problem -> problem.message().contains("both a keyword and excluded (line 3)"));
  }

  @Test
  void whatItsOwnTopicExcludesCanNeverCount() {
    Topic parks =
        Topics.topic(
            "parks",
            "Parks",
            keyword("village green", Kind.PHRASE, false, 4),
            keyword("green", Kind.WORD, true, 5),
            word("plumbing", 6),
            keyword("plumb", Kind.PREFIX, true, 7),
            new Keyword("regatta", Kind.WORD, Optional.of(Keyword.Field.SUBJECT), 2, false, 8),
            keyword("regattas", Kind.WORD, true, 9),
            keyword("swan", Kind.PREFIX, false, 10),
            keyword("swan lake", Kind.PHRASE, true, 11),
            word("harbour", 12),
            new Keyword("harbour", Kind.WORD, Optional.of(Keyword.Field.SUBJECT), 2, true, 13));

    assertThat(problems(parks))
        .extracting(problem -> problem.substring(0, problem.indexOf(" the keyword")))
        .containsExactly(
            "config/topics/parks.yaml:4:",
            "config/topics/parks.yaml:6:",
            "config/topics/parks.yaml:8:");
    assertThat(problems(parks)).allMatch(problem -> problem.contains("can never count"));
  }

  @Test
  void theFormOfALetterTellsNoTopic() {
    Topic letters =
        Topics.topic(
            "letters",
            "Letters",
            word("dear", 4),
            keyword("thank you", Kind.PHRASE, false, 5),
            keyword("yours sincerely", Kind.PHRASE, false, 6),
            keyword("mit freundlichen Grüßen", Kind.PHRASE, false, 7),
            word("und", 8),
            keyword("dear departed", Kind.PHRASE, false, 9));

    assertThat(problems(letters))
        .hasSize(5)
        .allMatch(problem -> problem.contains("stands in nearly every letter"));
  }

  @Test
  void twoTopicsOfOneTitleCannotBeToldApart() {
    Topic one = Topics.topic("one", "Swift bricks", word("swift", 4));
    Topic two = Topics.topic("two", "swift bricks", word("martin", 4));

    assertThat(problems(one, two))
        .singleElement()
        .asString()
        .startsWith("config/topics/two.yaml: ")
        .contains("has the title of one");
  }
}
