package org.postbag.past.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandardRepliesTest {
  private final OfficePost post = new OfficePost(7).of(40, 20);
  private final List<FoundReply> found = new StandardReplies(ZoneOffset.UTC).in(post.sent());

  private FoundReply about(String word) {
    return found.stream().filter(reply -> reply.letter().contains(word)).findFirst().orElseThrow();
  }

  @Test
  void findsEachReplyThatWentToManyPeople() {
    assertThat(found).hasSize(OfficePost.MATTERS.size());
  }

  @Test
  void putsNoReplyIntoAnothersGroup() {
    for (FoundReply reply : found) {
      assertThat(reply.replies())
          .extracting(sent -> post.truth().get(post.sent().indexOf(sent)))
          .containsOnly(post.truth().get(post.sent().indexOf(reply.replies().getFirst())));
    }
  }

  @Test
  void findsNearlyAllRepliesOfAGroupAndNoneThatWasWrittenByHand() {
    long standard = post.truth().stream().filter(matter -> !matter.equals("hand")).count();
    assertThat(found.stream().mapToInt(reply -> reply.replies().size()).sum())
        .isEqualTo((int) standard);
  }

  @Test
  void whatVariesBecomesThePlaceholdersOfTheCatalog() {
    assertThat(about("boat").letter())
        .startsWith(
            "{{salutation}},\n\nThank you for your letter about {{subject}}.\n\nThe council")
        .endsWith("\n\n{{signature}}");
    assertThat(about("reading rooms").letter()).contains("grateful to you, {{name}}, for telling");
    assertThat(about("breeders").letter()).contains("As of {{date}} the government");
  }

  @Test
  void theNewestWordingIsTheTextAndTheEarlierOneIsKnown() {
    FoundReply ferry = about("boat");
    assertThat(ferry.letter()).contains("second crew").doesNotContain("in the autumn");
    assertThat(ferry.earlier())
        .extracting(FoundReply.Passages::text)
        .anyMatch(text -> text.contains("in the autumn"));
  }

  @Test
  void aParagraphThatSomeHaveIsAnOptionWithHowOftenItWasUsed() {
    FoundReply ferry = about("boat");
    assertThat(ferry.letter()).doesNotContain("passenger charter");
    assertThat(ferry.options()).hasSize(1);
    assertThat(ferry.options().getFirst().text()).contains("passenger charter");
    long used =
        IntStream.range(0, post.sent().size())
            .filter(i -> post.sent().get(i).reply().ownText().contains("passenger charter"))
            .count();
    assertThat(ferry.options().getFirst().replies()).isEqualTo((int) used);
  }

  @Test
  void nothingOfASinglePersonIsInAProposedText() {
    assertThat(found)
        .allSatisfy(
            reply -> assertThat(reply.letter()).doesNotContain("Lee").doesNotContain("Nowak"));
  }
}
