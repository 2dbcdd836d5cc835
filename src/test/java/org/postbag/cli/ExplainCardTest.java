package org.postbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postbag.email.LetterReader;
import org.postbag.intake.Screening;
import org.postbag.intake.ScreeningReason;
import org.postbag.ledger.AllReasons;
import org.postbag.ledger.ReviewReason;
import org.postbag.matching.Match;
import org.postbag.reply.Proposal;

class ExplainCardTest {
  private static String card(Screening.Outcome outcome, ReviewReason reason) {
    byte[] letter = "From: lee@example.net\n\nHello".getBytes(StandardCharsets.US_ASCII);
    StringWriter out = new StringWriter();
    ExplainCard.print(
        new ExplainedLetter(
            "a.eml",
            new LetterReader().read(letter),
            outcome,
            Match.NONE,
            Optional.empty(),
            List.of(),
            new Proposal.ForPerson(reason, Optional.empty()),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false),
        new PrintWriter(out, true));
    return out.toString();
  }

  static List<ReviewReason> all() {
    return AllReasons.forReview();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whyAPersonDecidesIsASentence(ReviewReason reason) {
    assertThat(card(new Screening.Outcome.Personal(), reason))
        .contains("Reply with   a person decides. " + reason.sentence());
  }

  @ParameterizedTest
  @EnumSource
  void whatScreeningFoundIsASentence(ScreeningReason found) {
    ReviewReason reason = new ReviewReason.Screened(found);

    assertThat(card(new Screening.Outcome.Held(found), reason))
        .contains("Screening    held for a person. " + found.sentence());
    assertThat(card(new Screening.Outcome.SetAside(found), reason))
        .contains("Screening    set aside. " + found.sentence());
  }
}
