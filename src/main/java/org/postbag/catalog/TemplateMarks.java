package org.postbag.catalog;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What shows that a text is still a template: something stands in it that somebody was to fill in.
/// Nobody's reply may leave with one, and nothing that a stranger wrote may bring one in.
///
/// A text is looked at twice: as Markdown, and as the reader of the letter sees it, where escapes
/// (`\{`, `&#123;`) have become what they stand for.
public final class TemplateMarks {
  private record Mark(Pattern pattern, String sentence) {}

  private static final String BRACES = "It holds {braces}";
  private static final String BRACKETS = "It holds text in [brackets]";

  /// Where a link may lead. What is only written as a link is a place to fill in: `[Name](…)`.
  private static final String TARGET =
      "\\((?![^)]*\\.\\.\\.)(?:https?://|mailto:|tel:)[^\\s)]+[^)]*\\)";

  private static final String FIELD =
      "(?i:(?:first |last |full |your |their )?name|date|insert\\b[^\\]]*)";

  private static final List<Mark> IN_MARKDOWN =
      List.of(
          mark("[{}]|(?i:%7b|%7d)", BRACES),
          // A bracket that is not the text of a Markdown link, or the link's text is a field's
          // name.
          mark("\\[[^\\]]*\\](?!" + TARGET + ")|\\[[^\\]]*$|\\[" + FIELD + "\\]", BRACKETS),
          mark("<<[^>]*>>|<!", "It holds text in <<angles>>"),
          mark("(?<![\\w/.=-])_{3,}", "It holds a ___ to fill in"),
          mark("\\bXX+\\b", "It holds XX where something should stand"),
          mark("\\bTODO\\b|\\bFIXME\\b", "It says TODO"),
          mark("\\bT\\.?B\\.?[ACD]\\b", "It says TBC"),
          mark("(?i)\\binsert\\s+(here|name|text|date|paragraph|address)\\b", "It says “insert …”"),
          mark("\\bINSERT\\b", "It says INSERT"),
          mark(
              "\\*\\|[^|\\n]*\\|\\*|\\$\\$?[A-Za-z_]\\w*\\$|##+\\w+##+",
              "It holds a mail-merge field"));

  private static final List<Mark> AS_READ =
      List.of(
          mark("[{}]", BRACES),
          mark("\\[", BRACKETS),
          mark("<[\\p{L}_/!][^<>\\n]*>", "It holds something in <angles>"),
          mark("__+", "It holds a ___ to fill in"),
          mark("%%?[\\p{L}_][\\p{L}\\p{N}_.-]*%", "It holds a %FIELD%"));

  private static final Pattern ADDRESS = Pattern.compile("\\b(?:https?://|www\\.)[^\\s<>]+");

  private TemplateMarks() {}

  private static Mark mark(String pattern, String sentence) {
    return new Mark(Pattern.compile(pattern), sentence);
  }

  /// What is open in that Markdown, each in one sentence without its full stop; empty when nothing
  /// is.
  public static List<String> in(String markdown) {
    Set<String> found = new LinkedHashSet<>();
    collect(IN_MARKDOWN, folded(markdown), found);
    collect(AS_READ, withoutAddresses(folded(Markdown.text(markdown))), found);
    return List.copyOf(found);
  }

  /// What is open in a line that is no Markdown, such as a subject or a name.
  public static List<String> inLine(String line) {
    Set<String> found = new LinkedHashSet<>();
    String plain = withoutAddresses(folded(line));
    collect(IN_MARKDOWN, plain, found);
    collect(AS_READ, plain, found);
    return List.copyOf(found);
  }

  private static void collect(List<Mark> marks, String text, Set<String> found) {
    marks.stream()
        .filter(mark -> mark.pattern().matcher(text).find())
        .forEach(mark -> found.add(mark.sentence()));
  }

  /// Wide and other compatible forms (`｛`, `＜`) as the plain characters that they are read as (UAX
  /// #15: `…` becomes `...`), and without the invisible ones between them.
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
  }

  /// A web address may hold nearly anything.
  private static String withoutAddresses(String text) {
    return ADDRESS.matcher(text).replaceAll("");
  }
}
