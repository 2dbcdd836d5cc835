package org.postbag.sending;

import java.util.regex.Pattern;
import org.postbag.review.Approval;
import org.postbag.sending.smtp.Answer;

/// A mail server's own words, fit for the log: whoever mends a mailbox needs them, and whom the
/// reply was for stays out of it.
final class LoggedAnswer {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(),;:]+@[^\\s<>\"'(),;:]+");
  private static final Pattern LINE_END = Pattern.compile("[\\p{Cntrl}\\s]+");

  /// A local part as short as this could be any word.
  private static final int SHORT = 3;

  private static final String SOMEBODY = "…";

  private LoggedAnswer() {}

  static String of(Answer answer, Approval approval) {
    String words = LINE_END.matcher(answer.words()).replaceAll(" ").strip();
    return answer.summary() + (words.isEmpty() ? "" : ": " + anonymous(words, approval));
  }

  private static String anonymous(String words, Approval approval) {
    String masked = ADDRESS.matcher(words).replaceAll(SOMEBODY);
    String local = approval.to().address().localPart();
    return local.length() <= SHORT
        ? masked
        : Pattern.compile(Pattern.quote(local), Pattern.CASE_INSENSITIVE)
            .matcher(masked)
            .replaceAll(SOMEBODY);
  }
}
