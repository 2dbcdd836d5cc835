package org.postbag.email;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The base subject of RFC 5256 §2.1, with the reply and forward marks that mail programs of other
/// languages write in place of `Re:` and `Fwd:`.
final class BaseSubject {
  private static final int MAX_SUBJECT = 4_000;

  private static final String REPLY =
      "re|aw|antw|antwort|antwoord|sv|vs|ad|odp|ynt|yan|cevap|r|rif|rép|res|resp|απ|σχετ|απάντ|na"
          + "|回复|回覆|答复|答覆|返信|回信|רד|תגובה|השב|رد|الرد|회신|답장|vá|válasz|răsp|rasp|tl|trả lời|atb"
          + "|отв|ответ|відп|відповідь|ha|hs|vb|odg|отг|bls|balas|ตอบ";
  private static final String FORWARD =
      "fw|fwd|wg|doorst|vl|vs|i|enc|tr|rv|pd|iln|ilt|fs|vb|továbbítás|redir|pren|转发|轉寄|轉發|転送"
          + "|전달|إعادة|הועבר|προώθ|πρθ|пер|пересл|пд|trs|ct|videresend|videres|välitys";
  private static final String BLOB = "\\[[^\\[\\]]{1,120}\\]\\s*";
  private static final String COUNTER =
      "\\s*(?:\\[[^\\[\\]]{0,120}\\]|\\(\\d{1,4}\\)|\\^\\d{1,4}|\\*\\d{1,4}|\\d{1,3})?\\s*[:：]\\s*";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern LEADER =
      Pattern.compile("^(?:" + BLOB + "){0,5}(?:" + REPLY + "|" + FORWARD + ")" + COUNTER, FLAGS);
  private static final Pattern REPLY_LEADER =
      Pattern.compile("^(?:" + REPLY + ")" + COUNTER, FLAGS);
  private static final Pattern FORWARD_LEADER =
      Pattern.compile("^(?:" + FORWARD + ")" + COUNTER, FLAGS);
  private static final Pattern LEADING_BLOB = Pattern.compile("^" + BLOB);
  private static final Pattern TRAILER =
      Pattern.compile("\\s*\\(fwd\\)\\s*$", Pattern.CASE_INSENSITIVE);

  private BaseSubject() {}

  /// `subject` without its marks, on one line; empty when nothing else stood there.
  static String of(String subject) {
    String text = subject.length() > MAX_SUBJECT ? subject.substring(0, MAX_SUBJECT) : subject;
    String now = text.strip().replaceAll("\\s+", " ");
    String before = "";
    while (!now.equals(before)) {
      before = now;
      now = unwrapped(step(now));
    }
    return now;
  }

  /// `subject` without the reply marks at its front; forward marks and tags stay.
  static String withoutReplyMarks(String subject) {
    String text = subject.length() > MAX_SUBJECT ? subject.substring(0, MAX_SUBJECT) : subject;
    String now = text.strip().replaceAll("\\s+", " ");
    for (Matcher m = REPLY_LEADER.matcher(now); m.lookingAt(); m = REPLY_LEADER.matcher(now)) {
      now = now.substring(m.end()).strip();
    }
    return now;
  }

  /// Whether its first mark says that the letter answers another one.
  static boolean isReply(String subject) {
    return REPLY_LEADER.matcher(subject.strip()).lookingAt();
  }

  static boolean isForward(String subject) {
    String text = subject.strip();
    return FORWARD_LEADER.matcher(text).lookingAt() || text.regionMatches(true, 0, "[fwd:", 0, 5);
  }

  private static String step(String text) {
    String trimmed = text;
    if (trimmed.regionMatches(true, Math.max(0, trimmed.length() - 5), "(fwd)", 0, 5)) {
      trimmed = TRAILER.matcher(trimmed).replaceFirst("");
    }
    Matcher leader = LEADER.matcher(trimmed);
    if (leader.find()) {
      return trimmed.substring(leader.end()).strip();
    }
    Matcher blob = LEADING_BLOB.matcher(trimmed);
    boolean leavesText = blob.find() && !trimmed.substring(blob.end()).isBlank();
    return (leavesText ? trimmed.substring(blob.end()) : trimmed).strip();
  }

  private static String unwrapped(String text) {
    boolean wrapped = text.regionMatches(true, 0, "[fwd:", 0, 5) && text.endsWith("]");
    return wrapped ? text.substring(5, text.length() - 1).strip() : text;
  }
}
