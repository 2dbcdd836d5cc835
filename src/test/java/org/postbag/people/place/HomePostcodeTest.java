package org.postbag.people.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomePostcodeTest {
  private static Optional<String> home(String text, String... ours) {
    return new HomePostcode(PostcodeRules.UK, List.of(ours)).in(text, "");
  }

  @Test
  void theWritersPostcodeIsFoundAndNobodyElsesIsTakenForIt() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (InputStream in = HomePostcodeTest.class.getResourceAsStream("home-postcodes.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.lines().filter(l -> !l.startsWith("#")).toList()) {
        int bar = line.indexOf('|');
        String code = home(line.substring(bar + 1).replace("\\n", "\n")).orElse("");
        if (!code.equals(line.substring(0, bar))) {
          wrong.add(code + " for " + line);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theOfficesOwnPostcodeIsNobodys() {
    String text = "Dear Ms Thorne,\n\nAct now.\n\nSue Marsh\nDN1 1AA\n";
    assertThat(home(text)).hasValue("DN1 1AA");
    assertThat(home(text, "Office of M. Thorne\n1 High Street, dn11aa")).isEmpty();
  }

  @Test
  void aFormsFieldTellsWhereTheWriterLives() {
    HomePostcode home = new HomePostcode(PostcodeRules.UK, List.of());
    String fields = "Name: Sue Marsh\nPostcode: DN4 5NH\n";
    assertThat(home.in("Please act.\n\nSue\nLS6 2AB", fields)).hasValue("DN4 5NH");
  }

  @ParameterizedTest
  @CsvSource({
    "us, Springfield IL 62704-1234, 62704-1234",
    "us, Springfield IL 62704, 62704",
    "ca, Ottawa ON k1a0b1, K1A 0B1",
    "ie, Co Cork T12XY45, T12 XY45",
    "ie, Dublin 6W D6WXY00, D6W XY00",
    "de, 10115 Berlin, 10115",
    "fr, 75008 Paris, 75008",
    "nl, 1012ab Amsterdam, 1012 AB"
  })
  void aCountrysRulesAreData(String country, String line, String code) {
    PostcodeRules rules = Objects.requireNonNull(PostcodeRules.all().get(country));
    String text = "Dear all,\n\nAct now, all 12345 of you.\n\nSue Marsh\n" + line + "\n";
    assertThat(new HomePostcode(rules, List.of()).in(text, "")).hasValue(code);
  }

  @Test
  void aLongLetterOfFiguresIsReadFast() {
    String text = "12 34 AB1 2C D3 4E5 ".repeat(20_000);
    long start = System.nanoTime();
    assertThat(home(text)).isEmpty();
    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
  }
}
