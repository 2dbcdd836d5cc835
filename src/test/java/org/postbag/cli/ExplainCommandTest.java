package org.postbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.TopicId;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.TestLetters;
import org.postbag.email.LetterReader;
import org.postbag.intake.Intake;
import org.postbag.matching.Matching;
import org.postbag.matching.training.TrainingService;

class ExplainCommandTest {
  private static final String KEYWORD_TOPIC =
      """
      title: Bus shelters
      reply: shelters
      keywords:
        - shelter: 5
        - "bus shelter": 5
      threshold: 0.3
      """;
  private static final String REPLY =
      """
      ---
      languages: [en]
      ---
      {{salutation}},

      thank you for writing about the shelter.
      """;
  private static final String LETTER =
      """
      From: Ann Lee <ann@example.org>
      To: office@example.com
      Subject: The bus shelter
      Message-ID: <1@example.org>

      The bus shelter in Mill Lane has no roof. Please repair the shelter.
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  @BeforeEach
  void anOfficeWithOneTopic() throws IOException {
    Files.createDirectories(folder.resolve("config/topics"));
    Files.createDirectories(folder.resolve("config/replies"));
    Files.writeString(folder.resolve("config/topics/shelters.yaml"), KEYWORD_TOPIC);
    Files.writeString(folder.resolve("config/replies/shelters.md"), REPLY);
  }

  private int explain(String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("explain", "--config", folder.resolve("config").toString()));
    all.addAll(List.of(arguments));
    return new CommandLineFrame(new PrintWriter(out, true), new PrintWriter(err, true), Map.of())
        .run(all.toArray(String[]::new));
  }

  private Path letter(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void everyFileGivesOneLineInTheOrderGiven() throws IOException {
    Path broken = letter("z.eml", "\0\1\2 nothing");
    Path good = letter("a.eml", LETTER);

    int status = explain("--json", broken.toString(), good.toString());

    assertThat(status).isZero();
    assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"file\":"));
    assertThat(out.toString().lines().toList().getFirst()).contains("z.eml");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aLetterAboutATopicGetsItsReply() throws IOException {
    explain("--json", letter("a.eml", LETTER).toString());

    assertThat(out.toString())
        .contains("\"topic\":\"shelters\"", "\"replyName\":\"shelters\"", "\"state\":\"waiting\"")
        .contains("\"to\":[\"ann@example.org\"],\"subject\":\"Re: The bus shelter\"")
        .contains("Dear Ann Lee,\\n\\nthank you for writing about the shelter.")
        .contains("\"feature\":\"bus shelter\"", "\"where\":\"visibleText\"");
  }

  @Test
  void aLetterSteersNoTerminal() throws IOException {
    String hostile =
        """
        From: Ann =?utf-8?Q?=1B_=E2=80=AEeeL?= <ann@example.org>
        Subject: =?utf-8?Q?=1B[2J=C2=9B31m_shelter?=

        The bus shelter\u001b[1A\rleaks \u2067x.
        """;
    explain(letter("a.eml", hostile).toString());

    assertThat(out.toString()).contains("\\u001b", "\\u202e", "\\u2067");
    assertThat(out.toString().chars())
        .noneMatch(c -> c != '\n' && (Character.isISOControl(c) || c == 0x202e || c == 0x2067));
  }

  @Test
  void inJsonTheyAreTheCharactersThemselves() throws IOException {
    explain("--json", letter("a.eml", "Subject: =?utf-8?Q?=E2=80=AEabc?=\n\nHello\n").toString());

    assertThat(out.toString()).contains("\"subject\":\"\\u202eabc\"");
  }

  @Test
  void whatMustBeSeenFirstIsNamedWithItsPlace() throws IOException {
    explain("--json", letter("a.eml", LETTER).toString());
    assertThat(out.toString()).contains("\"warnings\":[]");

    String diverted = "Reply-To: someone@stranger.example\n" + LETTER + "I want to end my life.\n";
    explain("--json", letter("b.eml", diverted).toString());

    assertThat(out.toString())
        .contains("\"warnings\":[{\"word\":\"needs-help\",\"sentence\":\"Please read this soon")
        .containsPattern("\"start\":\\d+,\"end\":\\d+},\\{\"word\":\"reply-elsewhere\"");
  }

  @Test
  void ourOwnWordsAreNoEvidence() throws IOException {
    String sentence = "The bus shelter in Mill Lane gets its roof from the council in spring.";
    Files.writeString(folder.resolve("config/replies/shelters.md"), REPLY + "\n" + sentence + "\n");
    String lamp = LETTER.replace("The bus shelter\n", "A lamp\n");
    lamp = lamp.substring(0, lamp.indexOf("\n\n") + 2);

    explain("--json", letter("a.eml", lamp + sentence + "\n\nMy lamp is broken.\n").toString());

    assertThat(out.toString())
        .contains("\"visibleText\":\"My lamp is broken.\"", "\"state\":\"needsPerson\"")
        .doesNotContain("\"feature\":\"bus shelter\"")
        .contains("\"folded\":[{\"start\":0,\"end\":70,\"why\":\"ours\"}]");
  }

  @Test
  void aMissingFileIsNamedAndTheRestIsDone() throws IOException {
    Path good = letter("a.eml", LETTER);

    int status = explain("--json", folder.resolve("missing.eml").toString(), good.toString());

    assertThat(status).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(1)
        .allMatch(line -> line.endsWith("missing.eml: no such file"));
    assertThat(out.toString().lines()).hasSize(1);
  }

  @Test
  void aFolderIsReadInNameOrder() throws IOException {
    letter("letters/b.eml", LETTER);
    letter("letters/a.eml", LETTER);

    explain("--json", folder.resolve("letters").toString());

    assertThat(out.toString()).containsSubsequence("a.eml", "b.eml");
  }

  @Test
  void ourOwnAddressIsNeverAnswered() throws IOException {
    Path file = letter("a.eml", LETTER);

    explain("--json", "--own", "ann@example.org,x@example.org", file.toString());

    assertThat(out.toString())
        .contains("\"mustNotReply\":true", "\"automaticReason\":\"own-address\"", "\"reply\":null");
  }

  @Test
  void whatIsNoAddressIsWrongUsage() throws IOException {
    assertThat(explain("--own", "nonsense", letter("a.eml", LETTER).toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--own: not an address: nonsense");
  }

  @Test
  void aPersonReadsACard() throws IOException {
    explain(letter("a.eml", LETTER).toString());

    assertThat(out.toString())
        .contains("From         Ann Lee <ann@example.org>")
        .contains("Screening    a person wrote it")
        .contains("Topic        shelters")
        .contains("| thank you for writing about the shelter.");
  }

  @Test
  void aLetterOfACampaignAndOfTheConstituencySaysSo() throws IOException {
    Files.writeString(
        folder.resolve("config/application.yaml"), "postbag:\n  constituency: [DN1]\n");
    String again =
        LETTER.replace("Ann Lee <ann@", "Ben Roe <ben@")
            + "I ask you to take it up with the council before the winter. 4 Mill Lane, DN1 2AB\n";
    Files.writeString(folder.resolve("a.eml"), again);
    Files.writeString(folder.resolve("b.eml"), again.replace("DN1 2AB", "S10 2AB"));

    explain("--json", folder.resolve("a.eml").toString(), folder.resolve("b.eml").toString());

    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(0))
        .as("the campaign as it stands at the end of the run")
        .contains("\"campaign\":\"" + folder.resolve("a.eml") + "\"")
        .contains("\"constituent\":\"yes\"");
    assertThat(lines.get(1))
        .contains("\"campaign\":\"" + folder.resolve("a.eml") + "\"")
        .contains("\"constituent\":\"no\"");
  }

  @Test
  void whatPeopleDecidedInTheDataFolderCounts() throws IOException {
    String ride = "Once more the night coach drove past us, for %d minutes in the rain.";
    Path data = Files.createDirectories(folder.resolve("data"));
    try (Database database = Database.open(DatabaseSettings.in(data))) {
      Matching matching = new Matching(CatalogReader.read(folder.resolve("config")).catalog());
      InstantSource clock = InstantSource.fixed(Instant.EPOCH);
      TrainingService learning =
          new TrainingService(
              database, new Intake(database, clock), matching, new LetterReader(), clock);
      for (int i = 0; i < 30; i++) {
        long letter = TestLetters.keep(database, "lee@example.org", "Ride", ride.formatted(i));
        learning.addDecision(letter, Optional.of(new TopicId("shelters")));
      }
      assertThat(learning.train()).isPresent();
    }
    String letter =
        letter(
                "a.eml",
                LETTER
                    .replaceAll("(?i)(the )?bus shelter", "Ride")
                    .replaceAll("Ride in Mill.*", ride.formatted(99)))
            .toString();

    explain("--json", letter);
    explain("--json", "--data", data.toString(), letter);

    List<String> lines = out.toString().lines().toList();
    assertThat(lines.getFirst()).contains("\"abstained\":true");
    assertThat(lines.getLast()).contains("\"topic\":\"shelters\"", "\"abstained\":false");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theSecondMatterOfALetterIsToldApartFromWhatItMerelyResembles() throws IOException {
    Files.writeString(
        folder.resolve("config/topics/rivers.yaml"),
        "title: Sewage in rivers\nkeywords:\n  - sewage: 5\n  - river: 5\nthreshold: 0.3\n");
    Path one = letter("one.eml", LETTER);
    Path two = letter("two.eml", LETTER + "\nThe sewage in the river: who stops the sewage?\n");

    explain("--json", one.toString(), two.toString());

    List<String> lines = out.toString().lines().toList();
    assertThat(lines.getFirst()).contains("\"runnerUp\":\"rivers\",\"also\":null");
    assertThat(lines.getLast()).containsAnyOf("\"also\":\"rivers\"", "\"also\":\"shelters\"");
    explain(two.toString());
    assertThat(out.toString()).containsPattern("Topic +\\w+ \\(\\d+ %\\) and \\w+ \\(\\d+ %\\)");
  }
}
