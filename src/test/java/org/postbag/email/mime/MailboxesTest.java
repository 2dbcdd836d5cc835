package org.postbag.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ann@example.org                              | [ann@example.org]
          Ann Lee <ann@example.org>                    | Ann Lee[ann@example.org]
          "Lee, Ann" <ann@example.org>                 | Lee, Ann[ann@example.org]
          ann@example.org (Ann Lee)                    | Ann Lee[ann@example.org]
          Ann (at (her) desk) <ann@example.org>        | Ann[ann@example.org]
          =?utf-8?q?J=C3=B6rg?= <j@example.org>        | Jörg[j@example.org]
          =?utf-8?q?Lee=2C_Ann?= <a@x.org>, b@x.org    | Lee, Ann[a@x.org] [b@x.org]
          Team: a@x.org, B <b@x.org>; c@x.org          | [a@x.org] B[b@x.org] [c@x.org]
          <@relay.example,@b.example:ann@example.org>  | [ann@example.org]
          Ann Lee <ann @ example . org>                | Ann Lee[ann@example.org]
          Ann <ann@example.org                         | Ann[ann@example.org]
          "ann@example.org" <eve@evil.example>         | ann@example.org[eve@evil.example]
          <mailto:ann@example.org>                     | [ann@example.org]
          "ann lee"@example.org                        | ["ann lee"@example.org]
          undisclosed-recipients:;                     | ``
          not an address                               | ``
          <>                                           | ``
          ann@                                         | ``
          ann lee@example.org                          | [lee@example.org]
          """)
  void anAddressListIsReadAsPeopleWriteIt(String field, String expected) {
    String found =
        Mailboxes.parse(field).stream()
            .map(m -> m.name() + "[" + m.address() + "]")
            .collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(expected);
  }
}
