package org.postbag.web.desk;

import java.util.List;
import java.util.Optional;
import org.postbag.catalog.Markdown;
import org.postbag.email.Address;
import org.postbag.email.NamedAddress;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.Proposal;
import org.postbag.review.QueueItem;
import org.postbag.review.ReplyCheck;
import org.postbag.review.ReplySource;
import org.postbag.review.ReviewQueue;
import org.postbag.review.WrittenReplies;
import org.postbag.review.handling.Writing;
import org.postbag.review.handling.Writings;
import org.springframework.stereotype.Component;

/// Opens replies for writing: as somebody left them, or as they begin.
@Component
class Editors {
  private final ReviewQueue queue;
  private final ReplySource source;
  private final Writings writings;
  private final Times times;

  Editors(ReviewQueue queue, WrittenReplies written, Writings writings, Times times) {
    this.queue = queue;
    this.source = written.source();
    this.writings = writings;
    this.times = times;
  }

  /// The reply that somebody has begun for a letter.
  Optional<EditorView> kept(long letter, String member) {
    return queue
        .find(letter)
        .flatMap(item -> writings.of(letter, member).map(writing -> of(item, writing)));
  }

  private EditorView of(QueueItem item, Writing writing) {
    return new EditorView(
        writing.kind(),
        item.version(),
        writing.source(),
        to(item, writing.kind(), writing.source()),
        writing.subject(),
        writing.text(),
        Optional.of(times.of(writing.at())),
        writing.version() != item.version(),
        mayApprove(item, writing.kind()),
        progress(item, writing));
  }

  /// A reply from its beginning; empty when it has none.
  ///
  /// @param from the name of a standard reply, or an address; empty for none
  Optional<EditorView> fresh(long letter, Writing.Kind kind, String from) {
    return queue
        .find(letter)
        .flatMap(item ->
            begin(item, kind, from)
                .map(text ->
                    new EditorView(
                        kind,
                        item.version(),
                        from,
                        to(item, kind, from),
                        text.subject(),
                        text.text(),
                        Optional.empty(),
                        false,
                        mayApprove(item, kind),
                        progress(text.text(), text.text(), text.subject()))));
  }

  private record Begun(String subject, String text) {}

  private Optional<Begun> begin(QueueItem item, Writing.Kind kind, String from) {
    return switch (kind) {
      case EDIT -> item.reply().map(reply -> new Begun(reply.thread().subject(), reply.text()));
      case OWN ->
          begun(from.isEmpty() ? source.blank(item.letter()) : source.picked(item.letter(), from));
      case FORWARD ->
          Address.parse(from)
              .or(() -> Optional.of(new Address("nobody", "invalid")))
              .flatMap(to -> begun(source.forward(item.letter(), new NamedAddress(null, to))));
    };
  }

  private static Optional<Begun> begun(ChosenReply reply) {
    return reply
        .answer()
        .map((Proposal.Answer answer) -> new Begun(answer.thread().subject(), answer.text()));
  }

  private static String to(QueueItem item, Writing.Kind kind, String source) {
    return kind == Writing.Kind.FORWARD
        ? source
        : item.reply()
            .filter(_ -> kind == Writing.Kind.EDIT)
            .map(reply -> reply.to().toString())
            .orElseGet(() -> Lists.who(item));
  }

  /// Warnings are ticked off beside the finished reply, and so not here.
  private static boolean mayApprove(QueueItem item, Writing.Kind kind) {
    return kind == Writing.Kind.EDIT && item.warnings().isEmpty();
  }

  /// How what is written would look, and what was changed.
  EditorView.Progress progress(QueueItem item, Writing writing) {
    String before = begin(item, writing.kind(), writing.source()).map(Begun::text).orElse("");
    return progress(before, writing.text(), writing.subject());
  }

  private static EditorView.Progress progress(String before, String text, String subject) {
    return new EditorView.Progress(
        Markdown.html(text),
        Markdown.text(text),
        before.equals(text) ? List.of() : Difference.between(before, text),
        ReplyCheck.problems(subject, text));
  }
}
