package org.postbag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  private static String text(String markdown) {
    return Markdown.text(markdown);
  }

  private static String html(String markdown) {
    return Markdown.html(markdown);
  }

  @Test
  void aPlainLetterStaysAsItWasWritten() {
    String letter =
        """
        Dear reader,

        The fare is £4.50 (€5.20) — “fair”, isn’t it?
        A new line stays a new line.

        1. First
        2. Second

        - one
        - two

        2026. That was the year.\
        """;
    assertThat(text(letter)).isEqualTo(letter);
  }

  @Test
  void marksOfEmphasisAndHeadingsAreNotInTheText() {
    assertThat(text("# Fares\n\nThey are **not** _high_."))
        .isEqualTo("Fares\n\nThey are not high.");
  }

  @Test
  void aLinkIsFollowedByItsAddressOnce() {
    assertThat(text("See [the table](https://a.example/t) or <https://b.example>."))
        .isEqualTo("See the table (https://a.example/t) or https://b.example.");
    assertThat(text("Write to [us@a.example](mailto:us@a.example)."))
        .isEqualTo("Write to us@a.example.");
  }

  @Test
  void listsInListsAndQuotesAreIndented() {
    assertThat(text("- one\n  - deep\n- two\n\n> said\n> so"))
        .isEqualTo("- one\n  - deep\n- two\n\n> said\n> so");
  }

  @Test
  void theHtmlIsSimple() {
    assertThat(html("Dear *you*,\nhello & [bye](https://a.example)"))
        .isEqualTo(
            "<p>Dear <em>you</em>,<br>\nhello &amp; "
                + "<a rel=\"nofollow\" href=\"https://a.example\">bye</a></p>");
  }

  @Test
  void rawHtmlAndScriptAddressesAreNotObeyed() {
    String html = html("<script>x</script>\n\n[a](javascript:x) <b onclick=x>y</b>");
    assertThat(html).doesNotContain("<script", "<b", "javascript:");
    assertThat(text("a <b>c</b>")).isEqualTo("a <b>c</b>");
  }

  @Test
  void anImageBecomesALink() {
    assertThat(html("![plan](https://a.example/p.png)"))
        .doesNotContain("<img")
        .contains(">plan</a>");
  }

  private static String fill(String markdown, Map<Placeholder, String> values) {
    return Markdown.fill(
        new StandardReply(
            "r",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            markdown,
            ""),
        values);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*Ann* _Lee_ __x__ `code` ~~~",
        "<img src=x onerror=y> <b>",
        "[x](https://evil.example) ![y](z) [r]: http://a.example",
        "{{signature}} $1 \\ \\* &amp; &#42;",
        "# Heading",
        "- item",
        "1. first",
        "12) first",
        "=====",
        "> quoted",
        "    deep",
        "a\n---\nb",
        "a\n\t* c\n+ d",
        "```\ncode",
        "a  b",
        "Ann_Lee@example.org",
        "Jean-Luc O’Neill (2nd) + 3.5"
      })
  void theValueOfAPlaceholderIsTextAndNothingElse(String value) {
    String expected = value.lines().map(String::strip).collect(Collectors.joining("\n"));
    for (String letter : List.of("Hello {{ name }}, you", "{{name}}\n\nYours")) {
      String filled =
          fill(letter, Map.of(Placeholder.NAME, value, Placeholder.SIGNATURE, "SECRET"));
      assertThat(Markdown.text(filled))
          .isEqualTo(letter.replaceAll("\\{\\{.*}}", Matcher.quoteReplacement(expected)));
      assertThat(Jsoup.parse(Markdown.html(filled)).body().select(":not(body,p,br)")).isEmpty();
    }
  }

  @Test
  void aValueOfSeveralLinesKeepsThem() {
    String filled =
        fill(
            "Yours,\n\n{{signature}}",
            Map.of(Placeholder.SIGNATURE, "Ann Lee\nThe Office\n\nTown"));
    assertThat(Markdown.text(filled)).isEqualTo("Yours,\n\nAnn Lee\nThe Office\n\nTown");
    assertThat(Markdown.html(filled)).contains("<p>Ann Lee<br>\nThe Office</p>\n<p>Town</p>");
  }

  @Test
  void aPlaceholderWithoutAValueStaysVisible() {
    assertThat(fill("Hello {{name}}", Map.of())).isEqualTo("Hello {{name}}");
  }

  @Test
  void linesThatAnEditorWrappedAreJoinedAndOthersAreNot() {
    String wrapped =
        """
        This paragraph was wrapped by somebody's editor at a column of seventy
        characters, so that it looks tidy in the file, and it would look ragged
        on the screen of a telephone if its line breaks were kept as they are.

        - an item of a list that is long enough to be wrapped at the very same
          column
        - another

        The Office
        12 High Street
        Town\
        """;
    assertThat(fill(wrapped, Map.of()).lines().map(String::strip).filter(line -> !line.isEmpty()))
        .hasSize(6)
        .contains("12 High Street", "- another")
        .anyMatch(line -> line.endsWith("the very same column"))
        .anyMatch(line -> line.startsWith("This paragraph") && line.endsWith("as they are."));
  }

  @Test
  void breaksBetweenLongLinesAreKept() {
    String letter = "word ".repeat(40) + "end.\n" + "word ".repeat(30) + "end.\nmore";
    assertThat(fill(letter, Map.of())).isEqualTo(letter);
    assertThat(Markdown.text(letter)).isEqualTo(letter);
  }
}
