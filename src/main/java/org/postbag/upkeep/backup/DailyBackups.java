package org.postbag.upkeep.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postbag.catalog.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A backup each day, and no more of them than are to be kept. Which were made is read from the
/// names of the files, so a restart makes none twice, and one that was missed is made later.
public final class DailyBackups {
  private static final Logger LOG = LoggerFactory.getLogger(DailyBackups.class);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'");
  private static final Pattern OURS =
      Pattern.compile("postbag-(\\d{4}-\\d\\d-\\d\\dT\\d{6}Z)\\.zip(\\.gpg)?");

  private final Backups backups;
  private final BackupSettings settings;
  private final InstantSource clock;
  private volatile Optional<String> problem = Optional.empty();

  public DailyBackups(Backups backups, BackupSettings settings, InstantSource clock) {
    this.backups = backups;
    this.settings = settings;
    this.clock = clock;
  }

  /// A backup that is there.
  public record Kept(Path file, Instant made, long size) {}

  /// Whether and where backups are made by themselves.
  public BackupSettings settings() {
    return settings;
  }

  /// Why the last one could not be made; empty when it could.
  public Optional<String> problem() {
    return problem;
  }

  /// Makes today's backup if it is due and not made.
  public synchronized void makeIfDue() {
    if (settings.folder().isEmpty()) {
      return;
    }
    try {
      Instant due = lastDue();
      if (kept().stream().noneMatch(backup -> !backup.made().isBefore(due))) {
        makeNow();
      }
    } catch (IOException | RuntimeException e) {
      failed(e.toString());
    }
  }

  /// Makes a backup in the folder, and deletes the oldest ones.
  ///
  /// @throws IOException when a disk fails or is full
  public synchronized BackupResult makeNow() throws IOException {
    if (settings.folder().isEmpty()) {
      return new BackupResult.Refused("no folder is set: set postbag.backup.folder");
    }
    Path target = settings.folder().get().resolve(name());
    BackupResult result = backups.make(target, settings.passphrase().map(Secret::reveal));
    switch (result) {
      case BackupResult.Done done -> {
        problem = Optional.empty();
        LOG.info("backup {} made and verified, {} letters", done.file(), done.manifest().letters());
        rotate();
      }
      case BackupResult.Refused refused -> failed(refused.why());
    }
    return result;
  }

  private void failed(String why) {
    if (!problem.equals(Optional.of(why))) {
      LOG.error("No backup could be made, which is tried again: {}", why);
    }
    problem = Optional.of(why);
  }

  private String name() {
    String suffix = settings.passphrase().isPresent() ? ".zip.gpg" : ".zip";
    return "postbag-" + NAME.format(clock.instant().atZone(ZoneOffset.UTC)) + suffix;
  }

  private Instant lastDue() {
    ZonedDateTime now = clock.instant().atZone(settings.zone());
    ZonedDateTime today = now.with(settings.at());
    return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
  }

  /// The backups in the folder, the newest first. Files of other names are left alone.
  public List<Kept> kept() throws IOException {
    List<Kept> kept = new ArrayList<>();
    Path folder = settings.folder().orElse(Path.of(""));
    if (settings.folder().isEmpty() || !Files.isDirectory(folder)) {
      return kept;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher ours = OURS.matcher(file.getFileName().toString());
        if (ours.matches()) {
          Instant made = LocalDateTime.parse(ours.group(1), NAME).toInstant(ZoneOffset.UTC);
          kept.add(new Kept(file, made, Files.size(file)));
        }
      }
    }
    kept.sort(Comparator.comparing(Kept::made).reversed());
    return kept;
  }

  private void rotate() throws IOException {
    for (Kept old : kept().stream().skip(settings.keep()).toList()) {
      Files.deleteIfExists(old.file());
    }
  }
}
