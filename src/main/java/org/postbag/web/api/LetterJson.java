package org.postbag.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.email.Letter;
import org.postbag.ledger.Entry;
import org.postbag.matching.Evidence;
import org.postbag.matching.Match;
import org.postbag.review.Approval;
import org.postbag.review.EarlierLetter;
import org.postbag.review.QueueItem;
import org.postbag.sending.Refusal;

/// One letter with all that is known about it.
///
/// @param text the whole body; `visibleText` what the writer wrote in it
/// @param evidence what spoke for and against the topic, with the places in the letter
/// @param earlier what the writer wrote before, the newest first
/// @param leavesAt until then an approved reply can be taken back
record LetterJson(
    @JsonUnwrapped MessageJson message,
    String visibleText,
    String text,
    List<String> attachments,
    List<CandidateJson> candidates,
    List<EvidenceJson> evidence,
    @Nullable String approvedBy,
    @Nullable Instant leavesAt,
    List<EntryJson> history,
    List<EarlierJson> earlier) {
  /// Another letter of the same writer, or of the same thread.
  ///
  /// @param sameThread whether this letter refers to the other one's reply
  /// @param repliedAt when its reply was approved
  record EarlierJson(
      long id,
      Instant received,
      String subject,
      @Nullable String topic,
      String state,
      boolean sameThread,
      @Nullable Instant repliedAt,
      @Nullable String replyName) {
    static EarlierJson of(EarlierLetter letter) {
      return new EarlierJson(
          letter.letter(),
          letter.received(),
          letter.subject(),
          letter.topic().map(TopicId::value).orElse(null),
          letter.state().label(),
          letter.sameThread(),
          letter.repliedAt().orElse(null),
          letter.replyName().orElse(null));
    }
  }

  record CandidateJson(String topic, double probability) {
    static CandidateJson of(Match.Candidate candidate) {
      return new CandidateJson(candidate.topic().value(), candidate.probability());
    }
  }

  record EvidenceJson(String feature, double weight, @Nullable String where, int start, int end) {
    static EvidenceJson of(Evidence evidence) {
      return new EvidenceJson(
          evidence.feature(),
          evidence.weight(),
          where(evidence.where()),
          evidence.start(),
          evidence.end());
    }

    private static @Nullable String where(Evidence.Where where) {
      return switch (where) {
        case SUBJECT -> where.name().toLowerCase(Locale.ROOT);
        case VISIBLE_TEXT -> "visibleText";
        case NOWHERE -> null;
      };
    }
  }

  record EntryJson(Instant at, String actor, String from, String to, String why) {
    static EntryJson of(Entry entry) {
      return new EntryJson(
          entry.at(), entry.actor(), entry.from().label(), entry.to().label(), entry.why());
    }
  }

  static LetterJson of(
      QueueItem item,
      Match match,
      Optional<Refusal> refusal,
      Optional<Letter> letter,
      Optional<Approval> approval,
      List<Entry> history,
      List<EarlierLetter> earlier) {
    return new LetterJson(
        MessageJson.of(item, refusal),
        letter.map(Letter::visibleText).orElse(""),
        letter.map(Letter::text).orElse(""),
        letter.map(LetterJson::names).orElse(List.of()),
        match.candidates().stream().map(CandidateJson::of).toList(),
        match.evidence().stream().map(EvidenceJson::of).toList(),
        approval.map(Approval::actor).orElse(null),
        approval.map(Approval::releaseAt).orElse(null),
        history.stream().map(EntryJson::of).toList(),
        earlier.stream().map(EarlierJson::of).toList());
  }

  private static List<String> names(Letter letter) {
    return letter.attachments().stream().map(Letter.Attachment::name).toList();
  }
}
