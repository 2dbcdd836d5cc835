package org.postbag.sending.smtp;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server's answer, RFC 5321 §4.2: its code and its words, without control characters.
record SmtpReply(int code, String words) {
  private static final Pattern ENHANCED = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})\\b.*");
  private static final Pattern WAIT =
      Pattern.compile(
          "(?:backoff time:|retry after|again (?:in|after)|wait|delayed for)\\s*(\\d{1,9})"
              + "\\s*(milliseconds|ms|s|sec|seconds|m|min|minutes|h|hours)?\\b");

  boolean isPositive() {
    return code / 100 == 2;
  }

  boolean isTransient() {
    return code / 100 == 4;
  }

  /// The class, subject and detail of RFC 3463, such as `5.1.1`.
  Optional<String> status() {
    Matcher found = ENHANCED.matcher(words);
    return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /// How long the server asks us to wait: no standard, but Exchange ("Suggested Backoff Time:
  /// 300000 milliseconds") and greylists ("try again in 300 s") say it.
  Optional<Duration> asked() {
    Matcher found = WAIT.matcher(words.toLowerCase(Locale.ROOT));
    return found.find()
        ? Optional.of(unit(found.group(2)).multipliedBy(Long.parseLong(found.group(1))))
        : Optional.empty();
  }

  private static Duration unit(@org.jspecify.annotations.Nullable String word) {
    return switch (word) {
      case "milliseconds", "ms" -> Duration.ofMillis(1);
      case "m", "min", "minutes" -> Duration.ofMinutes(1);
      case "h", "hours" -> Duration.ofHours(1);
      case null, default -> Duration.ofSeconds(1);
    };
  }

  @Override
  public String toString() {
    return code + " " + words;
  }
}
