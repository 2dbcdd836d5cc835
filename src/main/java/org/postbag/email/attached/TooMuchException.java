package org.postbag.email.attached;

import java.io.IOException;

/// A file goes beyond one of the limits. Thrown through the libraries, which know no other way to
/// be stopped, and caught in [AttachedText].
final class TooMuchException extends IOException {
  private static final long serialVersionUID = 1L;

  TooMuchException(String what) {
    super(what);
  }
}
