package org.postbag.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalutationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Ann Lee                 | Dear Ann Lee
          ann lee                 | Dear Ann Lee
          LEE, Ann                | Dear Ann Lee
          Ms Ann Lee              | Dear Ms Lee
          Dr. A. Lee              | Dear Dr. Lee
          Sir Keith Lee           | Dear Sir Keith
          Cllr Zoë O’Brien        | Dear Cllr O’Brien
          Jean-Luc van der Meer   | Dear Jean-Luc van der Meer
          Ann Lee (work)          | Dear Ann Lee
          "Ann Lee"               | Dear Ann Lee
          Łukasz Żak              | Dear Łukasz Żak
          McDonald Ian            | Dear McDonald Ian
          ann.lee@example.org     | Dear Sir or Madam
          annlee1972              | Dear Sir or Madam
          Save Our Buses Campaign | Dear Sir or Madam
          Example Ltd             | Dear Sir or Madam
          info                    | Dear Sir or Madam
          A                       | Dear Sir or Madam
          {{signature}} Lee       | Dear Sir or Madam
          """)
  void aPersonIsGreetedByNameAndNothingElseIs(String name, String salutation) {
    assertThat(Salutation.of(Optional.of(name))).isEqualTo(salutation);
  }

  @Test
  void withoutANameNobodyIsGreetedByIt() {
    assertThat(Salutation.of(Optional.empty())).isEqualTo("Dear Sir or Madam");
  }
}
