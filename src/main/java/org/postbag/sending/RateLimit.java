package org.postbag.sending;

import java.time.Duration;

/// How fast a provider lets one mailbox send.
///
/// @param perMinute replies in any 60 seconds, at least 1
/// @param perDay replies in any 24 hours, at least 1
/// @param connections SMTP connections at the same time, at least 1
public record RateLimit(int perMinute, int perDay, int connections) {
  static final Duration MINUTE = Duration.ofMinutes(1);
  static final Duration DAY = Duration.ofHours(24);

  /// No limit but the connections.
  public static final RateLimit PLAIN = new RateLimit(Integer.MAX_VALUE, Integer.MAX_VALUE, 8);

  /// Exchange Online: 30 messages a minute, 10,000 recipients in 24 hours, 3 submissions at once.
  public static final RateLimit MICROSOFT_365 = new RateLimit(30, 10_000, 3);

  /// Google Workspace: 2,000 messages in 24 hours; the other figures are ours, to be gentle.
  public static final RateLimit GOOGLE = new RateLimit(60, 2_000, 2);

  public RateLimit {
    if (perMinute < 1 || perDay < 1 || connections < 1) {
      throw new IllegalArgumentException("a pace is 1 or more of each");
    }
  }

  boolean limitsMinute() {
    return perMinute < Integer.MAX_VALUE;
  }

  boolean limitsDay() {
    return perDay < Integer.MAX_VALUE;
  }
}
