package org.postbag.intake.imap;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postbag.intake.imap.MailboxUnavailable.Kind;

/// What a server means by its NO or BYE: the response codes of RFC 5530, and the words of those
/// that send none.
final class ResponseCodes {
  private static final Pattern TEMPORARY =
      Pattern.compile(
          "\\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|OVERQUOTA)]|throttl|too many|try again|back ?off",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BACKOFF =
      Pattern.compile("backoff time: ?(\\d{1,9}) ?milliseconds", Pattern.CASE_INSENSITIVE);

  private ResponseCodes() {}

  /// A NO to our sign-in.
  static MailboxUnavailable signIn(String answer, @Nullable Throwable cause) {
    if (TEMPORARY.matcher(answer).find()) {
      return busy("the server cannot sign us in at the moment", answer);
    }
    return new MailboxUnavailable(
        Kind.SIGN_IN,
        "the server refuses user name and password (or token): check them in application.yaml,"
            + " and whether the provider asks for an app password or OAuth2. It says: "
            + words(answer),
        cause);
  }

  /// A NO to EXAMINE or SELECT.
  static MailboxUnavailable folder(String folder, String answer) {
    return TEMPORARY.matcher(answer).find()
        ? busy("the folder " + folder + " is not available at the moment", answer)
        : new MailboxUnavailable(
            Kind.FOLDER,
            "the folder "
                + folder
                + " cannot be opened; check its name. The server says: "
                + words(answer));
  }

  /// A NO or BAD to any other command.
  static MailboxUnavailable command(String what, String answer) {
    return TEMPORARY.matcher(answer).find()
        ? busy(what, answer)
        : new MailboxUnavailable(Kind.REFUSED, what + ". The server says: " + words(answer));
  }

  static MailboxUnavailable busy(String what, String answer) {
    Matcher stated = BACKOFF.matcher(answer);
    Duration pause = stated.find() ? Duration.ofMillis(Long.parseLong(stated.group(1))) : null;
    return new MailboxUnavailable(Kind.BUSY, what + ". It says: " + words(answer), null, pause);
  }

  /// A server's own words, fit for one line of a log.
  static String words(String answer) {
    String line = answer.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String shown = line.length() > 200 ? line.substring(0, 200) + "…" : line;
    return shown.toLowerCase(Locale.ROOT).contains("[referral") ? "(go elsewhere)" : shown;
  }
}
