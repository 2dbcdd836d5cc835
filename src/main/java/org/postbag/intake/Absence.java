package org.postbag.intake;

import java.util.regex.Pattern;
import org.postbag.email.Letter;

/// Absence notices without any header that tells them.
///
/// A subject that says `Automatic reply:` in so many words is enough. The text alone is not: it is
/// believed only in a short answer to a letter of ours, and then the letter is held for a person.
final class Absence {
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?:auto(?:matic|mated|matically)?[- _]?(?:generated )?(?:reply|response|responder|answer)"
              + "|auto[- ]?:? ?out of (?:the )?office|out[- ]of[- ](?:the[- ])?office(?: (?:auto ?)?(?:re)?(?:ply|sponse|message|notice|notification))?"
              + "|(?:i am |i'm |currently )?out of (?:the )?office|away from (?:my |the )?(?:mail|office|desk)|vacation (?:auto-?)?(?:reply|response|responder)|ooo(?:to)?"
              + "|automatische (?:antwort|abwesenheits\\w*|e-?mail-?antwort)|auto-?antwort|abwesenheits(?:notiz|nachricht|meldung|benachrichtigung|assistent|info)|nicht im büro"
              + "|réponse automatique|message d['’]absence|absence du bureau|absent(?:e)? du bureau|avis d['’]absence"
              + "|respuesta autom[aá]tica|contestaci[oó]n autom[aá]tica|fuera de (?:la )?oficina|ausente de la oficina|auto-?respuesta"
              + "|resposta autom[aá]tica|fora d[oe] escrit[oó]rio|aviso de aus[eê]ncia"
              + "|risposta automatica|fuori ufficio|messaggio automatico"
              + "|automatisch(?:e)? (?:antwoord|bericht|beantwoording)|afwezigheids(?:bericht|melding|assistent)|niet op kantoor"
              + "|automat(?:iskt|isk) svar|autosvar|frånvaromeddelande|fravær(?:sbesked|sassistent|smelding)|ikke på kontoret|ute av kontoret"
              + "|automaattinen vastaus|poissaolo(?:ilmoitus|viesti)|poissa toimistosta"
              + "|odpowiedź automatyczna|automatyczna odpowiedź|autoodpowiedź|poza biurem"
              + "|automatická odpověď|automatická odpoveď|mimo kancelář"
              + "|automatikus válasz|házon kívül|irodán kívül|răspuns automat|automatski odgovor|samodejni odgovor|автоматичен отговор"
              + "|otomatik yanıt|otomatik cevap|ofis dışında"
              + "|автоматический ответ|автоответ\\w*|вне офиса|автоматична відповідь|автовідповідь"
              + "|αυτόματη απάντηση|εκτός γραφείου|自動応答|自動返信|不在通知|自动答复|自动回复|自動回覆|自動回復|外出通知"
              + "|자동 ?회신|자동 ?응답|부재중(?: 자동 ?회신)?|رد تلقائي|تשובה אוטומטית|תשובה אוטומטית|מענה אוטומטי|trả lời tự động|ตอบกลับอัตโนมัติ|balasan otomatis|jawapan automatik|automaatvastus|automātiska atbilde|automatinis atsakymas)"
              + "(?: ?\\(?(?:re|aw|sv)\\)?)?\\s*(?:[:：!\\-–—|].*|\\[.*|\\(.*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private static final Pattern TEXT =
      Pattern.compile(
          "(?:i am|i'm|i will be|we are) (?:currently |now |presently )?(?:out of (?:the )?office|on (?:annual |maternity |parental |sick )?leave|away from (?:my desk|the office)|on (?:holiday|vacation))"
              + "|thank you for your (?:e-?mail|message)\\W{1,3}i am (?:currently )?(?:out|away|on)"
              + "|ich bin (?:derzeit |zurzeit |momentan |bis [^.]{3,40}? |vom [^.]{3,60}? )?(?:nicht im büro|außer haus|im urlaub|abwesend|nicht erreichbar)"
              + "|je suis (?:actuellement )?(?:absente?|en congés?|hors du bureau)"
              + "|(?:estoy|me encuentro|estaré) (?:actualmente )?(?:fuera de la oficina|de vacaciones|ausente)"
              + "|sono (?:attualmente )?(?:fuori ufficio|assente|in ferie)|(?:estou|estarei) (?:atualmente )?(?:fora do escritório|ausente|de férias)"
              + "|ik ben (?:momenteel |op dit moment )?(?:afwezig|niet op kantoor|met vakantie)|jag är (?:inte på kontoret|på semester|frånvarande)"
              + "|jeg er (?:ikke på kontoret|på ferie|bortreist)|jestem (?:obecnie )?(?:poza biurem|na urlopie)|меня нет на месте|я (?:сейчас )?в отпуске",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final int BEGINNING = 300;
  private static final int SHORT = 1_200;
  private static final int MAX_SUBJECT = 500;

  private Absence() {}

  static boolean inSubject(Letter letter) {
    String subject = letter.subject().strip();
    return subject.length() <= MAX_SUBJECT
        && !AutomaticHeaders.isDeclaredPersonal(letter)
        && SUBJECT.matcher(subject).matches();
  }

  static boolean inText(Letter letter) {
    String text = letter.visibleText();
    boolean answersUs = !letter.inReplyTo().isEmpty() || !letter.references().isEmpty();
    return answersUs
        && text.length() <= SHORT
        && !AutomaticHeaders.isDeclaredPersonal(letter)
        && TEXT.matcher(text.substring(0, Math.min(BEGINNING, text.length()))).find();
  }
}
