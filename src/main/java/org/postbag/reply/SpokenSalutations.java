package org.postbag.reply;

import java.util.function.Supplier;
import org.postbag.people.name.Salutations;
import org.postbag.people.name.Speech;

/// The office's salutations by the language files in force, made again when these change.
final class SpokenSalutations implements Supplier<Salutations> {
  private final Salutations office;
  private final Supplier<Speech> speech;
  private volatile Made made;

  private record Made(Speech by, Salutations salutations) {}

  SpokenSalutations(Salutations office, Supplier<Speech> speech) {
    this.office = office;
    this.speech = speech;
    this.made = make(speech.get());
  }

  private Made make(Speech now) {
    return new Made(now, office.in(now));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // two equal ones are never met
  public Salutations get() {
    Speech now = speech.get();
    Made known = made;
    if (known.by != now) {
      known = make(now);
      made = known;
    }
    return known.salutations;
  }
}
