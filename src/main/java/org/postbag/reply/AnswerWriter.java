package org.postbag.reply;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.TopicId;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;
import org.postbag.email.ReplyThread;
import org.postbag.intake.ScreeningReason;
import org.postbag.ledger.DraftReason;
import org.postbag.ledger.ReviewReason;
import org.postbag.people.Correspondent;
import org.postbag.people.Correspondents;
import org.postbag.people.name.Salutations;

/// Writes the standard reply to one letter: the side's paragraphs, the variant for where the writer
/// lives, and the placeholders filled in.
final class AnswerWriter {
  private static final String RE = "Re: ";

  private static final StandardReply BLANK =
      new StandardReply(
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          "{{salutation}},\n\n\n\n{{signature}}",
          "");

  private final Supplier<Catalog> catalog;
  private final ReplySettings settings;
  private final Supplier<Salutations> salutations;
  private final Correspondents correspondents;
  private final Stances stances;
  private final InstantSource clock;

  AnswerWriter(
      Supplier<Catalog> catalog,
      ReplySettings settings,
      Supplier<Salutations> salutations,
      Correspondents correspondents,
      Stances stances,
      InstantSource clock) {
    this.catalog = catalog;
    this.settings = settings;
    this.salutations = salutations;
    this.correspondents = correspondents;
    this.stances = stances;
    this.clock = clock;
  }

  /// The standard reply of a topic for that letter; empty when the topic has none that may be used
  /// today and in the letter's language, or when there is nobody to answer to.
  Optional<Proposal.Answer> of(Letter letter, String mailbox, TopicId topic) {
    return of(
        letter, mailbox, standardReply(topic, letter).map(r -> stances.sided(r, letter, topic)));
  }

  /// The same for a person to look at: where the letter's language does not decide among the
  /// topic's replies, the first of them.
  Optional<Proposal.Answer> suggested(Letter letter, String mailbox, TopicId topic) {
    Optional<StandardReply> first =
        catalog
            .get()
            .topic(topic)
            .filter(known -> !known.byLanguage().isEmpty())
            .flatMap(catalog.get()::replyOf)
            .map(r -> stances.sided(r, letter, topic));
    return of(letter, mailbox, topic)
        .or(() -> first.flatMap(reply -> of(letter, mailbox, Optional.of(reply))));
  }

  /// The same with a reply that is no single topic's; empty when there is none.
  Optional<Proposal.Answer> of(Letter letter, String mailbox, Optional<StandardReply> standard) {
    Optional<StandardReply> reply = standard.filter(this::isInTime).filter(r -> speaks(r, letter));
    return correspondents
        .of(letter, settings.own())
        .flatMap(to ->
            reply.map(
                r -> written(letter, mailbox, to, variants().of(r, to, o -> fits(o, letter)))));
  }

  /// The standard reply of that name, which a person picked for the letter whatever its topic and
  /// language. Empty when there is none that may be used today, or nobody to answer to.
  Optional<Proposal.Answer> picked(Letter letter, String mailbox, String name) {
    Optional<StandardReply> reply =
        catalog.get().reply(name).filter(this::isInTime).map(r -> sided(r, letter));
    return correspondents
        .of(letter, settings.own())
        .flatMap(to ->
            reply.map(
                r -> written(letter, mailbox, to, variants().of(r, to, o -> fits(o, letter)))));
  }

  private StandardReply sided(StandardReply reply, Letter letter) {
    return catalog.get().all().stream()
        .filter(topic -> topic.reply().filter(reply.name()::equals).isPresent())
        .findFirst()
        .map(topic -> stances.sided(reply, letter, topic.id()))
        .orElse(reply);
  }

  /// A greeting and the signature, for a person to write between them.
  Optional<Proposal.Answer> blank(Letter letter, String mailbox) {
    return correspondents.of(letter, settings.own()).map(to -> written(letter, mailbox, to, BLANK));
  }

  /// The signature, for a person to write to somebody else above the letter.
  Proposal.Answer forward(Letter letter, String mailbox, NamedAddress to) {
    String subject = "Fwd: " + StrangersSubject.usable(letter.baseSubject());
    ReplyThread thread = new ReplyThread(subject, Optional.empty(), List.of());
    String signature = settings.signatures().getOrDefault(mailbox, "");
    Enclosed whole = new Enclosed(List.of(), Quote.whole(letter, settings.zone()));
    return new Proposal.Answer(to, thread, "", "", "\n\n" + signature, whole, Optional.empty());
  }

  private boolean fits(StandardReply reply, Letter letter) {
    return isInTime(reply) && speaks(reply, letter);
  }

  private HomeVariants variants() {
    return new HomeVariants(catalog.get(), settings.constituency());
  }

  private Proposal.Answer written(
      Letter letter, String mailbox, Correspondent to, StandardReply reply) {
    String signature = settings.signatures().getOrDefault(mailbox, "");
    String language = ReplyLanguage.of(reply, letter);
    Salutations spoken = salutations.get();
    Placeholders fields = new Placeholders(letter, to, spoken, language, today(), signature);
    ReplyThread own = ReplyThread.of(letter);
    String subject = reply.subject().map(fields::fillLine).orElseGet(() -> subject(own));
    ReplyThread thread = new ReplyThread(subject, own.inReplyTo(), own.references());
    String quote =
        settings.quotesOriginal() ? Quote.of(letter, settings.zone(), spoken.forms(language)) : "";
    return new Proposal.Answer(
        to.address(),
        thread,
        reply.name(),
        reply.hash(),
        fields.fill(reply.markdown()),
        new Enclosed(reply.attachments(), quote),
        reply.reviewed());
  }

  private static String subject(ReplyThread own) {
    String subject = own.subject();
    return subject.startsWith(RE)
        ? RE + StrangersSubject.usable(subject.substring(RE.length()))
        : RE + StrangersSubject.FALLBACK;
  }

  /// Why [#of(Letter, String, TopicId)] gives none.
  ReviewReason whyNone(Letter letter, TopicId topic) {
    Optional<StandardReply> reply = standardReply(topic, letter);
    if (reply.isEmpty()) {
      return catalog.get().topic(topic).flatMap(catalog.get()::replyOf).isPresent()
          ? DraftReason.OTHER_LANGUAGE
          : DraftReason.NO_REPLY_FILE;
    }
    if (!isInTime(reply.get())) {
      return DraftReason.REPLY_EXPIRED;
    }
    return speaks(reply.get(), letter)
        ? new ReviewReason.Screened(ScreeningReason.NO_SENDER)
        : DraftReason.OTHER_LANGUAGE;
  }

  private Optional<StandardReply> standardReply(TopicId topic, Letter letter) {
    Catalog now = catalog.get();
    return now.topic(topic)
        .flatMap(
            known -> now.replyOf(known, LetterLanguage.of(letter, known.byLanguage().keySet())));
  }

  private boolean isInTime(StandardReply reply) {
    return reply.expires().map(last -> !today().isAfter(last)).orElse(true);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.zone());
  }

  private static boolean speaks(StandardReply reply, Letter letter) {
    return reply.languages().isEmpty()
        || letter.language().equals("und")
        || reply.languages().contains(letter.language());
  }
}
