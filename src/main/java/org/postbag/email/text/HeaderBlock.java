package org.postbag.email.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The header that mail programs copy above a message they quote or forward: From, Sent, To,
/// Subject on a line each, in the language of the program.
final class HeaderBlock {
  private static final int WINDOW = 12;
  private static final int LONGEST = 1_000;

  private static final String FROM =
      "from|von|de|da|van|od|från|fra|lähettäjä|от|від|от кого|发件人|寄件者|寄件人|差出人|送信者|보낸 ?사람|보낸이|kimden|gönderen|feladó"
          + "|odesílatel|από|expéditeur|mittente|remitente|remetente|afzender|nadawca|avsändare|avsender|afsender|absender|מאת|من";
  private static final String OTHER =
      "sent|date|gesendet|datum|envoyé|enviado(?: el| em)?|fecha|data|inviato|verzonden|wysłano|wysłane|skickat|sendt|dato|lähetetty|päiväys|päivämäärä"
          + "|отправлено|дата|надіслано|відправлено|发送时间|日期|寄件日期|傳送時間|時間|日時|送信日時|보낸 ?날짜|날짜|gönderildi|tarih|elküldve|odesláno|ημερομηνία|στάλθηκε"
          + "|to|cc|bcc|kopie|an|à|para|a|aan|do|dla|till|kopia|til|kopi|vastaanottaja|kopio|кому|копия|копія|收件人|收件者|抄送|副本|宛先|받는 ?사람|참조|kime|bilgi|címzett|komu|προς"
          + "|subject|betreff|betr|objet|asunto|oggetto|onderwerp|assunto|temat|ämne|emne|aihe|тема|主题|主旨|主題|件名|제목|konu|tárgy|předmět|θέμα|נושא|الموضوع"
          + "|reply-to|antwort an|répondre à|responder a|rispondi a|risposta|antwoord aan|odpowiedz do|svar til|importance|priorität|priority|attachments?|anlagen?"
          + "|организация|organization|when|where|categories|x-.{2,30}|message-id";
  private static final Pattern LINE =
      Pattern.compile(
          "[*_\\s\\u200e]{0,6}(?:("
              + FROM
              + ")|"
              + OTHER
              + ")[*_\\s\\u00a0]{0,4}[:：][*_]{0,2}(?:\\s.*|[^/].*|)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private HeaderBlock() {}

  /// The line behind the header block that begins at `from`, or `from` when none does: at least
  /// three fields, the writer's among them, before any empty line but one.
  static int end(List<String> lines, int from) {
    int fields = 0;
    boolean writer = false;
    int end = from;
    for (int i = from; i < Math.min(lines.size(), from + WINDOW); i++) {
      String line = lines.get(i);
      Matcher field = LINE.matcher(line.length() > LONGEST ? "" : line.toLowerCase(Locale.ROOT));
      if (field.matches()) {
        fields++;
        writer |= field.group(1) != null;
        end = i + 1;
      } else if (i == from || (line.isBlank() && fields > 1)) {
        break;
      }
    }
    return fields >= 3 && writer ? end : from;
  }
}
