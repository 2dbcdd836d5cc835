package org.postbag.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.Stance;
import org.postbag.catalog.TopicId;
import org.postbag.email.Letter;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;
import org.postbag.email.ReplyThread;
import org.postbag.email.text.Fold;
import org.postbag.intake.Screening;
import org.postbag.intake.ScreeningReason;
import org.postbag.ledger.ReviewReason;
import org.postbag.matching.Evidence;
import org.postbag.matching.Match;
import org.postbag.matching.campaign.Campaign;
import org.postbag.matching.campaign.OwnLine;
import org.postbag.matching.campaign.Sign;
import org.postbag.matching.stance.StanceMatch;
import org.postbag.people.Correspondent;
import org.postbag.people.help.HelpSign;
import org.postbag.reply.Proposal;
import org.postbag.reply.Warning;

/// One explanation as one line of JSON; every key stands in every line.
final class ExplainJson {
  private final Map<String, @Nullable Object> line = new LinkedHashMap<>();

  private ExplainJson() {}

  static void print(ExplainedLetter explanation, PrintWriter out) {
    ExplainJson json = new ExplainJson();
    json.line.put("file", explanation.file());
    json.letter(explanation.letter());
    json.screening(explanation.outcome());
    json.match(explanation.match());
    json.writer(explanation);
    json.proposal(explanation);
    json.line.put("problems", explanation.letter().problems());
    JsonLine.print(json.line, out);
  }

  private void letter(Letter letter) {
    Optional<NamedAddress> from = letter.from();
    line.put("from", from.map(f -> f.address().toString()).orElse(null));
    line.put("fromName", from.map(NamedAddress::name).orElse(null));
    line.put("replyTo", addresses(letter.replyTo()));
    line.put("to", addresses(letter.to()));
    line.put("cc", addresses(letter.cc()));
    line.put("date", letter.date().map(Object::toString).orElse(null));
    line.put("messageId", letter.messageId().map(MessageId::value).orElse(null));
    line.put("subject", letter.subject());
    line.put("baseSubject", letter.baseSubject());
    line.put("text", letter.text());
    line.put("visibleText", letter.visibleText());
    line.put("folded", letter.folded().stream().map(ExplainJson::fold).toList());
    line.put("safeHtml", letter.safeHtml());
    line.put("language", letter.language());
    line.put("attachments", letter.attachments().stream().map(Letter.Attachment::name).toList());
  }

