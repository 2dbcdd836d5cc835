package org.postbag.review;

import java.util.Optional;
import org.postbag.catalog.TopicId;
import org.postbag.ledger.State;

/// Which letters to list: the newest first, or with `after` the oldest first.
///
/// @param words words, or beginnings of words, that all stand in writer, subject or text; words in
///   quotation marks stand side by side
/// @param campaign only letters of the campaign with that first letter
/// @param before only letters with a smaller number: the cursor of a page
/// @param after only letters with a greater number, and the smallest of them first: the cursor of a
///   list that new letters are added to at its end
/// @param limit 1 to 500
public record Filter(
    Optional<State> state,
    Optional<TopicId> topic,
    Optional<String> words,
    Optional<Long> campaign,
    Optional<Long> before,
    Optional<Long> after,
    Criteria criteria,
    int limit) {
  public static final int MOST = 500;

  public Filter {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a page holds 1 to " + MOST + " letters, not " + limit);
    }
  }

  public Filter(
      Optional<State> state,
      Optional<TopicId> topic,
      Optional<String> words,
      Optional<Long> campaign,
      Optional<Long> before,
      Optional<Long> after,
      int limit) {
    this(state, topic, words, campaign, before, after, Criteria.NONE, limit);
  }

  /// The newest first.
  public Filter(
      Optional<State> state,
      Optional<TopicId> topic,
      Optional<String> words,
      Optional<Long> before,
      int limit) {
    this(state, topic, words, Optional.empty(), before, Optional.empty(), limit);
  }

  /// The oldest first, behind that letter.
  public static Filter after(
      long letter,
      Optional<State> state,
      Optional<TopicId> topic,
      Optional<String> words,
      int limit) {
    return new Filter(
        state, topic, words, Optional.empty(), Optional.empty(), Optional.of(letter), limit);
  }

  /// Only letters of that campaign, or of any when it is empty.
  public Filter of(Optional<Long> campaign) {
    return new Filter(state, topic, words, campaign, before, after, criteria, limit);
  }

  /// The same, narrowed further.
  public Filter narrowed(Criteria further) {
    return new Filter(state, topic, words, campaign, before, after, further, limit);
  }

  /// The newest letters in that state.
  public static Filter in(State state, int limit) {
    return new Filter(
        Optional.of(state), Optional.empty(), Optional.empty(), Optional.empty(), limit);
  }
}
