package org.postbag.past.made;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the office writes.
final class ReplyTexts {
  static final String MEMBER = "Margaret Holt MP";

  private final Words words;

  ReplyTexts(Words words) {
    this.words = words;
  }

  /// A standard reply as it was sent.
  record Standard(String text, boolean edited, boolean optional) {}

  Standard standard(Incoming letter, Matter matter, int wording) {
    List<String> paragraphs = new ArrayList<>(matter.reply(wording));
    boolean optional = !matter.optional().isEmpty() && words.in(0.4);
    if (optional) {
      paragraphs.add(matter.optional());
    }
    boolean edited = words.in(0.08);
    if (edited) {
      paragraphs.add(words.one("hand", letter.at()));
    }
    String opening =
        words.in(0.7)
            ? "Thank you for your email of " + Words.day(letter.at()) + "."
            : "Thank you for writing to me.";
    String body = opening + "\n\n" + String.join("\n\n", paragraphs);
    return new Standard(
        salutation(letter.writer()) + "\n\n" + body + "\n\n" + close(), edited, optional);
  }

  String byHand(Incoming letter) {
    int many = words.chance().nextInt(2, 6);
    List<String> sentences = words.some(words.list("hand"), many, letter.at());
    StringBuilder body = new StringBuilder();
    for (String sentence : sentences) {
      body.append(sentence).append(words.in(0.4) ? "\n\n" : " ");
    }
    return salutation(letter.writer()) + "\n\n" + body.toString().strip() + "\n\n" + close();
  }

  String own(String text) {
    return "Dear colleague,\n\n" + text + "\n\n" + close();
  }

  private String salutation(Writer to) {
    return "Dear "
        + words.one(List.of(to.name(), to.first(), "Ms " + to.last(), "Mr " + to.last()))
        + ",";
  }

  private String close() {
    String signature =
        words.one(
            List.of(
                MEMBER + "\nMember of Parliament for Thornby and Hollin Dale",
                "Margaret\n\n"
                    + MEMBER
                    + "\nMember of Parliament for Thornby and Hollin Dale\n01632 960 100",
                MEMBER));
    return words.one(List.of("Yours sincerely,", "With best wishes,", "Kind regards,"))
        + "\n\n"
        + signature;
  }

  /// With the letter below it, in one of the ways of mail programs.
  String quoting(String text, Incoming letter, Instant at) {
    String when = Words.day(letter.at());
    return switch (words.chance().nextInt(5)) {
      case 0, 1 -> text;
      case 2, 3 ->
          text
              + "\n\nOn "
              + when
              + ", "
              + letter.writer().mailbox()
              + " wrote:\n"
              + quoted(letter.text());
      default -> text + "\n\n" + original(letter);
    };
  }

  static String original(Incoming letter) {
    return "-----Original Message-----\nFrom: %s\nSent: %s\nTo: office@holt.example.org\nSubject: %s\n\n%s"
        .formatted(
            letter.writer().mailbox(), Words.day(letter.at()), letter.subject(), letter.text());
  }

  private static String quoted(String text) {
    return text.lines()
        .map(line -> ("> " + line).stripTrailing())
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }
}
