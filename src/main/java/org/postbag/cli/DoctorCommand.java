package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.Problem;
import org.postbag.email.Address;
import org.postbag.intake.MailboxSettings;
import org.postbag.intake.imap.Tls;
import org.postbag.settings.Settings;
import org.postbag.settings.SettingsReader;
import org.postbag.upkeep.doctor.CertificateCheck;
import org.postbag.upkeep.doctor.ClockCheck;
import org.postbag.upkeep.doctor.ConfigurationCheck;
import org.postbag.upkeep.doctor.Dns;
import org.postbag.upkeep.doctor.DomainCheck;
import org.postbag.upkeep.doctor.FileSizeCheck;
import org.postbag.upkeep.doctor.MemoryCheck;
import org.postbag.upkeep.doctor.PermissionCheck;
import org.postbag.upkeep.doctor.PortCheck;
import org.postbag.upkeep.doctor.ProviderCheck;
import org.postbag.upkeep.doctor.RunningCheck;
import org.postbag.upkeep.doctor.SyncCheck;
import org.postbag.upkeep.doctor.TerminalCheck;
import org.postbag.upkeep.health.DiskCheck;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `doctor`: what breaks in practice, looked for and explained.
@Command(
    name = "doctor",
    description = {
      "Looks for what breaks in practice, and says what mends it; changes nothing.",
      "Clock, disk, permissions, port, certificates, the domain's SPF and DMARC, limits."
    })
public final class DoctorCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final InstantSource CLOCK = InstantSource.system();

  @ParentCommand private PostbagCommand postbag = new PostbagCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--offline", description = "Leaves mail servers and DNS out.")
  private boolean offline;

  @Option(names = "--json", description = "One JSON object a finding.")
  private boolean json;

  @Override
  public Integer call() {
    SettingsReader.Reading reading = SettingsFile.reading(postbag);
    List<HealthCheck> checks = new ArrayList<>(ofMachine(reading));
    reading.settings().map(this::ofSettings).ifPresent(checks::addAll);
    List<Finding> findings = checks.stream().flatMap(check -> check.look().stream()).toList();
    findings.forEach(this::print);
    return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.DOWN)
        ? FAILED
        : ExitCode.OK;
  }

  private List<HealthCheck> ofMachine(SettingsReader.Reading reading) {
    Path data = postbag.data();
    List<Problem> problems = new ArrayList<>(reading.problems());
    problems.addAll(CatalogReader.read(postbag.config()).problems());
    List<HealthCheck> checks = new ArrayList<>();
    checks.add(new ConfigurationCheck(problems));
    checks.add(new ClockCheck(CLOCK, () -> written(data)));
    checks.add(new PermissionCheck(data));
    if (Files.isDirectory(data) && Files.isWritable(data)) {
      checks.add(new DiskCheck(data));
      checks.add(new SyncCheck(data, System::nanoTime));
      checks.add(new FileSizeCheck(data));
    }
    checks.add(new RunningCheck(data));
    checks.add(new MemoryCheck(memory()));
    checks.add(new TerminalCheck(postbag.environment()));
    return checks;
  }

  private List<HealthCheck> ofSettings(Settings settings) {
    List<HealthCheck> checks = new ArrayList<>();
    RunningCheck running = new RunningCheck(settings.data());
    checks.add(
        new PortCheck(settings.desk().address(), settings.desk().port(), running::isRunning));
    LocalDate today = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
    checks.add(new ProviderCheck(settings.mailboxes(), settings.sending(), today));
    if (!offline) {
      settings.mailboxes().forEach(mailbox -> checks.addAll(ofServers(mailbox)));
      settings.mailboxes().stream()
          .flatMap(mailbox -> Address.parse(mailbox.address()).stream())
          .map(Address::domain)
          .distinct()
          .forEach(domain -> checks.add(new DomainCheck(domain, Dns::text)));
    }
    return checks;
  }

  private static List<HealthCheck> ofServers(MailboxSettings mailbox) {
    Tls trust = Tls.trusting(mailbox.certificates());
    return List.of(
        new CertificateCheck(mailbox.imap(), trust, CLOCK),
        new CertificateCheck(mailbox.smtp(), trust, CLOCK));
  }

  /// When the database was last written.
  private static Optional<Instant> written(Path data) {
    try {
      return Optional.of(Files.getLastModifiedTime(data.resolve("postbag.db")).toInstant());
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static long memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? machine.getTotalMemorySize()
        : Long.MAX_VALUE;
  }

  private void print(Finding finding) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("part", finding.part());
      object.put("level", finding.level().name().toLowerCase(java.util.Locale.ROOT));
      object.put("words", finding.words());
      JsonLine.print(object, out);
    } else {
      out.println(mark(finding.level()) + " " + finding.part() + ": " + finding.words());
      out.flush();
    }
  }

  private static String mark(Finding.Level level) {
    return switch (level) {
      case WELL -> "good   ";
      case NOTICE -> "note   ";
      case WARNING -> "WARNING";
      case DOWN -> "FAULT  ";
    };
  }
}
