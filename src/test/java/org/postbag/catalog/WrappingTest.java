package org.postbag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {
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
    assertThat(Wrapping.undone(wrapped).lines().map(String::strip).filter(line -> !line.isEmpty()))
        .hasSize(6)
        .contains("12 High Street", "- another")
        .anyMatch(line -> line.endsWith("the very same column"))
        .anyMatch(line -> line.startsWith("This paragraph") && line.endsWith("as they are."));
  }

  @Test
  void breaksBetweenLongLinesAreKept() {
    String letter = "word ".repeat(40) + "end.\n" + "word ".repeat(30) + "end.\nmore";
    assertThat(Wrapping.undone(letter)).isEqualTo(letter);
    assertThat(Markdown.text(letter)).isEqualTo(letter);
  }

  @Test
  void aShippedReplyHasNoBreakWithinAParagraph() {
    Catalog shipped = CatalogReader.read(java.nio.file.Path.of("config")).catalog();
    for (StandardReply reply : shipped.replies().values()) {
      assertThat(reply.markdown().strip().split("\n{2,}"))
          .as(reply.name())
          .filteredOn(paragraph -> !paragraph.startsWith("- "))
          .noneMatch(paragraph -> paragraph.contains("\n"));
    }
  }

  @Test
  void oneLineThatIsLongerThanTheOthersLeavesNoBreakInThem() {
    String full = "It would help me to have the details of that and of the other.";
    String text = full + "\n" + full + "\nof\n" + full + " more\n" + full + "\nthe end.";

    assertThat(Wrapping.undone(text).lines().count()).isLessThan(text.lines().count() - 2);
  }
}
