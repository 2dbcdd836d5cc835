package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postbag.intake.MailboxHealth;
import org.postbag.review.Filter;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
import org.postbag.search.LetterIndex;
import org.postbag.web.Notices;

/// The whole daemon when something stands in the place of its index.
class WithoutIndexTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void lettersAreMatchedAndJoinTheirCampaignAndSearchingFollowsWhenItCan() {
    try (TestHouse house = new TestHouse(Duration.ZERO)) {
      await().atMost(SOON).until(() -> isRead(house));
      house.deliver(letter("ann"));
      house.deliver(letter("ben"));
      List<QueueItem> before = drafts(house, 2);
      assertThat(before.getLast().campaign()).as("%s", before).isPresent();

      Path index = house.folder.resolve("data/index");
      house.restart(() -> occupy(index));
      house.deliver(letter("cat"));

      assertThat(drafts(house, 3).getLast().campaign()).isEqualTo(before.getLast().campaign());
      assertThat(house.door(Notices.class).now())
          .anyMatch(notice -> notice.mend().contains(index + ": a file stands where a folder"));
      remove(index);
      LetterIndex letters = house.door(LetterIndex.class);
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(letters.find("lorries", 0, Long.MAX_VALUE, true, 9)).hasSize(3));
      await()
          .atMost(SOON)
          .untilAsserted(() ->
              assertThat(house.door(Notices.class).now())
                  .noneMatch(notice -> notice.what().contains("Searching")));
    }
  }

  private static boolean isRead(TestHouse house) {
    return house.door(MailboxHealth.class).all().stream().anyMatch(s -> s.lastRead().isPresent());
  }

  private static List<QueueItem> drafts(TestHouse house, int letters) {
    ReviewQueue queue = house.door(ReviewQueue.class);
    return await()
        .atMost(SOON)
        .until(
            () ->
                queue.page(
                    Filter.after(0, Optional.empty(), Optional.empty(), Optional.empty(), 10)),
            page -> page.size() == letters);
  }

  private static String letter(String writer) {
    return """
    From: %1$s <%1$s@writers.example>
    To: office@field.example
    Subject: Calais
    Message-ID: <%1$s@writers.example>
    Date: Mon, 23 Nov 2026 09:00:00 +0000
    Content-Type: text/plain; charset=utf-8

    I am worried about the migrants in Calais and the lorries at the Channel Tunnel, which have been
    standing there for days while nobody says who is going to look after the drivers. What is being
    done about our border this winter?
    """
        .formatted(writer);
  }

  private static void occupy(Path index) {
    remove(index);
    try {
      Files.writeString(index, "no folder");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path index) {
    try (Stream<Path> all = Files.walk(index)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
