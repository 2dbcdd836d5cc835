package org.postbag.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.postbag.email.LetterReader;

class FoldedSummaryTest {
  private static String summary(String text) {
    String letter = "From: Ann Lee <ann@lee.example>\nSubject: Re: Lamp\n\n" + text;
    return FoldedSummary.of(new LetterReader().read(letter.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsFoldedIsNamedAndItsLinesCounted() {
    assertThat(
            summary(
                "Thanks.\n\n-- \nAnn Lee\n01632 960123\n\nJo wrote on 3/5/2026 10:00:\n> A lamp?\n"))
        .isEqualTo("quoted letters (2 lines), signature (3 lines)");
  }

  @Test
  void ofALetterShownWholeNothingIsSaid() {
    assertThat(summary("Thanks.\n")).isEmpty();
  }
}
