package org.postbag.reply;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postbag.catalog.Stance;

/// The kinds of warnings, the gravest first: the order in which they are shown.
public enum WarningKind {
  NEEDS_HELP("asks for help", "The writer may need help."),
  HELP_UNREAD(
      "signs of help unknown",
      "Postbag knows no signs of help in the letter’s language: please see whether the writer needs"
          + " help."),
  TOPIC_UNLIKELY(
      "topic unlikely",
      "The letter may be about something else: its topic is less likely than the line set for it."),
  TOPIC_CLOSE(
      "another topic is near", "Another topic is nearly as likely as the one that is answered."),
  TWO_TOPICS("two topics", "The letter is about more than one topic."),
  STANCE(
      "for or against",
      "The reply has the paragraphs for one side: please see that the writer takes it."),
  TEXT_UNREAD(
      "text not read",
      "What the writer has to say was not read: the letter is empty, encrypted, or says it in an"
          + " attachment."),
  TEXT_HIDDEN(
      "lines folded away",
      "Lines were folded away that are neither ours nor a known signature or footer."),
  ATTACHMENT("has an attachment", "The letter has an attachment, which Postbag does not read."),
  NOT_A_CONSTITUENT(
      "not a constituent", "The postcode in the letter is not one of the constituency’s."),
  NO_ADDRESS(
      "no postcode", "The letter holds no postcode: the writer may live outside the constituency."),
  SENDER_UNPROVEN(
      "sender not proven",
      "Your mail server could not confirm that the letter comes from the address that it names."),
  FORWARDED("letter goes to others", "The letter and its writer’s address go to somebody else."),
  REPLY_ELSEWHERE(
      "reply goes elsewhere", "The reply goes to another domain than the one the letter is from."),
  LOOK_ALIKE("look-alike address", "The sender’s address looks like another one that it is not."),
  ANSWERED_BEFORE("answered before", "This person has had this standard reply recently."),
  FOLLOW_UP("follows our reply", "The letter refers to a reply that you sent."),
  MANY_LETTERS("writes often", "This address has written often in the last day."),
  OTHER_LANGUAGE("another language", "The letter is in another language than the standard reply."),
  CC_ONLY("only a copy to us", "The letter is addressed to others; your office got a copy (Cc)."),
  REPLY_NEW(
      "reply is new",
      "The text of this standard reply is new: few replies with it were approved, and its file does"
          + " not say that anybody reviewed it.");

  /// Before the name of a side. The word names it, so that letters of two sides are never approved
  /// as one group.
  private static final String SIDE = "stance-";

  private final String brief;
  private final String sentence;

  WarningKind(String brief, String sentence) {
    this.brief = brief;
    this.sentence = sentence;
  }

  /// The stable word, such as `needs-help`. It never changes: clients and old rows name it.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// A few words for a button or a list.
  public String brief() {
    return brief;
  }

  public String sentence() {
    return sentence;
  }

  public static Optional<WarningKind> of(String word) {
    return word.startsWith(SIDE)
        ? Optional.of(STANCE)
        : Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /// Warnings with the gravest first; those of unknown kinds last.
  public static List<Warning> inOrder(List<Warning> warnings) {
    return warnings.stream().sorted(Comparator.comparingInt(WarningKind::rank)).toList();
  }

  private static int rank(Warning warning) {
    return of(warning.word()).map(Enum::ordinal).orElse(values().length);
  }

  /// A warning of this kind about the letter as a whole.
  public Warning warning() {
    return warning(sentence);
  }

  /// That the reply has the paragraphs for that side.
  static Warning ofSide(Stance stance) {
    String sentence =
        "The reply has the paragraphs for “%s”: please see that the writer takes that side."
            .formatted(stance.title());
    return new Warning(SIDE + stance.name(), sentence, Optional.empty());
  }

  /// A warning of this kind in more exact words.
  public Warning warning(String exactly) {
    return new Warning(word(), exactly, Optional.empty());
  }
}
