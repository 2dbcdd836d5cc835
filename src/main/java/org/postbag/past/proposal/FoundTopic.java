package org.postbag.past.proposal;

import java.util.List;
import org.postbag.past.PastLetter;
import org.postbag.past.standard.FoundReply;

/// A topic that was found in the past: a matter that letters are about, and how the office answers
/// them.
///
/// @param replies the one that was used last first
/// @param letters its examples: those that were answered with one of the replies
/// @param campaigns letters among them in nearly the same words, the largest first
public record FoundTopic(
    String title,
    List<FoundReply> replies,
    List<PastLetter> letters,
    List<FoundKeyword> keywords,
    List<FoundCampaign> campaigns) {
  /// A word or phrase that tells the topic's letters from others.
  ///
  /// @param in how many of the topic's letters have it
  /// @param all how many of all letters that came have it
  public record FoundKeyword(String text, int in, int all) {}

  /// Letters in nearly the same words.
  ///
  /// @param name the subject that most of its writers gave it
  public record FoundCampaign(String name, int letters) {}

  public FoundTopic {
    replies = List.copyOf(replies);
    letters = List.copyOf(letters);
    keywords = List.copyOf(keywords);
    campaigns = List.copyOf(campaigns);
  }
}
