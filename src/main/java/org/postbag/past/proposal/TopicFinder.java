package org.postbag.past.proposal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postbag.classifier.text.Passage;
import org.postbag.matching.campaign.Campaigns;
import org.postbag.past.PastLetter;
import org.postbag.past.proposal.FoundTopic.FoundCampaign;
import org.postbag.past.proposal.FoundTopic.FoundKeyword;
import org.postbag.past.standard.FoundReply;
import org.postbag.search.IndexedLetter;
import org.postbag.search.LetterSample;

/// Finds topics: letters that were answered with the same standard reply.
final class TopicFinder {
  private static final int LEAST_LETTERS = 3;
  private static final double ANSWERING = 0.3;
  private static final int LEAST_CAMPAIGN = 5;
  private static final int MOST_CAMPAIGNS = 5;
  private static final int BATCH = 500;

  private final Path work;

  /// @param work a folder for an index of the letters, while they are looked at
  TopicFinder(Path work) {
    this.work = work;
  }

  /// The topics of most letters first.
  ///
  /// @param received all letters that came, to know how frequent a word is
  List<FoundTopic> of(List<FoundReply> replies, Stream<PastLetter> received) {
    try (LetterSample sample = LetterSample.in(work)) {
      index(received, sample);
      List<List<FoundReply>> shared = SharedTopics.of(replies);
      TitleChoice titles =
          new TitleChoice(shared.stream().flatMap(some -> letters(some).stream()).toList());
      return shared.stream()
          .filter(TopicFinder::isAnswer)
          .map(some -> topic(some, sample, titles))
          .filter(topic -> !topic.keywords().isEmpty())
          .sorted(Comparator.comparingInt((FoundTopic topic) -> -topic.letters().size()))
          .toList();
    }
  }

  /// A text that went out mostly of the office's own accord is no answer.
  private static boolean isAnswer(List<FoundReply> replies) {
    int sent = replies.stream().mapToInt(reply -> reply.replies().size()).sum();
    int letters = letters(replies).size();
    return letters >= LEAST_LETTERS && letters >= ANSWERING * sent;
  }

  private static void index(Stream<PastLetter> received, LetterSample sample) {
    List<IndexedLetter> batch = new ArrayList<>();
    received.forEach(letter -> {
      batch.add(new IndexedLetter(letter.id(), "", passage(letter), Optional.empty()));
      if (batch.size() == BATCH) {
        sample.add(batch);
        batch.clear();
      }
    });
    sample.add(batch);
  }

  static Passage passage(PastLetter letter) {
    return new Passage(letter.baseSubject(), letter.ownText(), letter.language());
  }

  /// Each once, though it may have been answered twice; the oldest first.
  private static List<PastLetter> letters(List<FoundReply> replies) {
    Map<Long, PastLetter> letters = new LinkedHashMap<>();
    replies.stream()
        .flatMap(FoundReply::letters)
        .sorted(Comparator.comparing(PastLetter::at))
        .forEach(letter -> letters.putIfAbsent(letter.id(), letter));
    return List.copyOf(letters.values());
  }

  private static FoundTopic topic(
      List<FoundReply> replies, LetterSample sample, TitleChoice titles) {
    List<PastLetter> letters = letters(replies);
    List<FoundKeyword> keywords = KeywordChoice.of(letters, sample.index());
    return new FoundTopic(
        titles.of(letters, keywords), replies, letters, keywords, campaigns(letters));
  }

  private static List<FoundCampaign> campaigns(List<PastLetter> letters) {
    Campaigns campaigns = new Campaigns();
    letters.forEach(letter -> campaigns.join(letter.id(), passage(letter)));
    campaigns.reconcileAll();
    Map<Long, List<PastLetter>> groups = new LinkedHashMap<>();
    for (PastLetter letter : letters) {
      campaigns
          .current(letter.id(), passage(letter))
          .ifPresent(
              one -> groups.computeIfAbsent(one.first(), _ -> new ArrayList<>()).add(letter));
    }
    return groups.values().stream()
        .filter(group -> group.size() >= LEAST_CAMPAIGN)
        .sorted(Comparator.comparingInt((List<PastLetter> group) -> -group.size()))
        .limit(MOST_CAMPAIGNS)
        .map(group -> new FoundCampaign(name(group), group.size()))
        .toList();
  }

  private static String name(List<PastLetter> group) {
    return new Subjects(group).common().stream().findFirst().orElse("each with its own subject");
  }
}
