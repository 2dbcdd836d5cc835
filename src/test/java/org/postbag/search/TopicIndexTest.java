package org.postbag.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.Passage;

/// The topics that the program ships with, in the index.
class TopicIndexTest {
  private final TopicIndex index = new TopicIndex(CatalogReader.read(Path.of("config")).catalog());

  @Test
  void aTopicIsFoundByATitleAKeywordOrItsReply() {
    assertThat(index.find("calais")).first().isEqualTo(new TopicId("calais"));
    assertThat(index.find("timetab")).contains(new TopicId("local-buses"));
    assertThat(index.find("\"winter fuel\"")).contains(new TopicId("winter-fuel"));
    assertThat(index.find("zebra calais")).isEmpty();
    assertThat(index.find("")).isEmpty();
  }

  @Test
  void aLetterFindsTheTopicThatReadsLikeIt() {
    Passage letter =
        Passage.of("They cancelled my bus again and the next one on the timetable never came.");

    assertThat(index.like(letter, 3)).first().isEqualTo(new TopicId("local-buses"));
    assertThat(index.like(letter, 1)).hasSize(1);
  }

  @Test
  void withoutTopicsNothingIsFound() {
    TopicIndex empty = new TopicIndex(Catalog.EMPTY);

    assertThat(empty.find("calais")).isEmpty();
    assertThat(empty.like(Passage.of("calais"), 3)).isEmpty();
  }
}
