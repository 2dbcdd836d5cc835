package org.postbag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplyVariantTest {
  @TempDir Path config;

  private CatalogReader.Reading read(String head) throws IOException {
    Files.createDirectories(config.resolve("topics"));
    Path replies = Files.createDirectories(config.resolve("replies"));
    Files.writeString(replies.resolve("other.md"), "Dear all,\n\nNo.\n");
    Files.writeString(
        replies.resolve("buses.md"), "---\n" + head + "---\nDear all,\n\nYes.\n\n{{signature}}\n");
    return CatalogReader.read(config);
  }

  @Test
  void aReplySaysMoreToThoseFromElsewhereOrIsAnotherOne() throws IOException {
    CatalogReader.Reading reading =
        read("elsewhere: |\n  Please write\n  to {{member}}.\nno-address: other\n");
    assertThat(reading.hasErrors()).isFalse();
    StandardReply buses = reading.catalog().reply("buses").orElseThrow();
    assertThat(buses.elsewhere()).contains(new Variant.Paragraphs("Please write\nto {{member}}."));
    assertThat(buses.noAddress()).contains(new Variant.OtherReply("other"));
    assertThat(buses.with("More.").markdown())
        .isEqualTo("Dear all,\n\nYes.\n\nMore.\n\n{{signature}}");
  }

  @Test
  void anotherReplyThatDoesNotExistAndAnUnknownPlaceholderAreMistakesWithTheirLine()
      throws IOException {
    assertThat(read("elsewhere: nowhere\n").problems())
        .anyMatch(problem -> problem.line() == 2 && problem.toString().contains("nowhere"));
    assertThat(read("no-address: Dear {{mebmer}} of ours\n").problems())
        .anyMatch(problem -> problem.line() == 2 && problem.toString().contains("mebmer"));
  }
}
