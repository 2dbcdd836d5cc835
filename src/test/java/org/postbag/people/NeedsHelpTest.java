package org.postbag.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeedsHelpTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          I cannot go on and think of killing myself                             | self-harm
          I just can’t go on                                                     | self-harm
          You will get what is coming to you, I know where your office is        | threat
          We have been served a section 21 notice and I don't know where to go   | housing
          My landlord wants me out by Friday                                     | housing
          My PIP was stopped in March and I have had nothing since               | benefits
          my husband's visa expires next week and the Home Office won't answer   | immigration
          My mother has waited fourteen months for her operation                 | health
          My father died in that hospital last week                              | bereavement
          """)
  void aLetterAboutOnesOwnTroubleIsSeen(String text, String sign) {
    assertThat(NeedsHelp.in(text)).extracting(NeedsHelp::label).contains(sign);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am appalled by the situation in Calais and the treatment of asylum seekers.",
        "Please vote for more homes; too many families are homeless in this country.",
        "Night after night at the port: it cannot go on like this.",
        "Universal Credit should be reformed. Benefits are too low.",
        "Waiting lists in the NHS are far too long."
      })
  void anOpinionIsNotACallForHelp(String text) {
    assertThat(NeedsHelp.in(text)).isEmpty();
  }
}
