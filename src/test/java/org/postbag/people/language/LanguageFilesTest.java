package org.postbag.people.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postbag.catalog.Problem;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.people.help.LiveHelp;
import org.postbag.people.name.LanguageForms;
import org.postbag.people.name.NameReader;
import org.postbag.people.name.Salutations;

class LanguageFilesTest {
  private static final String DUTCH =
      """
      salutation:
        name: Beste {}
        nobody: Geachte heer, mevrouw
        titles:
          mevrouw, mrs: Geachte mevrouw {}
      date: d MMMM uuuu
      quotation:
        name-and-date: "Op {date} schreef {name}:"
        name: "{name} schreef:"
        date: "Op {date} schreef u:"
        neither: "U schreef:"
      help:
        classes:
          self-harm:
            words:
              - zelfmoord
            examples:
              - Ik wil niet meer leven.
          housing:
            examples:
              - Wij staan morgen op straat.
        against:
          ordinary:
            examples:
              - De bus rijdt niet meer.
              - Ik zie uit naar uw antwoord.
      """;

  @TempDir Path config;

  private void save(String file, String text) throws IOException {
    Files.createDirectories(config.resolve("languages"));
    Files.writeString(config.resolve("languages/" + file), text);
  }

  /// Upgrades must not lose them: who has no files is served by the shipped ones.
  @ParameterizedTest
  @ValueSource(strings = {"cy", "de", "en", "fr"})
  void theShippedFileIsTheOneInTheConfiguration(String language) throws IOException {
    byte[] shipped = LanguageFolder.class.getResourceAsStream(language + ".yaml").readAllBytes();

    assertThat(Files.readString(Path.of("config/languages/" + language + ".yaml")))
        .as("copy config/languages/ to src/main/resources/org/postbag/people/language/")
        .isEqualTo(new String(shipped, StandardCharsets.UTF_8));
    assertThat(LiveHelp.read(Path.of("config")).problems()).isEmpty();
  }

  @Test
  void aFileAddsALanguage() throws IOException {
    save("nl.yaml", DUTCH);

    LiveHelp live = LiveHelp.open(config, Embedder.OFF);
    Salutations salutations = Salutations.STANDARD.in(live.speech());

    assertThat(live.problems()).isEmpty();
    assertThat(live.detector().languages()).contains("nl", "de");
    assertThat(live.detector().signs("Ik denk aan zelfmoord.")).isNotEmpty();
    assertThat(salutations.of(NameReader.read("Mrs Ann Lee"), "nl"))
        .isEqualTo("Geachte mevrouw Lee");
    assertThat(salutations.forms("nl").quoted(Optional.of("Ann"), Optional.empty()))
        .isEqualTo("Ann schreef:");
  }

  @Test
  void savingAFileIsEnoughAndAMistakeKeepsTheLastGoodOne() throws IOException {
    LiveHelp live = LiveHelp.open(config, Embedder.OFF);
    assertThat(live.detector().languages()).doesNotContain("nl");

    save("nl.yaml", DUTCH);
    assertThat(live.look()).isTrue();
    assertThat(live.detector().languages()).contains("nl");

    save("nl.yaml", DUTCH.replace("nobody:", "noboddy:"));
    assertThat(live.look()).isFalse();
    assertThat(live.problems()).isNotEmpty();
    assertThat(live.detector().languages()).contains("nl");
  }

  @Test
  void everyMistakeIsNamedWithItsLine() throws IOException {
    save(
        "nl.yaml",
        DUTCH
            .replace("name: Beste {}", "name: Beste")
            .replace("d MMMM uuuu", "d QQQQQQQQ")
            .replace("{name} schreef:\"", "schreef:\"")
            .replace("self-harm:", "selfharm:")
            .replace("- zelfmoord", "- zelf <mij>"));
    save("dutch.yaml", DUTCH);

    assertThat(LiveHelp.read(config).detector()).isEmpty();
    assertThat(LiveHelp.read(config).problems())
        .extracting(Problem::toString)
        .anySatisfy(p -> assertThat(p).contains("nl.yaml:2:").contains("no place for the name"))
        .anySatisfy(p -> assertThat(p).contains("nl.yaml:6:").contains("pattern"))
        .anySatisfy(p -> assertThat(p).contains("nl.yaml:9:").contains("{name}"))
        .anySatisfy(p -> assertThat(p).contains("nl.yaml:14:").contains("self-harm"))
        .anySatisfy(p -> assertThat(p).contains("dutch.yaml").contains("no language code"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Frau Sabine Weiß      | Sehr geehrte Frau Weiß
          de | Herr Dr. Karl Müller  | Sehr geehrter Herr Dr. Müller
          de | Sabine Weiß           | Guten Tag Sabine Weiß
          de | Mrs Ann Lee           | Sehr geehrte Frau Lee
          fr | Mme Claire Dubois     | Bonjour Madame Dubois
          fr | Anne et Marc Faure    | Bonjour Anne et Marc Faure
          cy | Mrs Eirlys Morgan     | Annwyl Mrs Morgan
          cy | Rhian ac Owain Price  | Annwyl Rhian ac Owain Price
          cy | Owain and Rhian Price | Annwyl Owain a Rhian Price
          en | Ann and Tom Lee       | Dear Ann and Tom Lee
          """)
  void theSalutationIsInTheLetterslanguage(String language, String name, String greeting) {
    assertThat(Salutations.STANDARD.of(NameReader.read(name), language)).isEqualTo(greeting);
  }

  @ParameterizedTest
  @CsvSource({"de,30. November 2026", "fr,30 novembre 2026", "cy,30 Tachwedd 2026"})
  void aDayIsWrittenInTheLanguage(String language, String day) {
    LanguageForms forms = Salutations.STANDARD.forms(language);

    assertThat(forms.day(LocalDate.of(2026, 11, 30))).isEqualTo(day);
  }

  /// The quotation of our quotation must be told apart from what the writer adds.
  @ParameterizedTest
  @ValueSource(strings = {"cy", "de", "en", "fr"})
  void theLineAboveAQuotationIsReadAgain(String language) {
    String line =
        Salutations.STANDARD
            .forms(language)
            .quoted(Optional.of("Ann Lee"), Optional.of(LocalDate.of(2026, 11, 2)));
    String letter = "From: a@b.example\n\nHello, one more thing.\n\n" + line + "\n> old words\n";

    assertThat(
            new org.postbag.email.LetterReader()
                .read(letter.getBytes(StandardCharsets.UTF_8))
                .visibleText())
        .contains("one more thing")
        .doesNotContain("old words", "Ann Lee");
  }
}
