package org.postbag.past.standard;

import java.time.Instant;
import java.util.Optional;
import org.postbag.classifier.text.Passage;
import org.postbag.past.PastLetter;

/// A letter that the office sent, with the one that it answers.
///
/// @param letter empty when it is not known, or it answers none
public record PastReply(PastLetter reply, Optional<PastLetter> letter) {
  long id() {
    return reply.id();
  }

  public Instant at() {
    return reply.at();
  }

  Passage passage() {
    return new Passage(reply.baseSubject(), reply.ownText(), reply.language());
  }

  /// Who got it; the address, to tell people apart.
  String recipient() {
    return reply.to().isEmpty() ? "" : reply.to().getFirst().address().canonical().toString();
  }
}
