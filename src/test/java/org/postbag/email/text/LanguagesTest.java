package org.postbag.email.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Please help, the bus no longer stops in our street.
          en | Hello
          de | Bitte helfen Sie uns, der Bus hält nicht mehr in unserer Straße.
          fr | Aidez-nous, le bus ne s’arrête plus dans notre rue.
          es | Por favor, ayúdenos: el autobús ya no para en nuestra calle.
          pt | Por favor, ajude-nos: o autocarro já não para na nossa rua.
          it | Per favore aiutateci, l’autobus non si ferma più nella nostra via.
          nl | Help ons alstublieft, de bus stopt niet meer in onze straat.
          pl | Proszę o pomoc, autobus nie zatrzymuje się już na naszej ulicy.
          sv | Hjälp oss, bussen stannar inte längre på vår gata och vi är ledsna.
          no | Hjelp oss, bussen stopper ikke lenger i gata vår, og hva skal vi gjøre etter det?
          da | Hjælp os, bussen stopper ikke længere i vores gade, og hvad skal vi gøre efter det?
          fi | Auttakaa meitä, bussi ei enää pysähdy kadullamme ja se on ikävää.
          cs | Prosím pomozte, autobus už v naší ulici nezastavuje a je to velmi špatné.
          hu | Kérem, segítsenek, a busz már nem áll meg az utcánkban.
          tr | Lütfen yardım edin, otobüs artık sokağımızda durmuyor ve bu çok kötü.
          ru | Помогите, пожалуйста, автобус больше не останавливается на нашей улице.
          uk | Допоможіть, будь ласка, автобус більше не зупиняється на нашій вулиці.
          el | Βοηθήστε μας, το λεωφορείο δεν σταματά πια στον δρόμο μας.
          zh | 请帮助我们，公交车不再停在我们街上。
          ja | 助けてください。バスがもう私たちの通りに止まりません。
          ko | 버스가 더 이상 우리 거리에 서지 않습니다.
          ar | ساعدونا، الحافلة لم تعد تتوقف في شارعنا.
          he | עזרו לנו, האוטובוס כבר לא עוצר ברחוב שלנו.
          und | 12345 :-)
          """)
  void theLanguageOfALetterIsTold(String language, String text) {
    assertThat(Languages.of(text)).isEqualTo(language);
  }
}
