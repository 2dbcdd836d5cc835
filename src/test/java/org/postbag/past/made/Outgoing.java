package org.postbag.past.made;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.postbag.past.Direction;
import org.postbag.past.made.MadeLetter.Kind;

/// The letters that the office sends. They get their numbers when they are added to the mailbox.
final class Outgoing {
  private static final String OFFICE = ReplyTexts.MEMBER + " <" + MadeOffice.ADDRESS + ">";

  private final Words words;
  private final ReplyTexts texts;

  Outgoing(Words words, ReplyTexts texts) {
    this.words = words;
    this.texts = texts;
  }

  MadeLetter standard(Incoming to, Matter matter, int wording, Instant at, boolean threaded) {
    ReplyTexts.Standard reply = texts.standard(to, matter, wording);
    String rfc822 =
        answer(to, texts.quoting(reply.text(), to, at), at, threaded, words.one(matter.subjects()));
    return new MadeLetter(
        -1,
        Direction.SENT,
        "Sent",
        at,
        Kind.STANDARD_REPLY,
        Optional.of(matter.name()),
        wording,
        "",
        OptionalInt.of(to.number()),
        threaded,
        false,
        reply.edited(),
        reply.optional(),
        rfc822);
  }

  MadeLetter byHand(Incoming to, Instant at, boolean threaded) {
    String text = texts.quoting(texts.byHand(to), to, at);
    String rfc822 = answer(to, text, at, threaded, "Your letter of " + Words.day(to.at()));
    return sent(Kind.BY_HAND, at, OptionalInt.of(to.number()), threaded, rfc822);
  }

  /// A constituent's letter to somebody else; mail programs put it into the letter's thread.
  MadeLetter forward(Incoming letter, Writer to, Instant at) {
    MadeMime mime = head(to, at).field("Subject", "FW: " + letter.subject());
    letter.messageId().ifPresent(id -> mime.field("References", id));
    String text = "Could you look into this, please?\n\n" + ReplyTexts.original(letter);
    return sent(Kind.FORWARD, at, OptionalInt.empty(), false, mime.plain(text));
  }

  Optional<MadeLetter> ownLetter(Writer to, Instant at) {
    String line = words.one("own-letter", at);
    int bar = line.indexOf('|');
    MadeMime mime = head(to, at).field("Subject", line.substring(0, bar).strip());
    String text = texts.own(line.substring(bar + 1).strip());
    return Optional.of(sent(Kind.OWN_LETTER, at, OptionalInt.empty(), false, mime.plain(text)));
  }

  private static MadeLetter sent(
      Kind kind, Instant at, OptionalInt answers, boolean threaded, String rfc822) {
    return new MadeLetter(
        -1,
        Direction.SENT,
        "Sent",
        at,
        kind,
        Optional.empty(),
        -1,
        "",
        answers,
        threaded,
        false,
        false,
        false,
        rfc822);
  }

  static MadeLetter numbered(MadeLetter m, int number) {
    return new MadeLetter(
        number,
        m.direction(),
        m.folder(),
        m.at(),
        m.kind(),
        m.matter(),
        m.wording(),
        m.register(),
        m.answers(),
        m.threaded(),
        m.campaign(),
        m.edited(),
        m.optional(),
        m.rfc822());
  }

  private MadeMime head(Writer to, Instant at) {
    String id =
        "<out%d.%d@holt.example.org>".formatted(at.getEpochSecond(), words.chance().nextInt(1_000));
    return new MadeMime()
        .field("From", OFFICE)
        .field("To", to.mailbox())
        .field("Message-ID", id)
        .date(at);
  }

  /// One in ten answers without a thread has a subject of its own.
  private String answer(Incoming to, String text, Instant at, boolean threaded, String ownSubject) {
    boolean own = to.subject().isEmpty() || (!threaded && words.in(0.1));
    String mark = words.one(java.util.List.of("Re: ", "RE: ", "Re: "));
    MadeMime mime = head(to.writer(), at).field("Subject", own ? ownSubject : mark + to.subject());
    if (threaded) {
      String id = to.messageId().orElseThrow();
      mime.field("In-Reply-To", words.in(0.95) ? id : "").field("References", id);
    }
    return body(mime, text, to.number(), words);
  }

  /// In one of the forms of mail programs.
  static String body(MadeMime mime, String text, int number, Words words) {
    return switch (words.chance().nextInt(20)) {
      case 0, 1, 2 -> mime.html(text);
      case 3, 4, 5, 6, 7 -> mime.alternative(text, number);
      default -> mime.plain(text);
    };
  }
}
