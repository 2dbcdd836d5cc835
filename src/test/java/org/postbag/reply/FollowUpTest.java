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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Many thanks for your very full reply. I still do not see why the fair has to go on till two.",
        "Dear Ms Roe,\n\nThank you. That helps, and I shall pass it on.\n\nLee",
        "Dear Ms Roe\n\nI do appreciate your getting back to me.\n\nLee",
        "Sehr geehrte Frau Roe,\n\nvielen Dank für Ihre schnelle Antwort.",
        "Madame,\n\nMerci.",
        "Annwyl Ms Roe,\n\nDiolch am eich ateb."
      })
  void anAnswerThatThanksForOursIsOneWithoutAnyOfItsWords(String text) {
    assertThat(followsUp("Subject: Re: Fireworks", text)).isTrue();
    assertThat(followsUp("Subject: Fireworks", text)).isFalse();
  }

  /// Many write "Re:" where they mean "about", and thank at the end, or for something else.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please vote against the fireworks bill on Friday.\n\nThank you,\nLee",
        "Thank you for all that you have done for the harbour over these years. I write today about the"
            + " fireworks, which frighten every dog in the street from October to the new year, and I"
            + " ask you to support a limit on their noise when the bill comes back to the House.",
        "Thanks to the government's response we now know that nothing at all will be done about the"
            + " noise of fireworks before the next election, and I think that this is a disgrace for a"
            + " party that promised in writing to act on it within its first year in office."
      })
  void aLetterThatThanksForAnythingElseIsNone(String text) {
    assertThat(followsUp("Subject: Re: Fireworks", text)).isFalse();
  }
}
