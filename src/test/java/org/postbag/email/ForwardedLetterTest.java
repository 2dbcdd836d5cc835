package org.postbag.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedLetterTest {
  private static Letter letter(String subject, String text) {
    String bytes =
        "From: Bea Stone <bea@house.example>\nTo: office@field.example\nSubject: "
            + subject
            + "\n\n"
            + text;
    return new LetterReader().read(bytes.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> writer(Letter letter) {
    return letter.isBy(Authorship.Means.FORWARDED)
        ? letter.namedWriter().map(one -> one.address().toString())
        : Optional.empty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: Lee Ford <lee@post.example>\nDate: Mon, 2 Nov 2026 at 10:12\nSubject: Buses\nTo: Bea",
        "From: Lee Ford <lee@post.example>\nSubject: Buses",
        "From: Lee Ford <lee@post.example>"
      })
  void belowItsTitleTheWritersLineIsEnough(String head) {
    String text =
        "One for you.\n\n---------- Forwarded message ---------\n" + head + "\n\nNo buses.\n";
    assertThat(writer(letter("FW: Buses", text))).contains("lee@post.example");
    assertThat(writer(letter("Buses", text))).contains("lee@post.example");
  }

  /// People begin lines of their own so.
  @Test
  void withoutATitleOrAnAddressOneLineIsNone() {
    assertThat(
            writer(letter("FW: Buses", "Two letters.\n\nFrom: Lee Ford <lee@post.example>\n\nHi")))
        .isEmpty();
    assertThat(
            writer(
                letter(
                    "Buses",
                    "---------- Forwarded message ---------\nFrom: the coast to the hills\n\nHi")))
        .isEmpty();
  }
}
