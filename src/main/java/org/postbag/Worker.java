package org.postbag;

/// Something that runs by itself beside the mail's routes.
///
/// @param name for the log
/// @param start returns at once, or does what must be done before the next one starts
/// @param stop ends it; takes a second or two at most
record Worker(String name, Runnable start, Runnable stop) {
  /// What is done once at the start, and needs no end.
  static Worker atStart(String name, Runnable start) {
    return new Worker(name, start, () -> {});
  }

  /// What is done once at the end.
  static Worker atStop(String name, Runnable stop) {
    return new Worker(name, () -> {}, stop);
  }
}
