package org.postbag.people.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.email.Letter;

class WriterNamesTest {
  private static Optional<KnownName> name(String display, Letter letter) {
    return WriterNames.of(
        letter, Optional.of(display).filter(n -> !n.isEmpty()), NameSource.DISPLAY_NAME);
  }

  private static String told(String display, Letter letter) {
    return name(display, letter)
        .map(known -> known.name().spoken() + " by " + known.source().word())
        .orElse("nobody");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Dr Ann Lee | Ann Lee         | Dr Lee by displayName
          Ann Lee    | Dr Ann Lee      | Dr Lee by signature
          Tom Wright | Amy, aged 9     | Amy by signature
          Bob Hill   | Sue Hill        | Sue Hill by signature
          Ann Lee    | The Lee Family  | Ann Lee by displayName
          Ann Lee    | Ann             | Ann Lee by displayName
          Lee Family | The Lee Family  | nobody
          """)
  void theBestSupportedNameIsTakenAndItsSourceTold(String display, String signature, String told) {
    Letter letter = TestLetters.from("", "Please act on fireworks.", signature);
    assertThat(told(display, letter)).isEqualTo(told);
  }

  @Test
  void theOpeningTellsWhatNeitherHeadNorFootDoes() {
    String text = "Dear MP,\n\nMy name is Nadia Khan and I live in Balby. Please act.\n\nThanks\n";
    assertThat(told("balbygirl", TestLetters.of("", text))).isEqualTo("Nadia Khan by opening");
    String other = "Dear MP,\n\nI, Dr Ravi Patel, ask you to act on fireworks.\n";
    assertThat(told("", TestLetters.of("", other))).isEqualTo("Dr Patel by opening");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"I am British and proud.", "I'm Writing To You.", "This is Not Good Enough."})
  void anOpeningWithoutANameTellsNone(String sentence) {
    assertThat(told("", TestLetters.of("", "Dear MP,\n\n" + sentence + "\n"))).isEqualTo("nobody");
  }

  @Test
  void theAddresseeAtTheEndIsNotTheWriter() {
    String text =
        "Dear Margaret Thorne,\n\nPlease act.\n\nAnn Lee\n\nMargaret Thorne MP\nHouse of Commons\n";
    assertThat(told("Ann Lee", TestLetters.of("", text))).isEqualTo("Ann Lee by displayName");
    assertThat(told("", TestLetters.of("", text))).isEqualTo("nobody");
  }

  @Test
  void aQuotedLetterSignsForNobody() {
    String text =
        """
        Please answer.

        On 3 Nov 2026, at 10:12, Tom Cole <tom@example.org> wrote:

        > Dear Ann,
        >
        > Yours sincerely,
        > Tom Cole
        """;
    assertThat(told("Ann Lee", TestLetters.of("", text))).isEqualTo("Ann Lee by displayName");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{subject}} {{evil}}",
        "Insert Name",
        "XX Smith",
        "null",
        "None",
        "<<NAME>>",
        "[Name]",
        "www.stop.example",
        "Angry Voter",
        "Ann's iPad",
        "Mickey Mouse"
      })
  void marksJestsAndDevicesAreNoNames(String display) {
    assertThat(told(display, TestLetters.of("", "Please act.\n"))).isEqualTo("nobody");
  }

  @Test
  void aLetterBeginsInTheLanguageOfTheReply() {
    Optional<PersonName> ann = NameReader.read("Ann Lee");
    assertThat(Salutations.STANDARD.of(ann, "cy")).isEqualTo("Annwyl Ann Lee");
    assertThat(Salutations.STANDARD.of(Optional.empty(), "de"))
        .isEqualTo("Sehr geehrte Damen und Herren");
    assertThat(Salutations.STANDARD.of(ann, "pl")).isEqualTo("Szanowni Państwo");
    assertThat(Salutations.STANDARD.of(ann, "und")).isEqualTo("Dear Ann Lee");
    assertThat(Salutations.STANDARD.nobody("en")).isEqualTo("Sir or Madam");
  }

  @Test
  void anOfficeHasItsOwnWordsForOneWithoutAName() {
    Salutations own = new Salutations(Map.of("en", "Dear constituent"));
    assertThat(own.of(Optional.empty(), "en")).isEqualTo("Dear constituent");
    assertThat(own.of(Optional.empty(), "xx")).isEqualTo("Dear constituent");
    assertThat(own.of(NameReader.read("Ann Lee"), "en")).isEqualTo("Dear Ann Lee");
  }
}
