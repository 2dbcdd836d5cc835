package org.postbag.web.desk;

import java.time.Instant;
import java.util.List;

/// A letter as it stands in a list.
///
/// @param snippet words of the letter, some of them marked
/// @param when the time that it came
/// @param age the same in as few signs as a row has room for
/// @param note why a person must decide, or what became of it; may be empty
/// @param urgent true where somebody may need help
/// @param current true for the one that is open beside the list
record Row(
    long id,
    String href,
    String who,
    String subject,
    List<Highlighting.Piece> snippet,
    String when,
    String age,
    Instant at,
    String topic,
    String note,
    boolean urgent,
    boolean current) {
  /// The same with other words of the letter.
  Row with(List<Highlighting.Piece> words) {
    return words.isEmpty()
        ? this
        : new Row(id, href, who, subject, words, when, age, at, topic, note, urgent, current);
  }

  /// The same with how likely its topic is.
  Row with(String likelyTopic) {
    return new Row(
        id, href, who, subject, snippet, when, age, at, likelyTopic, note, urgent, current);
  }
}
