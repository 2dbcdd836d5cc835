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
        "Dear null, thank you.",
        "Dear {name}, thank you.",
        "Dear {name, thank you.",
        "Dear name}, thank you.",
        "Dear \\{\\{name\\}\\}, thank you.",
        "Dear &#123;&#123;name&#125;&#125;, thank you.",
        "Dear &lbrace;name&rbrace;, thank you.",
        "Dear ｛｛name｝｝, thank you.",
        "See [our page](https://www.example.org/?n=%7B%7Bname%7D%7D).",
        "Dear ____, thank you.",
        "Dear \\_\\_\\_, thank you.",
        "Dear __, thank you.",
        "We will answer by TODO.",
        "We will answer by T\u200bODO.",
        "The date is TBC.",
        "The date is T.B.C.",
        "The date is TBD.",
        "Dear <name>, thank you.",
        "Dear \\<name\\>, thank you.",
        "Dear &lt;name&gt;, thank you.",
        "Dear ＜name＞, thank you.",
        "Dear [Name](…), thank you.",
        "Dear [Name](...), thank you.",
        "Dear [Name](#), thank you.",
        "Dear [Name](https://www.example.org/…), thank you.",
        "Dear [Name](https://www.example.org/), thank you.",
        "Dear \\[Name\\], thank you.",
        "Dear &#91;Name&#93;, thank you.",
        "Dear %NAME%, thank you.",
        "Dear %%name%%, thank you.",
        "Dear *|FNAME|*, thank you.",
        "Thank you.\n\n<!-- check with Jo -->"
      })
  void aReplyWithAGapMayNotLeave(String text) {
    assertThat(ReplyCheck.problems("Re: Calais", text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Re: {{subject}}",
        "Re: {subject}",
        "Re: [Topic]",
        "Re: <topic>",
        "Re: %TOPIC%",
        "Re: ____",
        "Re: TBC"
      })
  void aSubjectWithAGapMayNotLeave(String subject) {
    assertThat(ReplyCheck.problems(subject, "Thank you.")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Re: Calais", "Re: 50 % of the buses (again) & more", "Re: Größe"})
  void aFinishedSubjectMayLeave(String subject) {
    assertThat(ReplyCheck.problems(subject, "Thank you.")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear Ms Lee,\n\nThank you for your letter. £19 million, €10 million, it’s done.",
        "Dear Sir or Madam,\n\nSee [our page](https://www.example.org/calais).",
        "Dear Ann XXth-Century Lee,\n\nThank you.",
        "Prices rose by 5 % and wages by 4 %; from 3% to 6%.",
        "It is __very__ important, and ***urgent***.",
        "See <https://www.example.org/a__b?x=%20y%20>, or write to <office@example.org>.",
        "See [the __report__](https://www.example.org/a_(b)).",
        "If 3 < 4 then 5 > 4.",
        "What is there to do? Todo est\u00e1 bien.",
        "We met at 10\u00a0% of \u00a35…"
      })
  void aFinishedReplyMayLeave(String text) {
    assertThat(ReplyCheck.problems("Re: Calais", text)).isEmpty();
  }
}
