package org.postbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.past.standard.KeptPost;
import org.postbag.past.standard.OfficePost;

/// From the past to a folder of proposals, and from there to the page to print.
class PastProposeCommandTest {
  private static final String SETTINGS =
      """
      postbag:
        mailboxes:
          office:
            address: jo.park@office.example
            imap: imap://127.0.0.1:1
            smtp: smtp://127.0.0.1:1
            username: office
            password: secret
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  @BeforeEach
  void anOfficeWithoutTopics() throws IOException {
    Files.createDirectories(folder.resolve("config/topics"));
    Files.createDirectories(folder.resolve("config/replies"));
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("config/application.yaml"), SETTINGS);
    try (Database database = Database.open(DatabaseSettings.in(folder.resolve("data")))) {
      KeptPost.keep(new OfficePost(5).of(30, 10), database);
    }
  }

  private int past(String... arguments) {
    List<String> all = new ArrayList<>(List.of("past"));
    all.addAll(List.of(arguments));
    all.addAll(
        List.of(
            "--config",
            folder.resolve("config").toString(),
            "--data",
            folder.resolve("data").toString()));
    return new CommandLineFrame(new PrintWriter(out, true), new PrintWriter(err, true), Map.of())
        .run(all.toArray(String[]::new));
  }

  @Test
  void twoCommandsLeadFromThePastToThePageToPrint() throws IOException {
    Path proposed = folder.resolve("proposed");
    Path page = folder.resolve("page.html");

    assertThat(past("propose", "--out", proposed.toString())).describedAs(err.toString()).isZero();
    assertThat(out.toString()).contains("they make 4 topics", "The ferry to Marsh Island");

    assertThat(past("rehearse", "--topics", proposed.toString(), "--html", page.toString()))
        .describedAs(err.toString())
        .isZero();
    assertThat(Files.readString(page)).contains("A rehearsal with the office's own post");
    assertThat(out.toString()).contains("the reply that was sent");
  }

  @Test
  void aFolderThatHoldsSomethingIsNotWrittenInto() throws IOException {
    Files.writeString(folder.resolve("config/topics/mine.yaml"), "title: Mine\n");
    assertThat(past("propose", "--out", folder.resolve("config").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("is not empty");
    assertThat(folder.resolve("config/topics")).isDirectoryContaining("glob:**mine.yaml");
  }

  @Test
  void aRehearsalNeedsTopics() {
    assertThat(past("rehearse")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no topic in it to rehearse with");
  }
}
