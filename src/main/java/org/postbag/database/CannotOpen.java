package org.postbag.database;

/// The database cannot be opened. The message is one sentence for those who keep the machine: where
/// it stands, why, and what to do about it.
public final class CannotOpen extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotOpen(String message, Exception cause) {
    super(message, cause);
  }
}
