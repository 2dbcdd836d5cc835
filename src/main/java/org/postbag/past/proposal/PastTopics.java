package org.postbag.past.proposal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postbag.past.Direction;
import org.postbag.past.Past;
import org.postbag.past.PastLetter;
import org.postbag.past.standard.FoundReply;
import org.postbag.past.standard.PastReply;
import org.postbag.past.standard.StandardReplies;

/// What an office's past says of its topics and standard replies.
public final class PastTopics {
  private final Past past;
  private final ZoneId zone;
  private final Path work;

  /// @param zone where the office is
  /// @param work a folder for an index of the letters, while they are looked at
  public PastTopics(Past past, ZoneId zone, Path work) {
    this.past = past;
    this.zone = zone;
    this.work = work;
  }

  /// What was found.
  ///
  /// @param sent how many letters were sent
  /// @param standard how many of them are standard replies
  /// @param unanswered how many standard texts answer hardly any letter, and so are on no topic
  public record Found(
      List<FoundTopic> topics, int received, int sent, int standard, int unanswered) {
    public Found {
      topics = List.copyOf(topics);
    }

    /// The most frequent first.
    ///
    /// @param taken names of topics and replies that there are
    public List<ProposedTopic> proposals(Collection<String> taken) {
      return new Proposing(taken).of(topics).stream().map(Proposing.Made::topic).toList();
    }
  }

  /// Looks through all of it.
  ///
  /// @param before only of letters and replies before that time
  public Found find(Instant before) {
    List<PastReply> sent = sent(before);
    List<FoundReply> replies = new StandardReplies(zone).in(sent);
    int[] received = {0};
    List<FoundTopic> topics =
        new TopicFinder(work).of(replies, received(before).peek(_ -> received[0]++));
    int answering = topics.stream().mapToInt(topic -> topic.replies().size()).sum();
    return new Found(
        topics,
        received[0],
        sent.size(),
        replies.stream().mapToInt(reply -> reply.replies().size()).sum(),
        replies.size() - answering);
  }

  private Stream<PastLetter> received(Instant before) {
    return past.letters(Direction.RECEIVED).filter(letter -> letter.at().isBefore(before));
  }

  private List<PastReply> sent(Instant before) {
    Map<Long, PastLetter> answers = new HashMap<>();
    past.answered().forEach(pair -> answers.put(pair.reply().id(), pair.letter()));
    return past.letters(Direction.SENT)
        .filter(letter -> letter.at().isBefore(before))
        .map(letter -> new PastReply(letter, Optional.ofNullable(answers.get(letter.id()))))
        .toList();
  }
}
