package org.postbag.past.proposal;

import java.time.Instant;
import java.util.List;
import org.postbag.past.proposal.FoundTopic.FoundCampaign;
import org.postbag.past.proposal.FoundTopic.FoundKeyword;
import org.postbag.past.standard.FoundReply.Passages;

/// A topic with its standard reply, as it is shown, written and kept.
///
/// @param name of its files
/// @param letters how many examples it has
/// @param languages ISO 639-1, of the letters that were answered so, the commonest first
/// @param replies the one that was used last first
public record ProposedTopic(
    String name,
    String title,
    int letters,
    List<String> languages,
    List<FoundKeyword> keywords,
    List<ProposedReply> replies,
    List<FoundCampaign> campaigns) {
  /// A standard reply, with what is known of its use.
  ///
  /// @param letter Markdown with the catalog's placeholders, the newest wording
  /// @param used how many replies were sent with it
  /// @param options what only some of them say besides
  /// @param earlier what they said before
  /// @param varying how sentences begin that are different in each of them, and were left out
  public record ProposedReply(
      String letter,
      int used,
      Instant first,
      Instant last,
      List<Passages> options,
      List<Passages> earlier,
      List<String> varying) {
    public ProposedReply {
      options = List.copyOf(options);
      earlier = List.copyOf(earlier);
      varying = List.copyOf(varying);
    }
  }

  public ProposedTopic {
    languages = List.copyOf(languages);
    keywords = List.copyOf(keywords);
    replies = List.copyOf(replies);
    campaigns = List.copyOf(campaigns);
  }

  /// The reply that was used last.
  public ProposedReply reply() {
    return replies.getFirst();
  }
}
