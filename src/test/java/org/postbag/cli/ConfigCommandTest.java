package org.postbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `config`, and `user` beside an unfinished configuration.
class ConfigCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void configuration() throws IOException {
    Files.writeString(
        folder.resolve("application.yaml"),
        """
        postbag:
          mailboxes:
            office:
              address: ${OFFICE}
              imap: imaps://imap.example.org
              smtp: smtp://smtp.example.org
              password: ${OFFICE_PASSWORD}
          sending:
            undo-window: 90s
        """);
  }

  private int run(Map<String, String> environment, String... arguments) {
    Map<String, String> all = new java.util.HashMap<>(environment);
    all.put("POSTBAG_CONFIG", folder.toString());
    all.put("POSTBAG_DATA", folder.resolve("data").toString());
    return new CommandLineFrame(new PrintWriter(out), new PrintWriter(err, true), all)
        .run(arguments);
  }

  @Test
  void theSettingsArePrintedAsTheyHoldWithTheirOriginAndWithoutSecrets() {
    Map<String, String> secrets =
        Map.of("OFFICE", "office@example.org", "OFFICE_PASSWORD", "s3cret");
    assertThat(run(secrets, "config", "print", "--effective", "--origin")).isZero();
    String file = folder.resolve("application.yaml").toString();
    assertThat(out.toString().lines())
        .contains(
            "postbag.mailboxes.office.address: office@example.org  # "
                + file
                + ":4, from the environment's OFFICE",
            "postbag.mailboxes.office.password: •••  # "
                + file
                + ":7, from the environment's OFFICE_PASSWORD",
            "postbag.sending.undo-window: 90s  # " + file + ":9",
            "postbag.sending.repeat-after: 30d  # standard",
            "postbag.mailboxes.office.folder: INBOX  # standard",
            "postbag.desk.port: 8080  # standard");
    assertThat(out.toString()).doesNotContain("s3cret");
  }

  @Test
  void withoutThatOnlyWhatTheFileSaysIsPrinted() {
    assertThat(run(Map.of(), "config", "print", "--json")).isZero();
    assertThat(out.toString().lines()).hasSize(5).allMatch(line -> line.startsWith("{\"key\":"));
  }

  @Test
  void theExampleIsAFileThatCheckTakes() throws IOException {
    assertThat(run(Map.of(), "config", "example")).isZero();
    assertThat(out.toString()).isEqualTo(Files.readString(Path.of("config/application.yaml")));
  }

  @Test
  void theSchemasAreJson() {
    assertThat(run(Map.of(), "config", "schema")).isZero();
    JsonNode schema = JsonMapper.shared().readTree(out.toString());
    JsonNode postbag = schema.at("/properties/postbag/properties");
    assertThat(postbag.at("/mailboxes/additionalProperties/properties/imap").isMissingNode())
        .isFalse();
    out.getBuffer().setLength(0);
    assertThat(run(Map.of(), "config", "schema", "topic")).isZero();
    assertThat(
            JsonMapper.shared().readTree(out.toString()).at("/properties/keywords/type").toString())
        .contains("array");
    assertThat(run(Map.of(), "config", "schema", "x")).isEqualTo(2);
  }

  @Test
  void accountsNeedNoMailboxsPassword() {
    assertThat(run(Map.of(), "user", "list")).as(err.toString()).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(run(Map.of(), "check", "--offline")).isEqualTo(2);
    assertThat(err.toString()).contains("needs OFFICE_PASSWORD");
  }
}
