package org.postbag.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain                                     | plain
          =?utf-8?q?Gr=C3=BC=C3=9Fe?=               | Grüße
          =?UTF-8?B?R3LDvMOfZQ==?=                  | Grüße
          =?UTF-8?B?R3LDvMOfZQ?=                    | Grüße
          =?utf-8?q?a?= =?utf-8?q?b?=               | ab
          =?utf-8?q?a?= x =?utf-8?q?b?=             | a x b
          =?utf-8?q?a_b?=c                          | a bc
          =?iso-8859-1*en?q?=A320?=                 | £20
          =?utf-8?q?=C3?==?utf-8?q?=BC?=            | ü
          =?windows-1252?Q?=80 20?=                 | € 20
          =?x-none?q?ab?=                           | ab
          =?utf-8?x?ab?=                            | =?utf-8?x?ab?=
          =?utf-8?q?never ends                      | =?utf-8?q?never ends
          =??q?ab?=                                 | =??q?ab?=
          2 =?= 2                                   | 2 =?= 2
          """)
  void encodedWordsAreDecoded(String field, String expected) {
    assertThat(HeaderWords.decode(field)).isEqualTo(expected);
  }
}
