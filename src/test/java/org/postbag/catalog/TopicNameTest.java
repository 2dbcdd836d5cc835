package org.postbag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicNameTest {
  @ParameterizedTest
  @CsvSource({
    "Hospital parking, hospital-parking",
    "Ysbyty Gwynedd: parcio!, ysbyty-gwynedd-parcio",
    "Büro & Café, buro-cafe",
    "../../etc/passwd, etc-passwd",
    "New, topic",
    "???, topic"
  })
  void aTitleGivesAPlainName(String title, String name) {
    assertThat(TopicName.of(title, _ -> false)).isEqualTo(name);
  }

  @Test
  void aNameThatIsTakenGetsANumber() {
    assertThat(TopicName.of("Buses", Set.of("buses", "buses-2")::contains)).isEqualTo("buses-3");
  }
}
