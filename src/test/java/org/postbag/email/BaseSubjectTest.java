package org.postbag.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseSubjectTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Calais                      | Calais
          Re: Calais                  | Calais
          RE:Calais                   | Calais
          Re : Re: FW: Calais         | Calais
          [Office] Re: Calais         | Calais
          Re: [Office] Calais         | Calais
          Re[3]: Calais               | Calais
          Re(2): Calais (fwd)         | Calais
          [Fwd: Re: Calais]           | Calais
          AW: WG: Calais              | Calais
          SV: Calais                  | Calais
          Odp: Calais                 | Calais
          RIF: R: Calais              | Calais
          RES: ENC: Calais            | Calais
          TR: Calais                  | Calais
          回复：Calais                 | Calais
          Отв: Calais                 | Calais
          [Office]                    | [Office]
          Regarding: Calais           | Regarding: Calais
          Report: Calais              | Report: Calais
          A question: Calais          | A question: Calais
          """)
  void replyAndForwardMarksAreTakenAway(String subject, String base) {
    assertThat(BaseSubject.of(subject)).isEqualTo(base);
  }

  @ParameterizedTest
  @CsvSource({
    "Calais,Re: Calais",
    "RE: Calais,Re: Calais",
    "AW: re: Calais,Re: Calais",
    "Fwd: Calais,Re: Fwd: Calais",
    "'',Re:"
  })
  void aReplyBearsOneMark(String subject, String replySubject) {
    assertThat(("Re: " + BaseSubject.withoutReplyMarks(subject)).strip()).isEqualTo(replySubject);
  }
}
