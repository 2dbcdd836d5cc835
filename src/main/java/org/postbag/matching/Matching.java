package org.postbag.matching;

import java.util.concurrent.atomic.AtomicReference;
import org.postbag.catalog.Catalog;
import org.postbag.email.Letter;
import org.postbag.intake.ScreenedLetter;

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

  /// A screened letter and its topic, as a step of the mail's way.
  public MatchedLetter matched(ScreenedLetter screened) {
    return new MatchedLetter(screened, match(screened.letter()));
  }

  /// The topic of a letter, with the reasons.
  public Match match(Letter letter) {
    return current.get().match(letter);
  }
}
