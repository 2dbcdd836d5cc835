package org.postbag.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.postbag.catalog.TemplateMarks;

/// What must never leave under a representative's name: a reply with a gap that nobody filled.
/// Asked when a reply is approved, and again in the transaction that claims it for sending.
public final class ReplyCheck {
  private record Mark(Pattern pattern, String sentence) {}

  private static final List<Mark> MARKS =
      List.of(
          mark("(?im)^\\s*(dear|hello|hi)\\s*[,!:]?\\s*$", "It greets nobody: “Dear ,”"),
          mark(
              "(?im)^\\s*(dear|hello|hi)\\s+(null|undefined|none|n/a)\\b",
              "It greets nobody by name"));

  private ReplyCheck() {}

  private static Mark mark(String pattern, String sentence) {
    return new Mark(Pattern.compile(pattern), sentence);
  }

  /// What speaks against sending this, each in one sentence; empty when nothing does.
  public static List<String> problems(String subject, String text) {
    List<String> problems = new ArrayList<>();
    if (text.isBlank()) {
      problems.add("It is empty");
    }
    if (subject.isBlank()) {
      problems.add("It has no subject");
    }
    problems.addAll(TemplateMarks.in(text));
    TemplateMarks.inLine(subject).forEach(mark -> problems.add(mark + ", in the subject"));
    for (Mark mark : MARKS) {
      if (mark.pattern().matcher(text).find()) {
        problems.add(mark.sentence());
      }
    }
    return problems;
  }
}
