package org.postbag.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postbag.database.Database;
import org.postbag.database.TestDatabases;
import org.postbag.database.TestLetters;

class TellingWordsTest {
  private final Database database = TestDatabases.sqlite();
  private final List<Long> parking = new ArrayList<>();
  private TestIndex index;

  @BeforeEach
  void letters() {
    for (int i = 0; i < 5; i++) {
      parking.add(keep("The hospital car park costs too much. Please act on parking charges."));
      keep("The bus to the hospital was cut. Please act on the timetable of the bus.");
      keep("My energy bill has doubled. Please act on the price of gas.");
    }
    index = new TestIndex(database, () -> {});
  }

  @AfterEach
  void close() {
    index.close();
    database.close();
  }

  private long keep(String text) {
    return TestLetters.keep(database, "Ann Lee <ann@lee.example>", "A letter", text);
  }

  private List<String> telling(List<Long> some) {
    return index.upToDate().telling(some, 8).stream().map(TellingWord::text).toList();
  }

  @Test
  void wordsOfTheseLettersAloneComeFirstAndAsPhrasesWhereTheyStandTogether() {
    assertThat(telling(parking)).contains("car park", "parking charges");
    assertThat(telling(parking).getFirst()).isIn("car park", "parking charges", "park costs");
  }

  @Test
  void wordsOfEveryLetterAreNotTelling() {
    assertThat(telling(parking)).doesNotContain("please", "act", "letter", "bus");
  }

  @Test
  void nothingIsTellingOfOneLetterOrOfNone() {
    assertThat(telling(List.of())).isEmpty();
    assertThat(telling(parking.subList(0, 1))).isEmpty();
  }

  @Test
  void howManyLettersHaveAWordIsCounted() {
    assertThat(index.upToDate().telling(parking, 20))
        .contains(new TellingWord("car park", 5, 5))
        .filteredOn(word -> word.text().equals("hospital"))
        .allMatch(word -> word.all() == 10);
  }
}
