package org.postbag.people.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.catalog.Problem;
import org.postbag.classifier.embedding.Embedder;

class LiveHelpTest {
  private static final String OWN_CLASS =
      """
      against:
        policy:
          examples:
            - Please support the Bill.
            - The minister must act.
            - I look forward to your reply.
      classes:
        floods:
          title: Floods
          sentence: The writer's home may be flooded.
          desk: urgent
          words:
            - water in house|cellar
          examples:
            - The river has come into my kitchen.
            - My cellar is full of water.
      """;

  @TempDir Path config;

  private void save(String text) throws IOException {
    Files.writeString(config.resolve("needs-help.yaml"), text);
  }

  /// Upgrades must not lose it: who has no file of their own is served by the shipped one.
  @Test
  void theShippedFileIsTheOneInTheConfiguration() throws IOException {
    String shipped =
        new String(
            LiveHelp.class.getResourceAsStream("needs-help.yaml").readAllBytes(),
            java.nio.charset.StandardCharsets.UTF_8);

    assertThat(Files.readString(Path.of("config/needs-help.yaml")))
        .as("copy config/needs-help.yaml to src/main/resources/org/postbag/people/help/")
        .isEqualTo(shipped);
    assertThat(LiveHelp.read(Path.of("config")).problems()).isEmpty();
    assertThat(LiveHelp.shipped().manual().classes()).hasSize(16);
  }

  @Test
  void anOfficeHasClassesOfItsOwn() throws IOException {
    save(OWN_CLASS);

    HelpDetector detector = LiveHelp.open(config, Embedder.OFF).detector();

    HelpSign sign = detector.signs("There is water in my house again.").getFirst();
    assertThat(sign.kind().name()).isEqualTo("floods");
    assertThat(sign.kind().handling()).isEqualTo(HelpClass.Handling.URGENT);
    assertThat(detector.signs("Please support the Bill.")).isEmpty();
  }

  @Test
  void everyMistakeIsNamedWithItsLine() throws IOException {
    save(
        """
        threshold: 7
        groups:
          me: [i, my]
        classes:
          Floods:
            title: Floods
            desk: quickly
            words:
              - water in <mee>
              - "water, in house"
            exampels:
              - My cellar is full.
          empty:
            title: Nothing
            desk: show
        """);

    assertThat(LiveHelp.read(config).detector()).isEmpty();
    assertThat(LiveHelp.read(config).problems())
        .extracting(Problem::toString)
        .anySatisfy(p -> assertThat(p).contains("needs-help.yaml:1:").contains("0 to 1"))
        .anySatisfy(p -> assertThat(p).contains(":5:").contains("no name for a class"))
        .anySatisfy(p -> assertThat(p).contains(":7:").contains("urgent, careful, show"))
        .anySatisfy(p -> assertThat(p).contains(":9:").contains("<me>"))
        .anySatisfy(p -> assertThat(p).contains(":10:").contains("holds a mark"))
        .anySatisfy(p -> assertThat(p).contains(":11:").contains("examples"))
        .anySatisfy(p -> assertThat(p).contains(":13:").contains("finds nothing"));
  }

  @Test
  void aSavedFileIsInForceAndAMistakeKeepsTheLastGoodOne() throws IOException {
    LiveHelp live = LiveHelp.open(config, Embedder.OFF);
    assertThat(live.detector().manual().classes()).hasSize(16);

    save(OWN_CLASS);
    assertThat(live.look()).isTrue();
    assertThat(live.look()).isFalse();
    assertThat(live.detector().manual().classes()).hasSize(1);

    save(OWN_CLASS + "    desk: loud\n");
    assertThat(live.look()).isFalse();
    assertThat(live.problems()).isNotEmpty();
    assertThat(live.detector().manual().classes()).hasSize(1);
  }
}
