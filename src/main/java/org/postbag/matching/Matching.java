package org.postbag.matching;

import java.util.concurrent.atomic.AtomicReference;
import org.postbag.catalog.Catalog;
import org.postbag.email.Letter;

/// Tells what letters are about, by the topics in force: the door of this room. Safe for several
/// threads; a letter is matched by one version of the topics as a whole.
public final class Matching {
  private final AtomicReference<TopicMatcher> current;

  public Matching(Catalog catalog) {
    current = new AtomicReference<>(TopicMatcher.of(catalog));
  }

  /// Puts topics in force, for every letter matched from now on.
  public void use(Catalog catalog) {
    current.set(TopicMatcher.of(catalog));
  }

  /// The topic of a letter, with the reasons.
  public Match match(Letter letter) {
    return current.get().match(letter);
  }
}
