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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineFrameTest {
  @TempDir Path config;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(config.resolve("topics"));
    Files.createDirectories(config.resolve("replies"));
    Files.writeString(
        config.resolve("topics/port.yaml"),
        "title: Café at the port\nkeywords:\n  - port: 3\n  - -\"port wine\"\n  - subject:ship*\n");
  }

  private int run(String... arguments) {
    Map<String, String> environment = Map.of("POSTBAG_CONFIG", config.toString());
    return new CommandLineFrame(new PrintWriter(out), new PrintWriter(err, true), environment)
        .run(arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "check --help", "explain --help", "topics list --help"})
  void everyVerbHasHelp(String arguments) {
    assertThat(run(arguments.split(" "))).isZero();
    assertThat(out.toString()).contains("Usage: postbag", "--config", "--data", "Exit status");
  }

  @Test
  void whatIsSaidOfAVerbInTheListOfVerbsIsAWholeSentence() {
    assertThat(beginnings(new CommandLine(new PostbagCommand(Map.of()))))
        .allMatch(b -> b.endsWith("."));
  }

  private static List<String> beginnings(CommandLine line) {
    List<String> beginnings = new ArrayList<>();
    for (CommandLine verb : line.getSubcommands().values()) {
      beginnings.add(verb.getCommandSpec().usageMessage().description()[0]);
      beginnings.addAll(beginnings(verb));
    }
    return beginnings;
  }

  @Test
  void lucenesAdviceOnAModuleThatIsNotNeededIsNotShown() {
    run("--version");
    assertThat(
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider")
                .isLoggable(Level.WARNING))
        .isFalse();
    assertThat(Logger.getLogger("org.apache.lucene.index").isLoggable(Level.WARNING)).isTrue();
  }

  @Test
  void theVersionIsPrinted() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("postbag ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"topcs", "check --ofline", "topics", "explain", "--config", ""})
  void wrongUsageIsOneLineAndStatusTwo(String arguments) {
    assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aMistypedVerbIsGuessed() {
    run("topcs");
    assertThat(err.toString()).contains("did you mean `topics`?");
  }

  @Test
  void topicsAreListedAsOneJsonObjectALine() {
    assertThat(run("topics", "list", "--json")).isZero();
    assertThat(out.toString())
        .isEqualTo(
            "{\"topic\":\"port\",\"title\":\"Café at the port\",\"reply\":null,\"threshold\":null,"
                + "\"draftsRight\":0.98,\"examples\":0,\"drafted\":0,\"draftedRight\":0.0,\"waitedRight\":0,\"accuracy\":null,\"keywords\":[\"port: 3\",\"-\\\"port wine\\\"\",\"subject:ship*: 2\"]}\n");
  }

  @Test
  void theOptionForTheFolderBeatsTheVariable() {
    assertThat(run("--config", config.resolve("nowhere").toString(), "topics", "list"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("nowhere/topics: ");
  }

  @Test
  void globalOptionsStandBehindTheVerbToo() {
    assertThat(run("topics", "list", "--config", config.resolve("nowhere").toString()))
        .isEqualTo(2);
  }
}
