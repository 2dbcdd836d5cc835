package org.postbag.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postbag.email.mime.MimeParts;
import org.postbag.email.mime.Part;
import org.postbag.email.text.Conversation;
import org.postbag.email.text.Fold;
import org.postbag.email.text.FormFrame;
import org.postbag.email.text.FormLines;
import org.postbag.email.text.Languages;
import org.postbag.email.text.OwnTexts;
import org.postbag.email.text.VisibleText;

/// Reads a letter from its bytes. Stateless: one reader may serve many threads.
public final class LetterReader {
  private static final int MAX_PROBLEMS = 49;
  private static final String NOTHING_SAID = "no sentence of the writer's own can be read";

  private final OwnTexts own;

  /// A reader for an office of whose letters nothing is known.
  public LetterReader() {
    this(OwnTexts.NONE);
  }

  /// @param own recognises what the office wrote, where a letter quotes it
  public LetterReader(OwnTexts own) {
    this.own = own;
  }

  /// The letter in `rfc822`, whatever the bytes are: nothing is refused and nothing thrown. What
  /// could not be understood is left out and named in the problems. Time and memory grow with the
  /// size of `rfc822` alone, not with how deep or how cleverly it is built.
  public Letter read(byte[] rfc822) {
    List<String> problems = new ArrayList<>();
    Part root = MimeParts.read(rfc822, problems);
    HeaderFields header = HeaderFields.of(root);
    Body.Contents body = body(root, problems);
    Letter letter = letter(header, root, body, problems);
    return letter.saysSomething() ? letter : letter.withProblem(NOTHING_SAID);
  }

  /// The header fields alone, of a message or of its first octets.
  public static Headers headers(byte[] rfc822) {
    return HeaderFields.of(MimeParts.read(rfc822, new ArrayList<>())).decoded();
  }

  private static List<Fold> marks(Reading reading, Optional<FormFrame> form, FormLines lines) {
    return Stream.of(reading.marks(), form.map(FormFrame::folds).orElse(List.of()), lines.relay())
        .flatMap(List::stream)
        .toList();
  }

  private List<Fold> ours(HeaderFields header, Reading reading) {
    List<String> references =
        Stream.of("References", "In-Reply-To")
            .flatMap(name -> header.ids(name).stream())
            .map(MessageId::value)
            .distinct()
            .toList();
    return own.in(reading.text(), references);
  }

  /// One letter that a library stumbles over must stop nobody: it is shown with its reason.
  private static Body.Contents body(Part root, List<String> problems) {
    try {
      return Body.of(root, problems);
    } catch (RuntimeException | StackOverflowError stumbled) {
      problems.add("the body cannot be read: " + stumbled.getClass().getSimpleName());
      return new Body.Contents(Reading.NOTHING, List.of(), List.of(), Optional.empty());
    }
  }

  private Letter letter(HeaderFields header, Part root, Body.Contents body, List<String> problems) {
    String subject = header.subject();
    Reading reading = body.reading();
    Conversation conversation = header.conversation();
    FormLines lines = FormLines.of(reading.ownText());
    Optional<FormFrame> form = lines.frame();
    VisibleText visible =
        VisibleText.of(
            reading.text(), marks(reading, form, lines), ours(header, reading), conversation);
    Optional<Authorship> authorship =
        new AuthorshipReader(header, conversation)
            .of(form, reading.ownText(), body.enclosedWriter(), visible.text().isBlank());
    Optional<NamedAddress> from = header.addresses("From").stream().findFirst();
    return new Letter(
        from.or(() -> header.addresses("Sender").stream().findFirst()),
        header.replyTo(),
        header.addresses("To"),
        header.addresses("Cc"),
        header.date(),
        header.messageId(),
        header.ids("In-Reply-To"),
        header.ids("References"),
        authorship,
        subject,
        BaseSubject.of(subject),
        reading.text(),
        visible.text(),
        visible.folded(),
        reading.html(),
        Languages.of(visible.text()),
        body.attachments(),
        header.contentType(root),
        body.types(),
        header.decoded(),
        problems.stream().distinct().limit(MAX_PROBLEMS).toList());
  }
}
