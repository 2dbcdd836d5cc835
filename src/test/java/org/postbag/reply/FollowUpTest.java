package org.postbag.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.email.Address;
import org.postbag.email.LetterReader;
import org.postbag.email.text.Fold;

class FollowUpTest {
  private static final Address OFFICE = new Address("office", "field.example");
  private static final String OURS =
      "I have asked the Department to look at the noise limit again.";

  private static boolean followsUp(String headers, String body) {
    String bytes = "From: ann@lee.example\nTo: office@field.example\n" + headers + "\n\n" + body;
    LetterReader reader = new LetterReader((text, _) -> ours(text));
    return FollowUp.is(
        reader.read(bytes.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)), Set.of(OFFICE));
  }

  private static List<Fold> ours(String text) {
    int at = text.indexOf(OURS);
    return at < 0 ? List.of() : List.of(new Fold(at, at + OURS.length(), Fold.Why.OURS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In-Reply-To: <2f1a.postbag@field.example>",
        "In-Reply-To: <2F1A.postbag@FIELD.example>",
        "References: <1@lee.example> <2f1a.postbag@field.example>\nSubject: Re: Fireworks"
      })
  void aReferenceToAReplyOfOursIsOneWhateverTheDatabaseKnows(String headers) {
    assertThat(followsUp(headers, "That is no answer.")).isTrue();
  }

  @Test
  void ourMessageIdInTheTextIsOneToo() {
    assertThat(followsUp("Subject: Yours", "You wrote (<2f1a.postbag@field.example>), but why?"))
        .isTrue();
  }

  @Test
  void anAnswerThatHoldsOurWordsIsOneAndALetterThatHoldsThemIsNot() {
    assertThat(followsUp("Subject: Re: Fireworks", "No answer.\n\n" + OURS)).isTrue();
    assertThat(followsUp("Subject: Fireworks", "No answer.\n\n" + OURS)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In-Reply-To: <2f1a@field.example>",
        "In-Reply-To: <2f1a.postbag@other.example>",
        "Subject: Re: Fireworks"
      })
  void anAnswerToSomebodyElseIsNone(String headers) {
    assertThat(followsUp(headers, "That is no answer.")).isFalse();
  }
}
