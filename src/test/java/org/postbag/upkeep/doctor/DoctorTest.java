package org.postbag.upkeep.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.catalog.Problem;
import org.postbag.catalog.Secret;
import org.postbag.database.SettableClock;
import org.postbag.intake.Credentials;
import org.postbag.intake.MailServer;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.TestMailbox;
import org.postbag.intake.imap.Tls;
import org.postbag.sending.RateLimit;
import org.postbag.sending.SendingSettings;
import org.postbag.sending.TestAuthority;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.Finding.Level;
import org.postbag.upkeep.health.HealthCheck;

/// Faults that were put in, each found and explained.
class DoctorTest {
  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();

  private static void finds(HealthCheck check, Level level, String... words) {
    assertThat(check.look())
        .anySatisfy(finding -> {
          assertThat(finding.level()).isEqualTo(level);
          assertThat(finding.words()).contains(words);
        });
  }

  private static void isWell(HealthCheck check) {
    assertThat(check.look()).extracting(Finding::level).containsOnly(Level.WELL);
  }

  @Test
  void aClockBeforeTheProgramWasMade() {
    isWell(new ClockCheck(clock, Optional::empty));
    clock.advance(Duration.ofDays(-400));
    finds(new ClockCheck(clock, Optional::empty), Level.DOWN, "2025-10", "timedatectl");
  }

  @Test
  void aClockBehindWhatWasWritten() {
    ClockCheck check =
        new ClockCheck(clock, () -> Optional.of(clock.instant().plus(Duration.ofHours(2))));
    finds(check, Level.WARNING, "has an entry of");
  }

