package org.postbag.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.email.Letter;
import org.postbag.email.MessageId;
import org.postbag.email.NamedAddress;
import org.postbag.intake.Reason;
import org.postbag.intake.Screening;
import org.postbag.matching.Evidence;
import org.postbag.people.Correspondent;
import org.postbag.people.NeedsHelp;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One explanation as one line of JSON.
final class ExplainJson {
  private final JsonFactory factory = new JsonFactory();

  /// Writes the line to `out` and sends it off, so that a reader sees it at once.
  void print(Explanation explanation, PrintWriter out) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      letter(json, explanation);
      screening(json, explanation.outcome());
      matching(json, explanation);
      reply(json, explanation);
      strings(json, "problems", explanation.letter().problems());
      json.writeEndObject();
    }
    out.println(line);
    out.flush();
  }

  private static void letter(JsonGenerator json, Explanation explanation) {
    Letter letter = explanation.letter();
    Optional<NamedAddress> from = letter.from();
    string(json, "file", explanation.file());
    string(json, "from", from.map(f -> f.address().toString()).orElse(null));
    string(json, "fromName", from.map(NamedAddress::name).orElse(null));
    addresses(json, "replyTo", letter.replyTo());
    addresses(json, "to", letter.to());
    addresses(json, "cc", letter.cc());
    string(json, "date", letter.date().map(Object::toString).orElse(null));
    string(json, "messageId", letter.messageId().map(MessageId::value).orElse(null));
    string(json, "subject", letter.subject());
    string(json, "baseSubject", letter.baseSubject());
    string(json, "text", letter.text());
    string(json, "visibleText", letter.visibleText());
    string(json, "safeHtml", letter.safeHtml());
    string(json, "language", letter.language());
    strings(
        json, "attachments", letter.attachments().stream().map(Letter.Attachment::name).toList());
  }

  private static void screening(JsonGenerator json, Screening.Outcome outcome) {
    String word = outcome.why().map(Reason::word).orElse(null);
    json.writeBooleanProperty("automatic", outcome.automatic());
    string(json, "automaticReason", outcome instanceof Screening.Outcome.SetAside ? word : null);
    json.writeBooleanProperty("mustNotReply", outcome.mustNotReply());
    string(json, "held", outcome instanceof Screening.Outcome.Held ? word : null);
  }

  private static void matching(JsonGenerator json, Explanation explanation) {
    string(json, "topic", explanation.match().topic().map(TopicId::toString).orElse(null));
    json.writeNumberProperty("probability", explanation.match().probability());
    string(json, "runnerUp", explanation.match().runnerUp().map(TopicId::toString).orElse(null));
    json.writeBooleanProperty("abstained", explanation.match().abstained());
    json.writeArrayPropertyStart("evidence");
    explanation.match().evidence().forEach(e -> evidence(json, e));
    json.writeEndArray();
    string(json, "campaign", null);
    string(json, "postcode", explanation.writer().flatMap(Correspondent::postcode).orElse(null));
    string(json, "constituent", null);
    strings(json, "needsHelp", explanation.needsHelp().stream().map(NeedsHelp::label).toList());
  }

  private static void evidence(JsonGenerator json, Evidence evidence) {
    json.writeStartObject();
    string(json, "feature", evidence.feature());
    json.writeNumberProperty("weight", evidence.weight());
    string(json, "where", camelCase(evidence.where()));
    json.writeNumberProperty("start", evidence.start());
    json.writeNumberProperty("end", evidence.end());
    json.writeEndObject();
  }

  private static String camelCase(Evidence.Where where) {
    return switch (where) {
      case SUBJECT, NOWHERE -> where.name().toLowerCase(Locale.ROOT);
      case VISIBLE_TEXT -> "visibleText";
    };
  }

  private static void reply(JsonGenerator json, Explanation explanation) {
    string(json, "salutation", explanation.writer().map(Correspondent::salutation).orElse(null));
    string(json, "replyName", explanation.replyName().orElse(null));
    if (explanation.reply().isEmpty()) {
      json.writeNullProperty("reply");
      return;
    }
    Explanation.Reply reply = explanation.reply().get();
    json.writeName("reply");
    json.writeStartObject();
    addresses(json, "to", List.of(reply.to()));
    string(json, "subject", reply.thread().subject());
    string(json, "inReplyTo", reply.thread().inReplyTo().map(MessageId::value).orElse(null));
    strings(
        json, "references", reply.thread().references().stream().map(MessageId::value).toList());
    string(json, "text", explanation.replyText().orElse(null));
    json.writeEndObject();
  }

  private static void addresses(JsonGenerator json, String name, List<NamedAddress> addresses) {
    strings(json, name, addresses.stream().map(a -> a.address().toString()).toList());
  }

  private static void strings(JsonGenerator json, String name, Collection<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void string(JsonGenerator json, String name, @Nullable String value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value);
    }
  }
}
