package org.postbag.demo;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// What the demo's page of sent mail asks. It is made before the mail server is known, because the
/// desk makes its pages while it starts.
public final class SentMail {
  private final AtomicReference<Supplier<List<SentLetter>>> source =
      new AtomicReference<>(List::of);

  /// From now on the page shows what `server` was given.
  public void of(DemoMailServer server) {
    source.set(server::sent);
  }

  /// In the order in which it was sent.
  List<SentLetter> all() {
    return source.get().get();
  }
}
