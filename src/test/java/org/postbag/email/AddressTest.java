package org.postbag.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
  private static Address address(String text) {
    return Address.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "Anna@Example.org, anna@example.org",
    "anna+shop@example.org, anna@example.org",
    "ANNA+a+b@example.org, anna@example.org",
    "a.n.na@gmail.com, anna@gmail.com",
    "An.na+x@googlemail.com, anna@gmail.com",
    "anna@googlemail.com, anna@gmail.com",
    "'\"anna\"@example.org', anna@example.org",
    "anna@bücher.example, anna@xn--bcher-kva.example",
    "ana\u0308@example.org, an\u00e4@example.org"
  })
  void severalSpellingsOfAnAddressAreOnePerson(String one, String other) {
    assertThat(address(one).sameAs(address(other))).isTrue();
    assertThat(address(one).canonical()).isEqualTo(address(other).canonical());
  }

  @ParameterizedTest
  @CsvSource({
    "an.na@example.org, anna@example.org",
    "anna@example.org, anne@example.org",
    "anna@example.org, anna@example.com",
    "+anna@example.org, +anne@example.org",
    "'\"an na\"@example.org', anna@example.org",
    "'\"a+b\"@example.org', '\"a+c\"@example.org.example'"
  })
  void differentPeopleStayTwo(String one, String other) {
    assertThat(address(one).sameAs(address(other))).isFalse();
  }

  @Test
  void mailIsSentToTheAddressAsItWasWritten() {
    assertThat(address("An.Na+Shop@GMail.com")).hasToString("An.Na+Shop@gmail.com");
    assertThat(address("anna@[192.0.2.1]").canonical()).hasToString("anna@[192.0.2.1]");
    assertThat(address("...@gmail.com").canonical()).hasToString("...@gmail.com");
  }
}
