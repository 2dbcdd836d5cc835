package org.postbag.email.text;

import java.util.regex.Pattern;

/// What programs and companies put below a letter: `Sent from my iPhone`, confidentiality notices,
/// virus scanners' advertisements.
final class Footer {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST_LINE = 160;
  private static final int MOST_WORDS = 10;

  private static final Pattern DEVICE =
      Pattern.compile(
          "[<(\\[*_\\s]{0,4}(?:sent (?:from|via|by|with|using)\\s|from my (?:i?phone|ipad|mobile|android|samsung|blackberry|cell)|\\S{1,20} from mobile$|get \\[?outlook for\\s|get the outlook app"
              + "|envoyé (?:depuis|de|à partir de|avec|via)\\s|obtenez outlook pour|téléchargez outlook"
              + "|gesendet (?:von|mit|über|aus)\\s|von (?:meinem|unterwegs|mein).{0,60}gesendet|diese nachricht wurde von .{1,60} gesendet|outlook für .{2,20} beziehen|holen sie sich outlook"
              + "|enviad[oa] (?:desde|de|do|da|a partir|con|pelo|através)\\s|obtener outlook para|obtenha o outlook|descarga outlook"
              + "|inviato (?:da|dal|con|tramite)\\s|scarica outlook|ottieni outlook|verzonden (?:met|vanaf|van|via|door)\\s|verstuurd vanaf\\s|outlook voor .{2,20} downloaden|download outlook"
              + "|wysłan[eo] (?:z|ze|za pomocą|przez)\\s|pobierz (?:program )?outlook|skickat från\\s|skickad från\\s|hämta outlook|sendt (?:fra|med|via)\\s|hent outlook|få outlook"
              + "|lähetetty\\s.{0,40}|hanki outlook|отправлено (?:с|из|от)\\s|надіслано (?:з|із)\\s|отримайте outlook|получите outlook|odesláno (?:z|ze)\\s|küldve\\s|elküldve\\s"
              + "|στάλθηκε από\\s|trimis (?:de|din|prin)\\s|poslano (?:z|iz|sa)\\s|gửi từ\\s|dikirim dari\\s|발신:|iphone ?から送信|.{2,30}から送信|發自我的|发自我的|从我的.{1,30}发送|從我的.{1,30}傳送|나의 .{2,20}에서 보냄|.{2,30}에서 보냄|.{2,40}(?:mdan|umdan) gönderildi|נשלח מ|أرسلت من).{0,120}",
          FLAGS);
  private static final Pattern APOLOGY =
      Pattern.compile(
          "excuse|typo|brevity|pardon|forgive|autocorrect|tippfehler|kürze|entschuldig", FLAGS);
  private static final Pattern ADVERTISEMENT =
      Pattern.compile(
          "[\\s*_\\[<]{0,4}(?:virus-?free\\.|virenfrei\\.|garanti sans virus|libre de virus|this e-?mail has been (?:checked|scanned) (?:for|by)|diese e-?mail wurde (?:von|auf)"
              + "|please consider the environment before|bitte prüfen sie.{0,40}(?:ausdruck|umwelt)|denken sie an die umwelt|pensez à l['’]environnement|do you yahoo|\\u1427$).{0,160}",
          FLAGS);
  private static final Pattern DISCLAIMER =
      Pattern.compile(
          "intended recipient|intended (?:solely|only|exclusively) for|for the sole use of|solely for the (?:use|attention)|received this (?:e-?mail|message|communication|transmission)[^.]{0,40} in error"
              + "|may contain (?:[a-z, ]{0,40})?(?:confidential|privileged)|(?:is|are) confidential and|confidentiality notice|legally privileged|privileged and confidential"
              + "|vertrauliche (?:und/oder |und |oder )?(?:rechtlich|informationen)|nicht der (?:richtige|beabsichtigte|vorgesehene) (?:adressat|empfänger)|irrtümlich erhalten"
              + "|(?:message|courriel|courrier)[^.]{0,80}confidentiel|destinataire (?:prévu|de ce)|reçu (?:ce message|ce courriel) par erreur"
              + "|(?:mensaje|correo)[^.]{0,80}confidencial|destinatario indicado|ha recibido este (?:mensaje|correo)[^.]{0,20} por error"
              + "|(?:mensagem|e-?mail)[^.]{0,80}confidencia(?:l|is)|recebeu esta mensagem por engano|(?:messaggio|e-?mail)[^.]{0,80}(?:riservat|confidenzial)|ricevuto (?:questo messaggio|la presente)[^.]{0,20} per errore"
              + "|(?:bericht|e-?mail)[^.]{0,80}vertrouwelijk|niet de (?:geadresseerde|beoogde ontvanger)|(?:wiadomość|e-?mail)[^.]{0,80}(?:poufn|zastrzeżon)|nie są państwo adresatem"
              + "|(?:meddelande|e-?post|mail)[^.]{0,80}konfidentiell|(?:e-?mail|besked|melding)[^.]{0,80}fortrolig|luottamuksellis|конфиденциальн[^.]{0,60}(?:информаци|сообщени)|конфіденційн[^.]{0,60}інформаці",
          FLAGS);

  private Footer() {}

  /// A line that a program adds; a sentence that merely begins so is none.
  static boolean isLine(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.length() > LONGEST_LINE) {
      return false;
    }
    boolean device = DEVICE.matcher(text).matches();
    boolean brief = text.split("\\s+", MOST_WORDS + 2).length <= MOST_WORDS;
    boolean footer = brief || APOLOGY.matcher(text).find() || text.contains("http");
    return (device && footer) || ADVERTISEMENT.matcher(text).matches();
  }

  /// A paragraph that tells strangers not to read the letter.
  static boolean isDisclaimer(String paragraph) {
    int length = Math.min(paragraph.length(), 2_000);
    return length > 60 && DISCLAIMER.matcher(paragraph.substring(0, length)).find();
  }
}
