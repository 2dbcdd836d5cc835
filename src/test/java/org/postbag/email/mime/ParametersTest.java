package org.postbag.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          attachment; filename=a.txt                              | a.txt
          attachment; filename="a b.txt"                          | a b.txt
          attachment; filename=a b.txt                            | a b.txt
          attachment; FILENAME = "a.txt";                         | a.txt
          attachment;; filename="a\\"b.txt"                       | a"b.txt
          attachment; filename="C:\\dir\\a.txt"                   | C:\\dir\\a.txt
          attachment; filename*=utf-8'en'%e2%82%ac.txt            | €.txt
          attachment; filename*=iso-8859-1''%a3.txt               | £.txt
          attachment; filename*0="a "; filename*1="b.txt"         | a b.txt
          attachment; filename*1="b.txt"; filename*0*=utf-8''%C3%A9 | éb.txt
          attachment; filename=x; filename*=utf-8''y              | y
          attachment; filename="=?utf-8?q?=C3=BC?=.txt"           | ü.txt
          attachment; filename="never ends                        | never ends
          attachment; filename*99999999999=x                      | x
          """)
  void aFileNameIsReadHoweverItIsWritten(String field, String expected) {
    assertThat(Parameters.parse(field).get("filename")).contains(expected);
  }
}
