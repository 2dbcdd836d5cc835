package org.postbag.email.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordRunsTest {
  private static final String OURS =
      "Thank you for writing about the shelter at the market. The council has promised a new roof"
          + " before the winter, and I have asked for a date.";

  private final WordRuns runs = new WordRuns(List.of(OURS));

  private String found(String text) {
    return String.join(
        "|", runs.in(text).stream().map(f -> text.substring(f.start(), f.end())).toList());
  }

  @Test
  void aTextIsFoundHoweverItIsWrappedAndQuoted() {
    String text =
        """
        Still no roof.
        > A shelter at the market? THE COUNCIL has promised a new roof before the
        > winter, and I have asked for a date.
        It is March now.
        """;
    assertThat(found(text))
        .startsWith("THE COUNCIL")
        .endsWith("asked for a date.")
        .doesNotContain("Still no roof", "It is March");
  }

  @Test
  void aWholeSentenceAmongOthersIsFound() {
    assertThat(
            found("You said so. Thank you for writing about the shelter at the market. Well then."))
        .isEqualTo("Thank you for writing about the shelter at the market. ");
  }

  @Test
  void someOfOurWordsWithinTheWritersSentenceStay() {
    assertThat(found("My mother says the council has promised a new roof to everybody here."))
        .isEmpty();
  }

  @Test
  void aFewWordsInARowAreNoProof() {
    assertThat(found("Thank you for writing.")).isEmpty();
  }
}
