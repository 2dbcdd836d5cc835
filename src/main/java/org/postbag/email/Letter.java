package org.postbag.email;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postbag.email.text.Fold;
import org.postbag.email.text.Stubs;
import org.postbag.email.text.VisibleText;

/// A letter as it was read: what the writer wrote, and what the bytes say about it. Immutable.
///
/// @param from the first address of From, or of Sender where From has none
/// @param replyTo where an answer goes: Reply-To, or From where there is none (RFC 5322 §3.6.2)
/// @param date the Date field, if it can be understood
/// @param inReplyTo the ids of In-Reply-To, in their order
/// @param authorship who really wrote it, where the letter says that it was not the one in From
/// @param subject decoded, without control characters; empty when there is none
/// @param baseSubject the subject without reply and forward marks, RFC 5256 §2.1
/// @param text the whole body as text
/// @param visibleText what the writer wrote: without quoted history, signature, disclaimers
/// @param folded what of the text is not visible, and what it is known to be, in its order
/// @param safeHtml the HTML body with everything active or remote removed; empty when there is none
/// @param language ISO 639-1 code of the visible text; `und` when it cannot be told
/// @param attachments parts that a reader would save, RFC 2183
/// @param contentType the top media type in lower case with its parameters, RFC 2045 §5
/// @param parts the media types of all parts below it, depth first, in lower case, those within an
///   enclosed message left out; a calendar part with its `method`, RFC 6047 §2.4
/// @param headers all header fields
/// @param problems what was wrong with the bytes, each in one sentence
public record Letter(
    Optional<NamedAddress> from,
    List<NamedAddress> replyTo,
    List<NamedAddress> to,
    List<NamedAddress> cc,
    Optional<Instant> date,
    Optional<MessageId> messageId,
    List<MessageId> inReplyTo,
    List<MessageId> references,
    Optional<Authorship> authorship,
    String subject,
    String baseSubject,
    String text,
    String visibleText,
    List<Fold> folded,
    String safeHtml,
    String language,
    List<Attachment> attachments,
    String contentType,
    List<String> parts,
    Headers headers,
    List<String> problems) {

  /// A part to save: its decoded name without any path, its media type, its size in bytes.
  public record Attachment(String name, String mediaType, long size) {}

  public Letter {
    replyTo = List.copyOf(replyTo);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    inReplyTo = List.copyOf(inReplyTo);
    references = List.copyOf(references);
    folded = List.copyOf(folded);
    attachments = List.copyOf(attachments);
    parts = List.copyOf(parts);
    problems = List.copyOf(problems);
  }

  /// Whether a sentence of the writer's own can be read: not in a letter that is empty, encrypted,
  /// a picture, or only points at what is attached. Its subject alone answers nothing.
  public boolean saysSomething() {
    String name = from.map(NamedAddress::name).orElse("");
    return Stubs.saysSomething(visibleText, name);
  }

  /// The body without the text of attached files.
  public String bodyText() {
    return folded.stream()
        .filter(fold -> fold.why() == Fold.Why.ATTACHED)
        .findFirst()
        .map(fold -> text.substring(0, fold.start()))
        .orElse(text);
  }

  /// What is to be matched: the writer's words; where there is none, what the attached files say.
  public String words() {
    return saysSomething() || bodyText().length() == text.length()
        ? visibleText
        : text.substring(bodyText().length());
  }

  /// All of the text but what is proved to be our own: signs of distress count wherever they stand,
  /// below a signature and in a letter that is quoted too.
  public String textWithoutOurs() {
    return VisibleText.withoutOurs(text, folded);
  }

  /// Whether its subject says that another letter is passed on.
  public boolean isForward() {
    return BaseSubject.isForward(subject);
  }

  /// Whether it came to be in that way.
  public boolean isBy(Authorship.Means means) {
    return authorship.filter(a -> a.is(means)).isPresent();
  }

  /// Whom the letter names as its writer, in place of the one in From.
  public Optional<NamedAddress> namedWriter() {
    return authorship.flatMap(Authorship::writer);
  }

  /// The same letter with one more thing that is wrong with it, before the others.
  public Letter withProblem(String problem) {
    List<String> all = Stream.concat(Stream.of(problem), problems.stream()).toList();
    return new Letter(
        from,
        replyTo,
        to,
        cc,
        date,
        messageId,
        inReplyTo,
        references,
        authorship,
        subject,
        baseSubject,
        text,
        visibleText,
        folded,
        safeHtml,
        language,
        attachments,
        contentType,
        parts,
        headers,
        all);
  }
}