  private static Map<String, Object> fold(Fold fold) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("start", fold.start());
    object.put("end", fold.end());
    object.put("why", fold.why().word());
    return object;
  }

  private void screening(Screening.Outcome outcome) {
    String word = outcome.why().map(ScreeningReason::word).orElse(null);
    line.put("automatic", outcome.automatic());
    line.put("automaticReason", outcome instanceof Screening.Outcome.SetAside ? word : null);
    line.put("mustNotReply", outcome.mustNotReply());
    line.put("held", outcome instanceof Screening.Outcome.Held ? word : null);
  }

  private void match(Match match) {
    line.put("topic", match.topic().map(TopicId::value).orElse(null));
    line.put("probability", match.probability());
    line.put("runnerUp", match.runnerUp().map(TopicId::value).orElse(null));
    line.put("also", match.also().map(second -> second.topic().value()).orElse(null));
    line.put("abstained", match.abstained());
    line.put("candidates", match.candidates().stream().map(ExplainJson::candidate).toList());
    line.put("gate", match.gate().map(gate -> gate(gate, match.probability())).orElse(null));
    line.put("evidence", match.evidence().stream().map(ExplainJson::evidence).toList());
  }

  private static Map<String, @Nullable Object> candidate(Match.Candidate candidate) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("topic", candidate.topic().value());
    object.put("probability", candidate.probability());
    object.put("score", orNull(candidate.score()));
    return object;
  }

  private static Map<String, @Nullable Object> gate(Match.Gate gate, double probability) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("inScope", gate.inScope());
    object.put("share", gate.share());
    object.put("probability", probability);
    object.put("line", orNull(gate.line()));
    object.put("sentence", gate.sentence());
    return object;
  }

  private static @Nullable Double orNull(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }

  private static Map<String, Object> evidence(Evidence evidence) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("feature", evidence.feature());
    object.put("weight", evidence.weight());
    object.put("where", place(evidence.where()));
    object.put("start", evidence.start());
    object.put("end", evidence.end());
    return object;
  }

  private static String place(Evidence.Where where) {
    return switch (where) {
      case SUBJECT, NOWHERE -> where.name().toLowerCase(Locale.ROOT);
      case VISIBLE_TEXT -> "visibleText";
    };
  }

  private void writer(ExplainedLetter explanation) {
    line.put("campaign", explanation.campaign().orElse(null));
    Optional<Campaign> campaign = explanation.match().campaign();
    line.put("personal", campaign.map(ExplainJson::personal).orElse(List.of()));
    line.put(
        "outlier",
        campaign.map(c -> c.signs().stream().map(Sign::word).sorted().toList()).orElse(List.of()));
    line.put("postcode", explanation.writer().flatMap(Correspondent::postcode).orElse(null));
    line.put(
        "constituent",
        explanation
            .writer()
            .flatMap(Correspondent::constituent)
            .map(yes -> yes ? "yes" : "no")
            .orElse(null));
    line.put(
        "needsHelp",
        explanation.needsHelp().stream().map(s -> s.kind().name()).distinct().toList());
    line.put("helpSigns", explanation.needsHelp().stream().map(ExplainJson::sign).toList());
    line.put("stance", explanation.stance().map(ExplainJson::stance).orElse(null));
    line.put("salutation", explanation.writer().map(Correspondent::salutation).orElse(null));
    line.put(
        "salutationFrom",
        explanation
            .writer()
            .flatMap(Correspondent::known)
            .map(known -> known.source().word())
            .orElse(null));
  }

  private static Map<String, Object> sign(HelpSign sign) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("class", sign.kind().name());
    object.put("desk", sign.handling().name().toLowerCase(Locale.ROOT));
    object.put("probability", Math.round(sign.probability() * 1000) / 1000.0);
    object.put("sentence", place(sign.sentence()));
    object.put("words", sign.words().stream().map(ExplainJson::place).toList());
    return object;
  }

  private static Map<String, @Nullable Object> stance(StanceMatch match) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("name", match.stance().map(Stance::name).orElse(null));
    object.put("confidence", Math.round(match.confidence() * 1000) / 1000.0);
    object.put(
        "words",
        match.places().stream()
            .map(p -> new HelpSign.Place(p.start(), p.end()))
            .map(ExplainJson::place)
            .toList());
    return object;
  }

  private static Map<String, Object> place(HelpSign.Place place) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("start", place.start());
    object.put("end", place.end());
    return object;
  }

  private static List<Map<String, Object>> personal(Campaign campaign) {
    return campaign.ownLines().stream().map(ExplainJson::personal).toList();
  }

  private static Map<String, Object> personal(OwnLine line) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("start", line.start());
    object.put("end", line.end());
    object.put("text", line.text());
    return object;
  }

  private void proposal(ExplainedLetter explanation) {
    Optional<Proposal.Answer> answer = explanation.answer();
    line.put("followUp", explanation.followUp());
    line.put("state", explanation.state());
    line.put("reason", explanation.reason().map(ReviewReason::word).orElse(null));
    line.put("warnings", explanation.warnings().stream().map(ExplainJson::warning).toList());
    line.put("replyName", answer.map(Proposal.Answer::replyName).orElse(null));
    line.put("reply", explanation.reply().map(r -> reply(r, answer)).orElse(null));
  }

  private static Map<String, Object> warning(Warning warning) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("word", warning.word());
    object.put("sentence", warning.sentence());
    warning
        .place()
        .ifPresent(place -> {
          object.put("start", place.start());
          object.put("end", place.end());
        });
    return object;
  }

  private static Map<String, @Nullable Object> reply(
      ExplainedLetter.Reply reply, Optional<Proposal.Answer> answer) {
    ReplyThread thread = reply.thread();
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("to", addresses(List.of(reply.to())));
    object.put("subject", thread.subject());
    object.put("inReplyTo", thread.inReplyTo().map(MessageId::value).orElse(null));
    object.put("references", thread.references().stream().map(MessageId::value).toList());
    object.put("text", answer.map(Proposal.Answer::text).orElse(null));
    return object;
  }

  private static List<String> addresses(List<NamedAddress> addresses) {
    return addresses.stream().map(a -> a.address().toString()).toList();
  }
}
