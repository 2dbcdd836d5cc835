package org.postbag.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.catalog.LiveCatalog.Print;

class LiveCatalogTest {
  private static final TopicId PORT = new TopicId("port");

  @TempDir Path config;
  private LiveCatalog live;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(config.resolve("topics"));
    Files.createDirectories(config.resolve("replies"));
    save("port", "title: The port\nkeywords: [port]\n");
    save("quay", "title: The quay\nkeywords: [quay]\n");
    live = LiveCatalog.open(config);
  }

  @AfterEach
  void close() {
    live.close();
  }

  private void save(String name, String text) throws IOException {
    Files.writeString(config.resolve("topics").resolve(name + ".yaml"), text);
  }

  private String titleOf(TopicId id) {
    return live.catalog().topic(id).orElseThrow().title();
  }

  @Test
  void aSavedFileIsSoonInForce() throws IOException {
    List<Catalog> told = new CopyOnWriteArrayList<>();
    live.onChange(told::add);
    live.watch();
    Path saved = Files.writeString(config.resolve("topics/.new"), "title: New\nkeywords: [x]\n");
    Files.move(saved, config.resolve("topics/port.yaml"), StandardCopyOption.REPLACE_EXISTING);
    await().until(() -> !told.isEmpty());
    assertThat(titleOf(PORT)).isEqualTo("New");
    assertThat(told).containsExactly(live.catalog());
  }

  @Test
  void aMistakeKeepsTheLastGoodVersionOfItsFileOnly() throws IOException {
    save("port", "title The port");
    save("quay", "title: New quay\nkeywords: [quay]\n");
    live.reload();
    assertThat(titleOf(PORT)).isEqualTo("The port");
    assertThat(titleOf(new TopicId("quay"))).isEqualTo("New quay");
    assertThat(live.problems()).hasSize(1);
  }

  @Test
  void aMendedFileClearsItsProblem() throws IOException {
    save("port", "title The port");
    live.reload();
    save("port", "title: Mended\nkeywords: [port]\n");
    live.reload();
    assertThat(live.problems()).isEmpty();
    assertThat(titleOf(PORT)).isEqualTo("Mended");
  }

  @Test
  void aRemovedFileRemovesItsTopic() throws IOException {
    Files.delete(config.resolve("topics/port.yaml"));
    live.reload();
    assertThat(live.catalog().topic(PORT)).isEmpty();
  }

  @Test
  void aReplyWithAMistakeStaysInForceToo() throws IOException {
    Path reply = config.resolve("replies/port.md");
    Files.writeString(reply, "Good");
    live.reload();
    Files.writeString(reply, "Bad {{nam}}");
    live.reload();
    assertThat(live.catalog().reply("port").orElseThrow().markdown()).isEqualTo("Good");
  }

  @Test
  void aListenerThatFailsKeepsNobodyElseFromHearing() throws IOException {
    List<Catalog> told = new CopyOnWriteArrayList<>();
    live.onChange(catalog -> {
      throw new IllegalStateException("broken listener");
    });
    live.onChange(catalog -> {
      throw new OutOfMemoryError("said by a test");
    });
    live.onChange(told::add);
    save("port", "title: New\nkeywords: [port]\n");
    withoutThrowing(live::reload);
    assertThat(told).hasSize(1);
  }

  /// An error of the machine's that reaches the test's frame ends it without a word.
  private static void withoutThrowing(ThrowingCallable work) {
    assertThatCode(work).doesNotThrowAnyException();
  }

  @Test
  void whoHadTooLittleMemoryIsToldAgainAndUntilThenItIsAProblem() throws IOException {
    List<Catalog> told = new CopyOnWriteArrayList<>();
    AtomicBoolean full = new AtomicBoolean(true);
    live.onChange(catalog -> {
      if (full.get()) {
        throw new OutOfMemoryError("said by a test");
      }
      told.add(catalog);
    });
    save("port", "title: New\nkeywords: [port]\n");
    withoutThrowing(live::reload);
    withoutThrowing(live::tellAgain);
    assertThat(live.problems()).singleElement().asString().contains("too little memory");

    full.set(false);
    live.tellAgain();
    live.tellAgain();

    assertThat(told).containsExactly(live.catalog());
    assertThat(live.problems()).isEmpty();
  }

  @Test
  void aFileOfALinkedFolderThatIsWrittenInPlaceIsInForce() throws IOException {
    Path real = Files.move(config.resolve("topics"), config.resolve("topics-1"));
    Files.createSymbolicLink(config.resolve("topics"), real);
    try (LiveCatalog linked = LiveCatalog.open(config)) {
      linked.watch();
      save("port", "title: Written in place\nkeywords: [port]\n");
      await()
          .until(
              () -> linked.catalog().topic(PORT).orElseThrow().title().equals("Written in place"));
    }
  }

  @Test
  void aFileThatBecameShorterIsGivenLongerToBeWhole() {
    Path file = Path.of("a.md");
    Map<Path, Print> before = Map.of(file, new Print("1", 900));
    Duration usual = LiveCatalog.settleTime(before, Map.of(file, new Print("2", 950)));

    assertThat(LiveCatalog.settleTime(before, Map.of(file, new Print("2", 400))))
        .isGreaterThan(usual);
    assertThat(LiveCatalog.settleTime(before, Map.of())).isEqualTo(usual);
    assertThat(LiveCatalog.settleTime(Map.of(), before)).isEqualTo(usual);
  }
}
