package org.postbag.web;

import java.util.List;
import java.util.Optional;
import org.postbag.database.MailboxScope;

/// Something that staff must know, shown at the top of every page until it is mended.
///
/// @param level how bad it is
/// @param what what is the matter, one sentence in plain words
/// @param mend what to do about it; may be empty
/// @param letters the numbers of letters that are to be looked at
/// @param remedy what can be done about it right here
public record Notice(
    Level level, String what, String mend, List<Long> letters, Optional<Remedy> remedy) {
  public Notice {
    letters = List.copyOf(letters);
  }

  public Notice(Level level, String what, String mend) {
    this(level, what, mend, List.of());
  }

  public Notice(Level level, String what, String mend, List<Long> letters) {
    this(level, what, mend, letters, Optional.empty());
  }

  /// The same with a button.
  public Notice with(Remedy button) {
    return new Notice(level, what, mend, letters, Optional.of(button));
  }

  /// Whether it is shown under that scope. What names no mailbox concerns the whole office, and may
  /// name letters of any.
  public boolean isIn(MailboxScope seen) {
    return seen.isAll() || remedy.filter(button -> seen.sees(button.mailbox())).isPresent();
  }

  /// A button of a mailbox.
  ///
  /// @param mailbox its name
  public record Remedy(Kind kind, String mailbox) {
    /// Try the mailbox at once; or say that it is the same mailbox as before, which only an
    /// administrator may.
    public enum Kind {
      TRY_NOW,
      SAME_ACCOUNT
    }
  }

  /// Something does not work; something is to be looked at; something is good to know.
  public enum Level {
    ERROR,
    WARNING,
    INFORMATION
  }
}
