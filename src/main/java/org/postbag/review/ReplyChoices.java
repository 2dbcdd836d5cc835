package org.postbag.review;

import java.util.function.BiFunction;
import org.postbag.email.Letter;
import org.postbag.email.NamedAddress;
import org.postbag.intake.LetterStore;
import org.postbag.intake.Reception;
import org.postbag.reply.ChosenReply;
import org.postbag.reply.ReplyComposer;

/// Replies made from the letters as they are kept.
public final class ReplyChoices implements ReplySource {
  private final LetterStore letters;
  private final Reception reception;
  private final ReplyComposer composer;

  public ReplyChoices(LetterStore letters, Reception reception, ReplyComposer composer) {
    this.letters = letters;
    this.reception = reception;
    this.composer = composer;
  }

  @Override
  public ChosenReply picked(long letter, String replyName) {
    return made(letter, (read, mailbox) -> composer.picked(read, mailbox, replyName));
  }

  @Override
  public ChosenReply blank(long letter) {
    return made(letter, composer::blank);
  }

  @Override
  public ChosenReply forward(long letter, NamedAddress to) {
    return made(letter, (read, mailbox) -> composer.forward(read, mailbox, to));
  }

  private ChosenReply made(long letter, BiFunction<Letter, String, ChosenReply> write) {
    return letters
        .find(letter)
        .map(reception::open)
        .map(open -> write.apply(open.letter(), open.kept().uid().mailbox()))
        .orElse(ChosenReply.NONE);
  }
}
