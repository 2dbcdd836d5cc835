package org.postbag.past.made;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What people write to the office.
final class LetterTexts {
  private static final List<String> LANGUAGES =
      List.of("german", "french", "polish", "welsh", "spanish");

  private final Words words;

  LetterTexts(Words words) {
    this.words = words;
  }

  /// A subject and the text below it.
  record Text(String subject, String body) {}

  Text on(Matter matter, Writer writer, Instant at) {
    int many = writer.register().equals("brief") ? 2 : words.chance().nextInt(2, 5);
    List<String> sentences = words.some(matter.sentences(), many, at);
    return new Text(words.one(matter.subjects()), letter(writer, sentences, at));
  }

  /// A campaign's text; a third of those who send it add a line of their own.
  Text campaign(Matter matter, Writer writer, Instant at) {
    String own = words.in(0.33) ? words.one("personal", at) + "\n\n" : "";
    String text =
        "Dear Margaret Holt,\n\n"
            + own
            + matter.campaign()
            + "\n\nYours sincerely,\n"
            + writer.name()
            + "\n"
            + writer.home();
    return new Text(matter.subjects().getFirst(), text);
  }

  Text ownQuestion(Writer writer, Instant at) {
    String subject = subject(words.one(words.list("ask")));
    List<String> of =
        words.list("ask").stream()
            .filter(line -> subject(line).equals(subject))
            .map(line -> line.substring(line.indexOf('|') + 1).strip())
            .toList();
    List<String> sentences = new ArrayList<>(words.some(of, 2, at));
    sentences.add(words.one("personal", at));
    return new Text(subject, letter(writer, sentences, at));
  }

  private static String subject(String line) {
    return line.substring(0, line.indexOf('|')).strip();
  }

  Text foreign(Writer writer, Instant at) {
    String text = words.one(words.one(LANGUAGES), at);
    String subject = text.substring(text.indexOf(',') + 2);
    String first = subject.substring(0, Math.min(30, subject.length()));
    return new Text(first.substring(0, first.lastIndexOf(' ')), text + "\n\n" + writer.name());
  }

  /// One of the lists whose lines are a subject and a text.
  Text of(String list, Instant at) {
    String line = words.one(list, at);
    return new Text(subject(line), line.substring(line.indexOf('|') + 1).strip());
  }

  private String letter(Writer writer, List<String> sentences, Instant at) {
    StringBuilder text = new StringBuilder();
    String register = writer.register();
    if (!register.equals("brief")) {
      text.append(register.equals("angry") ? "Ms Holt,\n\n" : "Dear Ms Holt,\n\n");
    }
    text.append(words.one(register + "-open", at)).append(register.equals("brief") ? "\n" : " ");
    for (String sentence : sentences) {
      text.append(sentence).append(words.in(0.3) ? "\n\n" : " ");
      if (register.equals("long") && words.in(0.5)) {
        text.append(words.one("long-mid", at)).append(' ');
      }
    }
    String all = text.toString().strip() + "\n\n" + writer.signature(words, at);
    return register.equals("brief") ? words.hurried(all) : all;
  }
}
