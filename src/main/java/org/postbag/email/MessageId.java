package org.postbag.email;

import java.util.Optional;

/// A msg-id, RFC 5322 §3.6.4, **with** its angle brackets.
///
/// Refuses text without brackets, and blanks or control characters within them.
public record MessageId(String value) {
  public MessageId {
    boolean bracketed = value.length() > 2 && value.startsWith("<") && value.endsWith(">");
    if (!bracketed || value.chars().anyMatch(MessageId::isBlankOrControl)) {
      throw new IllegalArgumentException("not a message id: " + value.length() + " characters");
    }
  }

  /// The id that `text` is, if it is one, brackets included.
  public static Optional<MessageId> parse(String text) {
    try {
      return Optional.of(new MessageId(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static boolean isBlankOrControl(int c) {
    return Character.isISOControl(c) || Character.isSpaceChar(c);
  }

  @Override
  public String toString() {
    return value;
  }
}
