package org.postbag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
