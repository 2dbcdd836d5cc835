package org.postbag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;
import org.postbag.database.SettableClock;
import org.postbag.database.TestLetters;

/// Whose Authentication-Results count, on every database.
class AuthservIdsTest extends OnEveryEngine {
  private final SettableClock clock = new SettableClock();

  AuthservIdsTest(Engine engine) {
    super(engine);
  }

  private AuthservIds ids(Map<String, String> configured) {
    return new AuthservIds(database, configured, clock);
  }

  /// A letter with these fields at its top, the first of them the topmost.
  private void arrives(String... servers) {
    StringBuilder fields = new StringBuilder("a@x.example\n");
    for (String server : servers) {
      fields.append("Authentication-Results: ").append(server).append("; spf=pass\n");
    }
    TestLetters.keep(database, fields + "X-End: 1", "Calais", "Text");
  }

  @Test
  void theNameAtTheTopOfMostLettersIsLearned() {
    for (int i = 0; i < 4; i++) {
      arrives("mx.office.example", "mx.forged" + i + ".example");
    }
    arrives("mx.evil.example");

    assertThat(ids(Map.of()).trusted()).containsExactly("mx.office.example");
  }

  @Test
  void nothingIsLearnedFromAFewLettersOrFromAFewOfMany() {
    arrives("mx.evil.example");
    arrives("mx.evil.example");
    assertThat(ids(Map.of()).trusted()).isEmpty();

    arrives("mx.evil.example");
    for (int i = 0; i < 4; i++) {
      arrives();
    }
    assertThat(ids(Map.of()).trusted()).isEmpty();
  }

  @Test
  void aNameInTheSettingsCountsInPlaceOfWhatIsLearned() {
    for (int i = 0; i < 4; i++) {
      arrives("mx.office.example");
    }

    assertThat(ids(Map.of("office", "mx.other.example")).trusted())
        .containsExactly("mx.other.example");
    assertThat(ids(Map.of("another", "mx.other.example")).trusted())
        .containsExactlyInAnyOrder("mx.other.example", "mx.office.example");
  }

  @Test
  void whatIsNotKnownAtTheStartIsLearnedSoonAfter() {
    AuthservIds ids = ids(Map.of());
    assertThat(ids.trusted()).isEmpty();
    for (int i = 0; i < 3; i++) {
      arrives("mx.office.example");
    }
    clock.advance(Duration.ofSeconds(11));

    assertThat(ids.trusted()).containsExactly("mx.office.example");
  }
}
