package org.postbag.matching;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.postbag.catalog.Catalog;
import org.postbag.email.Letter;
import org.postbag.intake.ScreenedLetter;

/// Tells what letters are about, by the topics in force and what was learned: the door of this
/// room. Safe for several threads; a letter is matched by one version of the topics as a whole.
public final class Matching {
  private final AtomicReference<Version> current;

  private record Version(Catalog catalog, List<Example> examples, TopicMatcher matcher) {}

  public Matching(Catalog catalog) {
    current = new AtomicReference<>(new Version(catalog, List.of(), TopicMatcher.of(catalog)));
  }

  /// Puts topics in force, for every letter matched from now on. What was learned stays.
  public synchronized void use(Catalog catalog) {
    List<Example> examples = current.get().examples;
    current.set(new Version(catalog, examples, matcher(catalog, examples)));
  }

  /// Learns from letters, and nothing else, for every letter matched from now on.
  synchronized void learn(List<Example> examples) {
    Catalog catalog = current.get().catalog;
    current.set(new Version(catalog, List.copyOf(examples), matcher(catalog, examples)));
  }

  private static TopicMatcher matcher(Catalog catalog, List<Example> examples) {
    return examples.isEmpty() ? TopicMatcher.of(catalog) : new Lesson(catalog).learn(examples);
  }

  /// Learns, and changes nothing yet.
  Lesson.Outcome tryOut(List<Example> examples) {
    return new Lesson(current.get().catalog).tryOut(examples);
  }

  /// Puts in force what was tried out. Topics that changed meanwhile are learned for once more.
  synchronized void use(Lesson.Outcome outcome, List<Example> examples) {
    Catalog catalog = current.get().catalog;
    TopicMatcher matcher =
        catalog.equals(outcome.catalog()) ? outcome.matcher() : matcher(catalog, examples);
    current.set(new Version(catalog, List.copyOf(examples), matcher));
  }

  /// A screened letter and its topic, as a step of the mail's way.
  public MatchedLetter matched(ScreenedLetter screened) {
    return new MatchedLetter(screened, match(screened.letter()));
  }

  /// The topic of a letter, with the reasons.
  public Match match(Letter letter) {
    return current.get().matcher.match(letter);
  }

  /// The matcher in force: it stays the same whatever is put in force later.
  public TopicMatcher matcher() {
    return current.get().matcher;
  }
}
