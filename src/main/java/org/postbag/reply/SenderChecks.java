package org.postbag.reply;

import org.postbag.email.Letter;

/// What is known about the truth of a sender's address, beyond what the letter says about itself.
public interface SenderChecks {
  /// Nothing is known, so nothing is warned of.
  SenderChecks NONE =
      new SenderChecks() {
        @Override
        public boolean isUnproven(Letter letter) {
          return false;
        }

        @Override
        public boolean isLookAlike(Letter letter) {
          return false;
        }
      };

  /// Whether the office's own mail server found that the letter is not from where it says
  /// (Authentication-Results, RFC 8601).
  boolean isUnproven(Letter letter);

  /// Whether the sender's domain can be mistaken for another (Unicode UTS #39).
  boolean isLookAlike(Letter letter);
}
