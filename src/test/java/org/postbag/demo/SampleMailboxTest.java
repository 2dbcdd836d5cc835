package org.postbag.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.postbag.email.Letter;
import org.postbag.email.LetterReader;

class SampleMailboxTest {
  private static final Set<String> BROKEN =
      Set.of(
          "formats/06-unlabelled-8-bit.eml",
          "formats/07-cut-off.eml",
          "formats/08-broken-base64.eml",
          "formats/10-hostile-html.eml");

  private final LetterReader reader = new LetterReader();

  @Test
  void holdsEveryKindOfLetter() {
    List<SampleLetter> letters = SampleMailbox.written();
    assertThat(letters).hasSizeGreaterThanOrEqualTo(60);
    assertThat(letters.stream().map(SampleLetter::group).collect(Collectors.toSet()))
        .contains("calais", "campaign", "casework-in-campaign", "two-topics", "no-standard-reply")
        .contains("automatic", "formats");
  }

  @TestFactory
  Stream<DynamicTest> everyLetterIsRead() {
    return SampleMailbox.written().stream()
        .map(letter -> DynamicTest.dynamicTest(letter.name(), () -> isRead(letter)));
  }

  private void isRead(SampleLetter sample) {
    Letter letter = reader.read(sample.bytes());
    assertThat(letter.from()).isPresent();
    assertThat(letter.subject()).isNotBlank();
    boolean saysSomething = !sample.name().contains("only-a-subject");
    assertThat(letter.saysSomething()).isEqualTo(saysSomething);
    if (!BROKEN.contains(sample.name())) {
      assertThat(letter.visibleText() + letter.subject()).doesNotContain("\uFFFD");
      assertThat(letter.problems()).hasSize(saysSomething ? 0 : 1);
    }
  }

  @Test
  void charactersOfOtherCharsetsArriveUnharmed() {
    assertThat(text("formats/02-windows-1252"))
        .contains("£410,000", "€480,000", "“garden village”");
    assertThat(text("formats/03-iso-8859-15")).contains("94 €", "£231", "Renée Lefèvre");
    assertThat(text("formats/04-koi8-r")).contains("Моей маме отказали в визе");
    assertThat(text("formats/05-utf-16")).contains("The bus company’s answer");
    assertThat(text("formats/06-unlabelled-8-bit")).contains("café", "£2,300", "Fluß");
    assertThat(text("formats/13-polish")).contains("Pani Poseł", "złożyliśmy");
  }

  @Test
  void noAddressBelongsToAnybody() {
    SampleMailbox.letters(1000).stream()
        .flatMap(letter ->
            Stream.concat(
                from(letter),
                reader.read(letter.bytes()).replyTo().stream().map(a -> a.address().domain())))
        .forEach(domain -> assertThat(domain).matches("(.*\\.)?example(\\.(org|com|net))?"));
  }

  @Test
  void moreLettersAreTheSameEveryTime() {
    assertThat(bytes(SampleMailbox.letters(400))).isEqualTo(bytes(SampleMailbox.letters(400)));
  }

  @Test
  void moreLettersDifferFromOneAnother() {
    List<SampleLetter> letters = SampleMailbox.letters(3000);
    assertThat(letters).hasSize(3000);
    Set<String> ids = new HashSet<>();
    Set<String> texts = new HashSet<>();
    for (SampleLetter letter : letters) {
      Letter read = reader.read(letter.bytes());
      read.messageId().ifPresent(id -> assertThat(ids.add(id.value())).isTrue());
      texts.add(read.text());
    }
    assertThat(texts).hasSizeGreaterThan(2850);
  }

  @Test
  void fewerLettersThanAreWrittenAreAllowed() {
    assertThat(SampleMailbox.letters(5)).hasSize(5);
  }

  private static Stream<String> from(SampleLetter letter) {
    return new LetterReader().read(letter.bytes()).from().stream().map(a -> a.address().domain());
  }

  private String text(String name) {
    return SampleMailbox.written().stream()
        .filter(letter -> letter.name().startsWith(name))
        .map(letter -> reader.read(letter.bytes()).text())
        .collect(Collectors.joining());
  }

  private static List<String> bytes(List<SampleLetter> letters) {
    return letters.stream()
        .map(letter -> new String(letter.bytes(), StandardCharsets.ISO_8859_1))
        .toList();
  }
}