  @Test
  void aDataFolderThatEverybodyMayRead() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    isWell(new PermissionCheck(folder));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    finds(new PermissionCheck(folder), Level.WARNING, "chmod -R go-rwx");
  }

  @Test
  void aFileWhereTheDataFolderMustBe() throws Exception {
    Path file = Files.writeString(folder.resolve("data"), "x");
    finds(new PermissionCheck(file), Level.DOWN, "cannot be written", "chown");
  }

  @Test
  void aDiskThatTakesLongToSync() {
    isWell(new SyncCheck(folder, new AtomicLong()::incrementAndGet));
    AtomicLong time = new AtomicLong();
    SyncCheck slow = new SyncCheck(folder, () -> time.addAndGet(60_000_000));
    finds(slow, Level.WARNING, "60 ms", "network drive");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPortThatSomebodyElseHas() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      finds(new PortCheck("127.0.0.1", port, () -> false), Level.DOWN, "port " + port);
      isWell(new PortCheck("127.0.0.1", port, () -> true));
    }
  }

  @Test
  void anAddressThatTheMachineDoesNotHave() {
    finds(new PortCheck("192.0.2.1", 0, () -> false), Level.DOWN, "192.0.2.1");
  }

  @Test
  void aDaemonThatRunsOnTheFolder() throws Exception {
    isWell(new RunningCheck(folder));
    Path lock = Files.writeString(folder.resolve("daemon.lock"), "process 1");
    isWell(new RunningCheck(folder));
    try (FileChannel file = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      assertThat(file.tryLock()).isNotNull();
      finds(new RunningCheck(folder), Level.NOTICE, "a second one would not start");
    }
  }

  @Test
  void aWriteAheadLogThatIsNeverMoved() throws Exception {
    isWell(new FileSizeCheck(folder));
    try (RandomAccessFile log =
        new RandomAccessFile(folder.resolve("postbag.db-wal").toFile(), "rw")) {
      log.setLength(800L << 20); // sparse
    }
    finds(new FileSizeCheck(folder), Level.WARNING, "800 MiB");
  }

  @Test
  void aTerminalThatDoesNotShowUtf8() {
    isWell(new TerminalCheck(Map.of("LANG", "en_GB.UTF-8")));
    finds(new TerminalCheck(Map.of("LANG", "en_GB.UTF-8", "LC_ALL", "C")), Level.NOTICE, "`C`");
    finds(new TerminalCheck(Map.of()), Level.NOTICE, "LC_ALL=C.UTF-8");
  }

  @Test
  void aMachineWithTooLittleMemory() {
    isWell(new MemoryCheck(1L << 30));
    finds(new MemoryCheck(300L << 20), Level.WARNING, "300 MiB");
  }

  @Test
  void aMistakeInTheConfiguration() {
    Problem mistake = Problem.error("topics/a.yaml", 3, "unknown key `x`", "did you mean `y`?");
    finds(new ConfigurationCheck(List.of(mistake)), Level.DOWN, "topics/a.yaml:3", "did you mean");
    isWell(new ConfigurationCheck(List.of()));
  }

  private static MailboxSettings mailbox(String smtp, Credentials credentials) {
    MailServer server = MailServer.of(URI.create("smtps://" + smtp));
    return TestMailbox.of("office", "office@example.org", server, "office", credentials);
  }

  @Test
  void aPaceBeyondTheProvidersLimit() {
    LocalDate today = LocalDate.of(2026, 11, 23);
    Credentials password = new Credentials.Password(new Secret("x"));
    for (String host : List.of("smtp.office365.com", "smtp.gmail.com")) {
      List<MailboxSettings> mailboxes = List.of(mailbox(host, password));
      finds(
          new ProviderCheck(mailboxes, SendingSettings.STANDARD, today),
          Level.WARNING,
          "locks mailboxes",
          "`pace: ");
      SendingSettings careful = SendingSettings.STANDARD.withPace(new RateLimit(10, 500, 1));
      assertThat(new ProviderCheck(mailboxes, careful, today).look()).isEmpty();
    }
  }

  @Test
  void aClientSecretThatEndsSoon() {
    Credentials ends =
        new Credentials.OAuth2(
            URI.create("https://login.example.org/token"),
            "app",
            Optional.of(new Secret("x")),
            "imap",
            Optional.empty(),
            Optional.of(LocalDate.of(2026, 12, 10)));
    finds(
        new ProviderCheck(
            List.of(mailbox("smtp.example.org", ends)),
            SendingSettings.STANDARD,
            LocalDate.of(2026, 11, 23)),
        Level.WARNING,
        "ends on 2026-12-10");
  }

  private static DomainCheck domain(Map<String, List<String>> zone) {
    return new DomainCheck("example.org", name -> Optional.of(zone.getOrDefault(name, List.of())));
  }

  @Test
  void aDomainWithoutSpfOrDmarc() {
    List<String> dmarc = List.of("v=DMARC1; p=reject");
    finds(domain(Map.of("_dmarc.example.org", dmarc)), Level.WARNING, "no SPF record");
    finds(domain(Map.of("example.org", List.of("v=spf1 mx -all"))), Level.WARNING, "_dmarc");
    isWell(
        domain(
            Map.of(
                "example.org", List.of("other", "v=spf1 mx -all"), "_dmarc.example.org", dmarc)));
  }

  @Test
  void anSpfRecordThatIsWorthNothing() {
    finds(domain(Map.of("example.org", List.of("v=spf1 +all"))), Level.WARNING, "+all");
    finds(
        domain(Map.of("example.org", List.of("v=spf1 mx -all", "v=spf1 a -all"))),
        Level.WARNING,
        "several");
    finds(new DomainCheck("example.org", _ -> Optional.empty()), Level.NOTICE, "does not answer");
  }

  @Test
  void aCertificateThatEndsInTwoDaysOrIsNotTrusted() throws Exception {
    TestAuthority authority = new TestAuthority(folder);
    try (SSLServerSocket server =
        (SSLServerSocket)
            authority.server("localhost").getServerSocketFactory().createServerSocket(0)) {
      Thread.ofVirtual().start(() -> accept(server));
      MailServer at = MailServer.of(URI.create("imaps://localhost:" + server.getLocalPort()));
      Tls trusting = Tls.trusting(Optional.of(authority.pem()));
      finds(
          new CertificateCheck(at, trusting, InstantSource.system()),
          Level.WARNING,
          "ends in 1 days");
      finds(
          new CertificateCheck(at, Tls.trusting(Optional.empty()), InstantSource.system()),
          Level.DOWN,
          "cannot be reached safely");
    }
  }

  private static void accept(SSLServerSocket server) {
    try {
      while (true) {
        var socket = (javax.net.ssl.SSLSocket) server.accept();
        Thread.ofVirtual()
            .start(() -> {
              try {
                socket.startHandshake();
              } catch (java.io.IOException _) {
                // The other side does not trust us.
              }
            });
      }
    } catch (java.io.IOException _) {
      // The test is over.
    }
  }

  @Test
  void aServerThatNobodyAnswersAt() {
    MailServer nobody = MailServer.of(URI.create("imaps://127.0.0.1:1"));
    finds(
        new CertificateCheck(nobody, Tls.trusting(Optional.empty()), InstantSource.system()),
        Level.DOWN,
        "Connection refused");
  }
}
