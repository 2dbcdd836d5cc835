package org.postbag.matching.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.catalog.CatalogFile;
import org.postbag.catalog.CatalogFiles;
import org.postbag.catalog.LiveCatalog;
import org.postbag.catalog.Problem;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.database.Engine;
import org.postbag.database.OnEveryEngine;
import org.postbag.database.SettableClock;
import org.postbag.ledger.Actor;

class CatalogEditorTest extends OnEveryEngine {
  private static final Actor ANN = new Actor("ann");
  private static final CatalogFile FERRY = CatalogFile.topic("ferry");
  private static final String OLD = "title: Ferry   # ours\nkeywords:\n  - ferry\n";
  private static final String NEW = "title: The ferry\nkeywords:\n  - ferry: 3\n";

  @TempDir Path config;
  private LiveCatalog live;
  private CatalogEditor editor;

  CatalogEditorTest(Engine engine) {
    super(engine);
  }

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(config.resolve("topics"));
    Files.createDirectories(config.resolve("replies"));
    Files.writeString(file(), OLD);
    live = LiveCatalog.open(config);
    editor =
        new CatalogEditor(
            new CatalogFiles(config), live, database, new SettableClock(), ZoneId.of("UTC"));
  }

  private Path file() {
    return config.resolve("topics/ferry.yaml");
  }

  private Optional<String> seen() {
    return editor.read(FERRY).map(CatalogFiles.Content::hash);
  }

  private Saving save(String text) {
    return editor.save(List.of(new FileChange(FERRY, seen(), Optional.of(text))), ANN);
  }

  private String title() {
    return live.catalog().topic(new TopicId("ferry")).map(Topic::title).orElse("");
  }

  @Test
  void whatIsSavedStandsInItsFileAndIsInForceAtOnce() throws IOException {
    assertThat(save(NEW)).isInstanceOf(Saving.Saved.class);
    assertThat(file()).hasContent(NEW);
    assertThat(title()).isEqualTo("The ferry");
    try (var files = Files.list(file().getParent())) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void aFileThatWasChangedMeanwhileIsAConflictAndStaysAsItIs() throws IOException {
    Optional<String> before = seen();
    Files.writeString(file(), OLD + "# by an editor\n");
    Saving saving = editor.save(List.of(new FileChange(FERRY, before, Optional.of(NEW))), ANN);
    assertThat(saving).isInstanceOf(Saving.Conflict.class);
    assertThat(file()).hasContent(OLD + "# by an editor\n");
    assertThat(editor.versions(FERRY)).isEmpty();
  }

  @Test
  void aNewFileIsNotWrittenOverOneThatIsThere() {
    Saving saving =
        editor.save(List.of(new FileChange(FERRY, Optional.empty(), Optional.of(NEW))), ANN);
    assertThat(saving).isInstanceOf(Saving.Conflict.class);
    assertThat(file()).hasContent(OLD);
  }

  @Test
  void aMistakeIsRefusedInTheWordsOfCheckAndNothingIsWritten() {
    Saving saving = save(OLD + "reply: nowhere\n");
    assertThat(saving).isInstanceOf(Saving.Refused.class);
    assertThat(((Saving.Refused) saving).problems())
        .extracting(Problem::message)
        .containsExactly("the reply `nowhere` does not exist");
    assertThat(file()).hasContent(OLD);
    assertThat(editor.versions(FERRY)).isEmpty();
  }

  @Test
  void mistakesOfOtherFilesDoNotKeepOneFromSaving() throws IOException {
    Files.writeString(config.resolve("topics/broken.yaml"), "titel: x\n");
    assertThat(save(NEW)).isInstanceOf(Saving.Saved.class);
  }

  @Test
  void aTopicAndItsReplyAreWrittenTogetherOrNotAtAll() {
    CatalogFile reply = CatalogFile.reply("bus");
    CatalogFile topic = CatalogFile.topic("bus");
    Optional<String> text = Optional.of("title: Bus\nreply: bus\nkeywords:\n  - bus\n");
    FileChange broken = new FileChange(reply, Optional.empty(), Optional.of("{{nobody}}\n"));
    FileChange good = new FileChange(reply, Optional.empty(), Optional.of("{{salutation}}\n"));
    FileChange names = new FileChange(topic, Optional.empty(), text);
    assertThat(editor.save(List.of(broken, names), ANN)).isInstanceOf(Saving.Refused.class);
    assertThat(editor.read(topic)).isEmpty();
    assertThat(editor.save(List.of(good, names), ANN)).isInstanceOf(Saving.Saved.class);
    assertThat(live.catalog().topic(new TopicId("bus")).flatMap(Topic::reply)).contains("bus");
  }

  @Test
  void everyVersionIsKeptAlsoTheOneBeforeTheFirstChange() {
    save(NEW);
    assertThat(editor.versions(FERRY)).extracting(FileVersion::actor).containsExactly("ann", "");
    FileVersion first = editor.versions(FERRY).getLast();
    assertThat(first.text()).contains(OLD);
    save(first.text().orElseThrow());
    assertThat(file()).hasContent(OLD);
    assertThat(editor.versions(FERRY)).hasSize(3);
  }

  @Test
  void aTopicThatIsTakenAwayCanBeBroughtBack() {
    editor.save(List.of(new FileChange(FERRY, seen(), Optional.empty())), ANN);
    assertThat(file()).doesNotExist();
    assertThat(title()).isEmpty();
    assertThat(editor.versions(FERRY).getFirst().text()).isEmpty();
    save(editor.versions(FERRY).getLast().text().orElseThrow());
    assertThat(title()).isEqualTo("Ferry");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path elsewhere = Files.createDirectories(config.resolve("elsewhere")).resolve("ferry.yaml");
    Files.move(file(), elsewhere);
    Files.createSymbolicLink(file(), elsewhere);
    assertThat(save(NEW)).isInstanceOf(Saving.Saved.class);
    assertThat(file()).isSymbolicLink();
    assertThat(elsewhere).hasContent(NEW);
  }
}
