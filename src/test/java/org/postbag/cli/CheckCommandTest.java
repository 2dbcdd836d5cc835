package org.postbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir Path config;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(config.resolve("topics"));
    Files.createDirectories(config.resolve("replies"));
    write("topics/port.yaml", "title: The port\nreply: port\nkeywords: [port]\n");
    write("replies/port.md", "Dear reader");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(config.resolve(file), text);
  }

  private int check(String... more) {
    List<String> line = new ArrayList<>(List.of("--config", config.toString(), "check"));
    line.addAll(List.of(more));
    Map<String, String> environment = Map.of("OFFICE_PASSWORD", "right");
    return new CommandLineFrame(new PrintWriter(out), new PrintWriter(err, true), environment)
        .run(line.toArray(String[]::new));
  }

  private void office(int imap, int smtp, String password) throws IOException {
    write(
        "application.yaml",
        """
        postbag:
          mailboxes:
            office:
              address: office@example.org
              imap: imap://127.0.0.1:%d
              smtp: smtp://127.0.0.1:%d
              username: office
              password: %s
        """
            .formatted(imap, smtp, password));
  }

  @Test
  void tenPlausibleMistakesInOneFolderAreAllNamedWithFileAndLine() throws IOException {
    write(
        "application.yaml",
        """
        postbag:
          mailboxes:
            office:
              address: office@example.org
              imap: imaps://imap.example.org
              smtp: smtps://smtp.example.org
              password: ${OFICE_PASSWORD}
              start-from: tomorrow
          sendig:
            dry-run: true
          desk:
            port: eighty
        """);
    write("topics/a.yaml", "title: A\nreply: prot\nkeywords:\n  - quay: 30\n");
    write("topics/b.yaml", "titel: B\nkeywords:\n  - *quay\n");
    write("replies/c.md", "---\nreviewed: soon\n---\nDear {{nmae}}\n");
    Files.write(
        config.resolve("topics/d.yaml"),
        "title: Caf\u00e9\nkeywords: [x]\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(check("--offline")).isEqualTo(2);
    String said = err.toString().replace(config + "/", "");
    for (String place :
        List.of(
            "application.yaml:7:",
            "application.yaml:8:",
            "application.yaml:9:",
            "application.yaml:12:",
            "topics/a.yaml:2:",
            "topics/a.yaml:4:",
            "topics/b.yaml:1:",
            "topics/b.yaml:3:",
            "topics/d.yaml:1:",
            "replies/c.md:2:",
            "replies/c.md:4:")) {
      assertThat(said.lines()).anyMatch(line -> line.startsWith(place));
    }
    assertThat(said.lines()).hasSize(11);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void goodServersAreSignedInToAndNothingIsChanged() throws IOException {
    ServerSetup[] setups = {
      new ServerSetup(0, "127.0.0.1", "imap"), new ServerSetup(0, "127.0.0.1", "smtp")
    };
    GreenMail servers = new GreenMail(setups);
    servers.start();
    try {
      servers.setUser("office@example.org", "office", "right");
      office(servers.getImap().getPort(), servers.getSmtp().getPort(), "${OFFICE_PASSWORD}");
      assertThat(check()).as("%s", err).isZero();
      assertThat(out.toString())
          .contains("1 mailboxes, 1 topics", "IMAP 127.0.0.1:", "INBOX holds 0 letters", "SMTP")
          .contains("office: no server says in the newest letters where they come from");

      for (int i = 0; i < 3; i++) {
        deliver(
            servers, "Authentication-Results: mx.example.org; spf=pass\r\nFrom: a@x.example\r\n");
      }
      assertThat(check()).as("%s", err).isZero();
      assertThat(out.toString())
          .contains(
              "where letters come from is said by mx.example.org, as the newest letters show");

      office(servers.getImap().getPort(), servers.getSmtp().getPort(), "wrong");
      assertThat(check()).isEqualTo(1);
      assertThat(err.toString()).contains("office: IMAP", "refuses user name and password");
    } finally {
      servers.stop();
    }
  }

  private static void deliver(GreenMail servers, String header) {
    try {
      byte[] letter = (header + "\r\nText\r\n").getBytes(StandardCharsets.US_ASCII);
      servers
          .getUserManager()
          .getUser("office")
          .deliver(
              new jakarta.mail.internet.MimeMessage(
                  null, new java.io.ByteArrayInputStream(letter)));
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aServerThatIsDownIsNamedAndTheStatusIsOne() throws IOException {
    office(1, 1, "${OFFICE_PASSWORD}");
    assertThat(check()).isEqualTo(1);
    assertThat(err.toString()).contains("office: IMAP 127.0.0.1:1:", "office: SMTP 127.0.0.1:1:");
    assertThat(check("--offline")).isZero();
  }

  @Test
  void anExpiredReplyIsARemarkAndNoMistake() throws IOException {
    office(1, 1, "${OFFICE_PASSWORD}");
    write("replies/port.md", "---\nexpires: 2001-01-01\n---\nDear reader");
    assertThat(check("--offline")).isZero();
    assertThat(err.toString()).contains("port.md: the reply expired on 2001-01-01", "(a remark)");
  }

  @Test
  void whatAThresholdMeansIsRemarked() throws IOException {
    office(1, 1, "${OFFICE_PASSWORD}");
    write("topics/trees.yaml", "title: Trees\nkeywords: [oak]\nthreshold: 0.99\n");
    write("topics/bins.yaml", "title: Bins\nkeywords: [wheelie]\nthreshold: 0.01\n");
    write("topics/dogs.yaml", "title: Dogs\nkeywords: [terrier]\ndrafts-right: 0.999\n");
    assertThat(check("--offline")).isZero();
    assertThat(err.toString())
        .containsPattern(
            "trees.yaml: `threshold: 0.99` means that about 9\\d of 100 drafts are right")
        .contains("bins.yaml: `threshold: 0.01` means that fewer than 80 of 100 drafts are right")
        .contains("dogs.yaml: `drafts-right: 0.999` is shown by no letters yet");
  }

  @Test
  void whatStandsInThePlaceOfTheDataOrTheIndexIsRemarked() throws IOException {
    office(1, 1, "${OFFICE_PASSWORD}");
    Path data = Files.createTempFile("postbag", "data");
    assertThat(check("--data", data.toString(), "--offline")).isZero();
    assertThat(err.toString())
        .contains(data + ": a file stands where a folder must be, so nothing can be kept")
        .contains("move it away (a remark)");

    Files.delete(data);
    Files.createDirectory(data);
    Files.writeString(data.resolve("index"), "");
    assertThat(check("--data", data.toString(), "--offline")).isZero();
    assertThat(err.toString()).contains(data + "/index: a file stands", "searching will not find");
  }

  @Test
  void aReplyInWhichSomethingIsLeftOpenIsRemarked() throws IOException {
    office(1, 1, "${OFFICE_PASSWORD}");
    write("replies/port.md", "{{salutation}},\n\nThank you, [who].\n\n{{signature}}\n");
    assertThat(check("--offline")).isZero();
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("port.md:3: no draft of this can be approved: It holds text in [brackets]");
  }

  @Test
  void everyMarkThatAReplyOrItsSubjectHoldsIsRemarkedWithItsLine() throws IOException {
    office(1, 1, "${OFFICE_PASSWORD}");
    write(
        "replies/port.md",
        """
        ---
        subject: About <topic>
        ---
        {{salutation}},

        Thank you, {name}. See [our page](https://www.example.org/port).

        We meet on ____ at
        the TBC.
        """);
    assertThat(check("--offline")).isZero();
    assertThat(err.toString().replace(config + "/replies/", "").lines())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("port.md:2:") && line.contains("<angles>"))
        .anyMatch(line -> line.startsWith("port.md:6:") && line.contains("{braces}"))
        .anyMatch(line -> line.startsWith("port.md:8:") && line.contains("___"))
        .anyMatch(line -> line.startsWith("port.md:9:") && line.contains("TBC"));
  }

  @Test
  void whatIsLeftOpenInASignatureIsRemarkedWithItsLine() throws IOException {
    office(1, 1, "${OFFICE_PASSWORD}");
    Path file = config.resolve("application.yaml");
    String signature = "      signature: |\n        Yours,\n\n        {{name}}, [title]\n";
    Files.writeString(file, Files.readString(file) + signature);
    assertThat(check("--offline")).isZero();
    assertThat(err.toString().replace(config + "/", "").lines())
        .hasSize(2)
        .allMatch(line ->
            line.startsWith("application.yaml:12: no draft with this signature can be approved"));
  }

  @Test
  void theLoggingConfigurationCanBeRead() throws Exception {
    ch.qos.logback.classic.LoggerContext context = new ch.qos.logback.classic.LoggerContext();
    var reader = new ch.qos.logback.classic.joran.JoranConfigurator();
    reader.setContext(context);
    reader.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
    assertThat(context.getLogger("org.postbag").getLevel()).isNotNull();
  }

  @Test
  void mistakesAreJsonWhenAskedFor() throws IOException {
    write("topics/port.yaml", "title: The port\nkeyword: [port]\n");
    write("application.yaml", "postbag:\n  desk:\n    port: 1\n");
    assertThat(check("--offline", "--json")).isEqualTo(2);
    assertThat(out.toString().lines())
        .anyMatch(line -> line.contains("\"line\":2,\"severity\":\"error\""));
  }
}
