package org.postbag.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyCheckTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n ",
        "Dear ,\n\nThank you.",
        "Dear\n\nThank you.",
        "Hello !\nThank you.",
        "Dear {{salutation}}, thank you.",
        "Dear {{ name, thank you.",
        "Thank you for <<topic>>.",
        "Thank you. [Insert if there has been a bereavement: I am sorry]",
        "Thank you for writing about [topic].",
        "Thank you [unfinished",
        "The sum is £XX million.",
        "Please INSERT the date.",
        "Please insert date",
        "Dear null, thank you."
      })
  void aReplyWithAGapMayNotLeave(String text) {
    assertThat(ReplyCheck.problems("Re: Calais", text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear Ms Lee,\n\nThank you for your letter. £19 million, €10 million, it’s done.",
        "Dear Sir or Madam,\n\nSee [our page](https://www.example.org/calais).",
        "Dear Ann XXth-Century Lee,\n\nThank you."
      })
  void aFinishedReplyMayLeave(String text) {
    assertThat(ReplyCheck.problems("Re: Calais", text)).isEmpty();
  }
}
