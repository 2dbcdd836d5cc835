package org.postbag.people.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.catalog.Mistakes;

class ConstituencyTableTest {
  @TempDir Path folder;

  private final Mistakes mistakes = new Mistakes("constituency.csv");

  private Constituency constituency(String rows) throws IOException {
    Path file = Files.writeString(folder.resolve("constituency.csv"), rows);
    return constituency(file);
  }

  private Constituency constituency(Path file) {
    return new Constituency(
        PostcodeRules.UK, List.of(), ConstituencyFile.read(file, PostcodeRules.UK, mistakes));
  }

  private static Optional<Boolean> holds(Constituency constituency, String code) {
    return constituency.holds(Optional.of(code));
  }

  @Test
  void aPostcodeIsOursNotOursOrUnknownAndTheLongestRowSaysWhich() throws IOException {
    Constituency ours =
        constituency(
            """
            postcode,constituency,member
            DN1,yes
            DN1 3QQ,no,"Lee, Ann MP"
            DN4 5,split
            DN10,no,Jo Cole MP
            S,no
            dn55pt,yes
            """);
    assertThat(mistakes.all()).isEmpty();
    assertThat(holds(ours, "DN1 2AB")).contains(true);
    assertThat(holds(ours, "DN1 3QQ")).contains(false);
    assertThat(holds(ours, "DN4 5NH")).isEmpty();
    assertThat(holds(ours, "DN10 6QQ")).contains(false);
    assertThat(holds(ours, "DN11 9AA")).isEmpty();
    assertThat(holds(ours, "DN5 5PT")).contains(true);
    assertThat(holds(ours, "S1 2HH")).contains(false);
    assertThat(holds(ours, "SW1A 1AA")).isEmpty();
    assertThat(ours.member(Optional.of("DN10 6QQ"))).contains("Jo Cole MP");
    assertThat(ours.member(Optional.of("DN1 3QQ"))).contains("Lee, Ann MP");
    assertThat(ours.member(Optional.of("DN1 2AB"))).isEmpty();
  }

  @Test
  void aMistakeIsNamedWithItsLine() throws IOException {
    constituency("postcode,constituency\nDN1,yes\nDN2,perhaps\nDN3\n");
    assertThat(mistakes.all()).extracting(problem -> problem.line()).containsExactly(3, 4);
  }

  @Test
  void aDirectoryOfTheStatisticsOfficeBecomesATable() throws IOException {
    Path directory =
        Files.writeString(
            folder.resolve("onspd.csv"),
            """
            "pcd","pcd2","pcds","dointr","doterm","pcon24cd","ctry"
            "DN1 2AB","DN1  2AB","DN1 2AB","198001","","E14001200","E92000001"
            "DN1 2AD","DN1  2AD","DN1 2AD","198001","","E14001200","E92000001"
            "DN1 3QQ","DN1  3QQ","DN1 3QQ","198001","","E14001201","E92000001"
            "DN106QQ","DN10 6QQ","DN10 6QQ","198001","201001","E14001201","E92000001"
            "DN106QR","DN10 6QR","DN10 6QR","198001","","E14001201","E92000001"
            "JE2 3AB","JE2  3AB","JE2 3AB","198001","","","L93000001"
            """);
    Map<String, String> members =
        PostcodeDirectory.members(
            Files.writeString(folder.resolve("members.csv"), "E14001201,Jo Cole MP\n"));
    PostcodeDirectory.Outcome outcome =
        PostcodeDirectory.read(directory, PostcodeRules.UK, "e14001200", members);
    assertThat(outcome).isInstanceOf(PostcodeDirectory.Outcome.Read.class);
    ConstituencyTable table = ((PostcodeDirectory.Outcome.Read) outcome).table();
    Path file = folder.resolve("made.csv");
    ConstituencyFile.write(file, table);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "postcode,constituency,member",
            "DN1 2,yes",
            "DN1 3,no,\"Jo Cole MP\"",
            "DN10,no,\"Jo Cole MP\"");
    Constituency made = constituency(file);
    assertThat(mistakes.all()).isEmpty();
    assertThat(holds(made, "DN1 2XY")).contains(true);
    assertThat(made.member(Optional.of("DN10 6QZ"))).contains("Jo Cole MP");
    assertThat(holds(made, "JE2 3AB")).isEmpty();
  }

  @Test
  void aConstituencyThatTheDirectoryDoesNotHaveIsRefused() throws IOException {
    Path directory =
        Files.writeString(
            folder.resolve("d.csv"), "Postcode,Constituency\nDN1 2AB,Doncaster Central\n");
    assertThat(PostcodeDirectory.read(directory, PostcodeRules.UK, "Nowhere", Map.of()))
        .isInstanceOfSatisfying(
            PostcodeDirectory.Outcome.Refused.class,
            refused -> assertThat(refused.why()).contains("doncaster central"));
    assertThat(
            PostcodeDirectory.read(
                Files.writeString(folder.resolve("e.csv"), "a,b\n1,2\n"),
                PostcodeRules.UK,
                "x",
                Map.of()))
        .isInstanceOf(PostcodeDirectory.Outcome.Refused.class);
  }

  /// The limits of issue 18.
  @Test
  void aMillionRowsAreReadWithinTenSecondsIntoTwentyMegabytes() throws IOException {
    Path file = folder.resolve("million.csv");
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      String letters = "ABDEFGHJLNPQRSTUWXYZ";
      for (int i = 0; i < 1_000_000; i++) {
        int district = 1 + i / 40_000;
        int rest = i % 40_000;
        out.printf(
            "DN%d %d%s%s,%s,Member %d%n",
            district,
            rest / 4000,
            letters.charAt(rest % 20),
            letters.charAt(rest / 20 % 20),
            rest / 400 % 2 == 0 ? "yes" : "no",
            i % 650);
      }
    }
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    ConstituencyTable table = ConstituencyFile.read(file, PostcodeRules.UK, mistakes);
    Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    assertThat(took).isLessThan(Duration.ofSeconds(10));
    assertThat(table.bytes()).isLessThan(20_000_000);
  }
}
