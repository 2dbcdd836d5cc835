package org.postbag.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFieldTest {
  @ParameterizedTest
  @CsvSource({
    "'Tue, 17 Nov 2026 09:30:15 +0100', 2026-11-17T08:30:15Z",
    "'17 Nov 2026 09:30 GMT', 2026-11-17T09:30:00Z",
    "'Tue, 17 Nov 26 09:30:15 PST', 2026-11-17T17:30:15Z",
    "'Tue, 17 Nov 2026 09:30:15 EDT (eastern)', 2026-11-17T13:30:15Z",
    "'Tue Nov 17 09:30:15 2026', 2026-11-17T09:30:15Z",
    "'Tue, 17 Nov 2026 09:30:60 -0000', 2026-11-17T09:30:59Z",
    "'17 November 2026 9:05 +05:30', 2026-11-17T03:35:00Z",
  })
  void aDateIsReadInItsOlderFormsToo(String field, Instant expected) {
    assertThat(DateField.parse(field)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "Fri, 31 Feb 2026 10:00 +0000",
        "1 Jan 99999 25:61:61 +9999",
        ":::",
        "1 Jan 2026"
      })
  void whatIsNoDateIsNone(String field) {
    assertThat(DateField.parse(field)).isEmpty();
  }
}
