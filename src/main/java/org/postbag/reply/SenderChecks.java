package org.postbag.reply;

import java.util.Optional;
import org.postbag.email.Letter;
import org.postbag.people.Senders;

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
        public Optional<String> lookAlike(Letter letter) {
          return Optional.empty();
        }
      };

  /// What the office's mail server and its earlier replies tell.
  static SenderChecks of(Senders senders) {
    return new SenderChecks() {
      @Override
      public boolean isUnproven(Letter letter) {
        return senders.isUnproven(letter);
      }

      @Override
      public Optional<String> lookAlike(Letter letter) {
        return senders.lookAlike(letter);
      }
    };
  }

  /// Whether the office's own mail server found that the letter is not from where it says
  /// (Authentication-Results, RFC 8601).
  boolean isUnproven(Letter letter);

  /// The domain that the sender's can be mistaken for (Unicode UTS #39).
  Optional<String> lookAlike(Letter letter);
}
