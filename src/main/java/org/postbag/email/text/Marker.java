package org.postbag.email.text;

import java.util.regex.Pattern;

/// Lines that announce what follows: a ruler, a signature, a message quoted or forwarded whole.
final class Marker {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST = 160;

  private static final String ORIGINAL =
      "original|ursprüngliche|ursprunglig|message d['’]origine|mensaje original|messaggio originale|oorspronkelijk|mensagem original"
          + "|oryginalna|oprindelig|opprinnelig|alkuperäinen|исходное|пересл|пересыл|вихідне|orijinal|původní|eredeti|mesaj original"
          + "|原始|原邮件|原郵件|元のメッセージ|転送|转发|轉寄|원본|전달|forward|weitergeleitet|transféré|reenviad|rimesso|inoltrat|doorgestuurd|encaminhad"
          + "|przekazan|vidarebefordra|videresend|välitetty|přeposlan|továbbított|iletilen|προωθημένο|reply message|replied message|quoted";
  private static final Pattern TITLED =
      Pattern.compile(
          "[\\s*_]{0,8}[-—=_]{2,60}[\\s*]{0,4}[^-—=_\\s].{0,60}?(?:"
              + ORIGINAL
              + ").{0,40}?[\\s*]{0,4}[-—=_]{2,60}[\\s*]{0,8}|[\\s*_]{0,8}[-—=_]{2,60}[\\s*]{0,4}(?:"
              + ORIGINAL
              + ").{0,40}?[\\s*]{0,4}[-—=_]{2,60}[\\s*]{0,8}",
          FLAGS);
  private static final Pattern BEGIN =
      Pattern.compile(
          "(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|début du (?:message|e-?mail) (?:transféré|réexpédié)|inicio del mensaje reenviado"
              + "|inizio messaggio inoltrato|begin doorgestuurd bericht|início da mensagem (?:encaminhada|reenviada)|początek przekazywanej wiadomości"
              + "|vidarebefordrat brev|videresendt (?:besked|melding)|начало переадресованного сообщения)\\s*[:：]",
          FLAGS);
  private static final Pattern RULER =
      Pattern.compile("\\s{0,20}(?:[-_=*#~+—–─━‐]\\s?){3,400}\\s*");
  private static final Pattern SIGNATURE = Pattern.compile("\\s{0,3}(?:--|—|– –|__)\\s*");

  private Marker() {}

  /// `-----Original Message-----`, `Begin forwarded message:`, in any of the languages.
  static boolean opensMessage(String line) {
    return line.length() <= LONGEST
        && (TITLED.matcher(line).matches() || BEGIN.matcher(line.strip()).matches());
  }

  /// A line of nothing but dashes, underscores and the like.
  static boolean isRuler(String line) {
    return line.length() <= LONGEST && RULER.matcher(line).matches();
  }

  /// RFC 3676 §4.3 `-- `, and its common variants.
  static boolean opensSignature(String line) {
    return line.length() < 10 && SIGNATURE.matcher(line).matches();
  }
}
