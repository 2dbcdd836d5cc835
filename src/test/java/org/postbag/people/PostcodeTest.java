package org.postbag.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostcodeTest {
  @ParameterizedTest
  @CsvSource({
    "12 Mill Lane DN1 2AB,DN1 2AB",
    "sw1a0aa,SW1A 0AA",
    "M1  1AE.,M1 1AE",
    "from EC1A 1BB to B33 8TH,B33 8TH"
  })
  void aPostcodeIsReadInItsUsualForm(String text, String postcode) {
    assertThat(Postcode.in(text)).hasValue(postcode);
  }

  @Test
  void ordinaryNumbersAreNotPostcodes() {
    assertThat(Postcode.in("In 2015 the A1 3rd lane cost 19 million, see H2 SO4")).isEmpty();
  }
}
