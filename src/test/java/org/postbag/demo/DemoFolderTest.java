package org.postbag.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
  private static final LocalDate TODAY = LocalDate.of(2030, 2, 3);

  @TempDir private Path temporary = Path.of("");
  private Path config = Path.of("");

  @BeforeEach
  void writeConfiguration() throws IOException {
    config = temporary.resolve("office/config");
    Files.createDirectories(config.resolve("topics"));
    Files.createDirectories(config.resolve("replies"));
    Files.writeString(config.resolve("topics/calais.yaml"), "title: Calais\n");
    Files.writeString(
        config.resolve("replies/calais.md"), "---\nexpires: 2027-11-30\n---\nHello\n");
    Files.writeString(config.resolve("replies/buses.md"), "---\nexpires: 2031-11-30\n---\nHello\n");
  }

  @Test
  void theCopyCanBeEditedAndTheOriginalStays() throws IOException {
    try (DemoFolder folder = DemoFolder.passing(config)) {
      folder.copyConfiguration(TODAY);
      Files.writeString(folder.config().resolve("topics/calais.yaml"), "title: Changed\n");
      assertThat(config.resolve("topics/calais.yaml")).hasContent("title: Calais");
    }
  }

  @Test
  void anExpiredSampleReplyIsGivenAnotherYear() throws IOException {
    try (DemoFolder folder = DemoFolder.passing(config)) {
      folder.copyConfiguration(TODAY);
      assertThat(folder.config().resolve("replies/calais.md"))
          .content()
          .contains("expires: 2031-02-03");
      assertThat(folder.config().resolve("replies/buses.md"))
          .content()
          .contains("expires: 2031-11-30");
    }
  }

  @Test
  void aPassingFolderIsRemoved() throws IOException {
    Path data;
    try (DemoFolder folder = DemoFolder.passing(config)) {
      folder.copyConfiguration(TODAY);
      data = folder.data();
      assertThat(data).isDirectory();
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void aLastingFolderKeepsWhatWasEdited() throws IOException {
    Path data = temporary.resolve("lasting");
    try (DemoFolder folder = DemoFolder.lasting(config, data)) {
      folder.copyConfiguration(TODAY);
      Files.writeString(folder.config().resolve("topics/calais.yaml"), "title: Changed\n");
    }
    try (DemoFolder folder = DemoFolder.lasting(config, data)) {
      folder.copyConfiguration(TODAY);
      assertThat(folder.config().resolve("topics/calais.yaml")).hasContent("title: Changed");
    }
  }

  @Test
  void anOfficesRealDataIsRefused() throws IOException {
    Path real = Files.createDirectories(temporary.resolve("data"));
    Files.writeString(real.resolve("postbag.db"), "letters");
    assertThatThrownBy(() -> DemoFolder.lasting(config, real))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not the data of a demo");
    assertThat(real.resolve("postbag.db")).hasContent("letters");
  }
}
