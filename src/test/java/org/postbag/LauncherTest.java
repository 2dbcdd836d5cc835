package org.postbag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher itself, with a Java and a Maven that only say how they were called.
class LauncherTest {
  @TempDir Path folder;
  private Path home;
  private Path jdk;

  private record Outcome(int status, String output) {}

  @BeforeEach
  void house() throws IOException {
    home = folder.resolve("a house");
    Files.createDirectories(home.resolve("src/main"));
    Files.writeString(home.resolve("src/main/Source.java"), "");
    Files.writeString(home.resolve("pom.xml"), "");
    for (String name : List.of("postbag", "jdk25")) {
      script(home.resolve("bin").resolve(name), Files.readString(Path.of("bin", name)));
    }
    jdk = folder.resolve("jdk");
    script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    script(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        case "$*" in
          *jarmode*) for last; do :; done; mkdir -p "$last"; : >"$last/postbag.jar"
            : >"$last/postbag-meaning.jar" ;;
          *) echo "java:$$:$POSTBAG_HOME"; for a; do echo "[$a]"; done; exit 7 ;;
        esac
        """);
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    script(
        folder.resolve("tools/mvn"),
        """
        #!/bin/sh
        echo "$@" >>mvn.calls
        sleep 1
        mkdir -p target
        : >target/postbag.jar
        case "$*" in *-Pmeaning*) : >target/postbag-meaning.jar ;; esac
        """);
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String variant = "";

  private Process start(Path launcher, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of(launcher.toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", jdk.toString());
    environment.put("PATH", folder.resolve("tools") + ":" + environment.get("PATH"));
    environment.put("POSTBAG_AOT", "off");
    environment.put("POSTBAG_VARIANT", variant);
    return builder.start();
  }

  private static Outcome end(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }

  private Outcome launch(String... arguments) throws IOException, InterruptedException {
    return end(start(home.resolve("bin/postbag"), arguments));
  }

  private long builds() throws IOException {
    Path calls = home.resolve("mvn.calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  @Test
  void itBuildsOnceAndHandsArgumentsAndStatusOn() throws Exception {
    Outcome first = launch("explain", "a b", "", "*");
    assertThat(first.output()).contains("building the program", "[explain]\n[a b]\n[]\n[*]");
    assertThat(first.status()).isEqualTo(7);
    assertThat(launch("check").output()).doesNotContain("building").contains("[check]");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aNewerSourceIsBuiltAgain() throws Exception {
    launch("check");
    Files.setLastModifiedTime(
        home.resolve("src/main/Source.java"),
        FileTime.from(
            Files.getLastModifiedTime(home.resolve("target/postbag.jar"))
                .toInstant()
                .plusSeconds(5)));
    launch("check");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void theVariantIsBuiltAndStartedWhereItIsAskedFor() throws Exception {
    assertThat(launch("check").output()).contains("/postbag.jar]").doesNotContain("-meaning.jar");
    variant = "meaning";
    assertThat(launch("check").output()).contains("building the program", "/postbag-meaning.jar]");
    assertThat(launch("check").output())
        .contains("/postbag-meaning.jar]")
        .doesNotContain("building");
    variant = "";
    assertThat(launch("check").output()).contains("/postbag.jar]");
  }

  @Test
  void aVariantThatThereIsNotIsNamed() throws Exception {
    variant = "feelings";
    Outcome outcome = launch("check");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.output()).contains("feelings", "meaning");
  }

  @Test
  void twoStartsAtTheSameTimeBuildOnce() throws Exception {
    Process one = start(home.resolve("bin/postbag"), "check");
    Process two = start(home.resolve("bin/postbag"), "check");
    assertThat(end(one).output()).contains("[check]");
    assertThat(end(two).output()).contains("[check]");
    assertThat(builds()).isEqualTo(1);
  }

  /// Nobody, not even root, makes files in /proc.
  @Test
  void aUserWhoMayNotWriteIntoTheProgramsFolderStartsItAllTheSame() throws Exception {
    launch("check");
    Path programs = home.resolve("target/launcher");
    Path program = programs.resolve(Files.readString(programs.resolve("current")).strip());
    try (var marks = Files.list(program.resolve("running"))) {
      for (Path mark : marks.toList()) {
        Files.delete(mark);
      }
    }
    Files.delete(program.resolve("running"));
    Files.createSymbolicLink(program.resolve("running"), Path.of("/proc/sys"));
    Outcome outcome = launch("check");
    assertThat(outcome.output()).contains("[check]");
    assertThat(outcome.status()).isEqualTo(7);
  }

  @Test
  void aUserWhoMayNotBuildIsToldWhatToDo() throws Exception {
    Files.createSymbolicLink(home.resolve("target"), Path.of("/proc/sys"));
    Outcome outcome = launch("check");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.output()).contains("may not write", "chown");
  }

  @Test
  void itFindsItsHouseThroughLinksFromAnywhere() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("one"), home.resolve("bin/postbag"));
    Path again = Files.createSymbolicLink(folder.resolve("two"), folder.relativize(link));
    assertThat(end(start(again, "check")).output()).contains(":" + home.toRealPath() + "\n");
  }

  @Test
  void javaTakesTheLaunchersPlaceSoThatSignalsReachIt() throws Exception {
    launch("check");
    Process process = start(home.resolve("bin/postbag"), "check");
    assertThat(end(process).output()).startsWith("java:" + process.pid() + ":");
  }

  @Test
  void aBuildThatFailsIsSaidWithItsLog() throws Exception {
    script(folder.resolve("tools/mvn"), "#!/bin/sh\necho '[ERROR] no such thing'\nexit 1\n");
    Outcome outcome = launch("check");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).contains("[ERROR] no such thing", "target/build.log");
  }

  @Test
  void aCacheOfThisJdkIsUsed() throws Exception {
    launch("check");
    Path programs = home.resolve("target/launcher");
    Path program = programs.resolve(Files.readString(programs.resolve("current")).strip());
    ProcessBuilder name =
        new ProcessBuilder(
            "sh",
            "-c",
            "{ cat \"$1\" && echo \"$2\"; } | cksum | tr ' ' '-'",
            "sh",
            jdk.resolve("release").toString(),
            program.toRealPath().toString());
    String cache = end(name.start()).output().strip() + ".aot";
    Files.writeString(program.resolve(cache), "");
    assertThat(launch("check").output()).contains("[-XX:AOTCache=", cache + "]");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"26\"\n");
    assertThat(launch("check").output()).doesNotContain("AOTCache");
  }
}
