package org.postbag.intake;

import java.util.regex.Pattern;
import org.postbag.email.Address;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;

/// Addresses behind which nobody reads, told by their local part: RFC 5230 §4.6, RFC 2142.
final class SystemSenders {
  private static final Pattern LOCAL_PART =
      Pattern.compile(
          "mailer-?daemon|postmaster|listserv|listproc|majordomo|mailman"
              + "|owner-.+|.+-owner|.+-request|.+-relay|.+-errors"
              + "|bounces?|bounces?[-+=].*|.+-bounces?"
              + "|notifications?|notify|alerts?|auto-?confirm|auto-?reply|autoresponder|auto-?mailer"
              + "|microsoftexchange[0-9a-f]{10,}"
              + "|(.*[-_.+])?(no|not|do-?_?not|dont)[-_.]?(reply|respond|answer)([-_.+0-9].*)?"
              + "|(.*[-_.+])?(ne-?pas-?repondre|nicht-?antworten|keine-?antwort|no-?responder"
              + "|non-?rispondere|nao-?responda|niet-?beantwoorden|nie-?odpowiadaj)([-_.+0-9].*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LIST_PATH =
      Pattern.compile(
          "<?(owner-[^@]{1,200}|[^@]{1,200}-(owner|bounces?|request))(\\+[^@]{0,200})?@.*",
          Pattern.CASE_INSENSITIVE);

  private SystemSenders() {}

  static boolean wrote(Letter letter) {
    return letter.from().map(NamedAddress::address).filter(SystemSenders::isSystem).isPresent();
  }

  /// A web form: it writes from an address where nobody reads, and names the person in Reply-To.
  static boolean relaysSomebody(Letter letter) {
    return wrote(letter)
        && letter.headers().has("Reply-To")
        && letter.replyTo().stream().noneMatch(to -> isSystem(to.address()));
  }

  static boolean isSystem(Address address) {
    String local = address.localPart();
    return local.length() <= 200 && LOCAL_PART.matcher(local).matches();
  }

  static boolean isListPath(String returnPath) {
    return LIST_PATH.matcher(returnPath.strip()).matches();
  }
}
