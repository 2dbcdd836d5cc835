package org.postbag.upkeep.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postbag.database.Database;
import org.postbag.database.DatabaseSettings;
import org.postbag.database.SettableClock;
import org.postbag.database.TestLetters;

/// One file with everything, or nothing at all.
class BackupsTest {
  private static final String PASSPHRASE = "correct horse battery staple";

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private Path data;
  private Path config;
  private Database database;
  private Backups backups;

  @BeforeEach
  void open() throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
    config = Files.createDirectories(folder.resolve("config"));
    Files.createDirectories(config.resolve("replies"));
    Files.writeString(config.resolve("replies/calais.md"), "Thank you.");
    Files.writeString(
        config.resolve("application.yaml"),
        """
        postbag:
          mailboxes:
            office:
              password: hunter2hunter2
              oauth2: {client-id: x, client-secret: "tiger2,tiger2", refresh-token: lion2lion2}
            other:
              password: ${OTHER_PASSWORD}
            third:
              password: |
                zebra2zebra2
              folder: INBOX
        """);
    database = Database.open(DatabaseSettings.in(data));
    backups = new Backups(database, data, config, clock);
    for (int i = 0; i < 20; i++) {
      letter(i);
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void letter(int number) {
    database.doInTransaction(() -> {
      long id =
          TestLetters.keep(database, "ann" + number + "@a.example", "Buses", "Late " + number);
      database
          .sql("UPDATE letter SET content_hash = :hash WHERE id = :id")
          .param("hash", hash(id))
          .param("id", id)
          .update();
    });
  }

  private String hash(long letter) {
    byte[] bytes =
        database
            .sql("SELECT rfc822 FROM letter_raw WHERE letter_id = ?")
            .param(letter)
            .query((row, _) -> row.getBytes(1))
            .single();
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private BackupResult.Done made(Path file, Optional<String> passphrase) throws IOException {
    BackupResult result = backups.make(file, passphrase);
    assertThat(result).isInstanceOf(BackupResult.Done.class);
    return (BackupResult.Done) result;
  }

  private BackupResult restored(Path file, Path place, Optional<String> passphrase)
      throws IOException {
    return new Restore(clock)
        .restore(file, place.resolve("data"), place.resolve("config"), passphrase);
  }

  @Test
  void whatWasBackedUpComesBackWithItsConfigurationAndWithoutSecrets() throws IOException {
    Path file = folder.resolve("b.zip");
    assertThat(made(file, Optional.empty()).manifest().letters()).isEqualTo(20);
    Path place = folder.resolve("new");
    assertThat(restored(file, place, Optional.empty())).isInstanceOf(BackupResult.Done.class);
    assertThat(place.resolve("config/replies/calais.md")).hasContent("Thank you.");
    assertThat(Files.readString(place.resolve("config/application.yaml")))
        .contains("password: ${REMOVED_FROM_BACKUP}", "${OTHER_PASSWORD}", "folder: INBOX")
        .contains("client-id: x", "refresh-token: ${REMOVED_FROM_BACKUP}}")
        .doesNotContain("hunter2", "tiger2", "lion2", "zebra2");
    try (Database copy = Database.open(DatabaseSettings.in(place.resolve("data")))) {
      assertThat(copy.sql("SELECT count(*) FROM letter_raw").query(Long.class).single())
          .isEqualTo(20);
    }
    assertThat(place.resolve("data/index")).doesNotExist();
  }

  @Test
  void nobodyButTheOwnerReadsABackupAndNothingIsLeftBeside() throws IOException {
    Path file = folder.resolve("b.zip");
    made(file, Optional.empty());
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(names(data)).noneMatch(name -> name.startsWith("backup-"));
    assertThat(names(folder)).containsExactlyInAnyOrder("b.zip", "config", "data");
  }

  @Test
  void aBackupIsWholeWhileLettersAreWritten() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 100; !stop.get(); i++) {
                letter(i);
              }
            });
    for (int i = 0; i < 3; i++) {
      Path file = folder.resolve("b" + i + ".zip");
      made(file, Optional.empty());
      assertThat(restored(file, folder.resolve("new" + i), Optional.empty()))
          .isInstanceOf(BackupResult.Done.class);
    }
    stop.set(true);
    writer.join();
  }

  @Test
  void anEncryptedBackupOpensWithItsPassphraseAlone() throws Exception {
    Path file = folder.resolve("b.zip.gpg");
    made(file, Optional.of(PASSPHRASE));
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .doesNotContain("Buses", "postbag.db", "PK\u0003\u0004");
    assertThat(refused(restored(file, folder.resolve("a"), Optional.of("wrong"))))
        .contains("the passphrase does not open it");
    assertThat(refused(restored(file, folder.resolve("a"), Optional.empty())))
        .contains("--passphrase-file");
    assertThat(folder.resolve("a/data")).doesNotExist();
    assertThat(restored(file, folder.resolve("a"), Optional.of(PASSPHRASE)))
        .isInstanceOf(BackupResult.Done.class);
  }

  @Test
  void aDamagedBackupIsRefusedUnlessTheByteIsNoneOfItsContent() throws IOException {
    for (Optional<String> passphrase : List.of(Optional.<String>empty(), Optional.of(PASSPHRASE))) {
      Path file = folder.resolve("b" + passphrase.isPresent());
      BackupResult.Done original = made(file, passphrase);
      int refused = 0;
      byte[] whole = Files.readAllBytes(file);
      int step = whole.length / (passphrase.isPresent() ? 5 : 25);
      for (int at = 60; at < whole.length * 9 / 10; at += step) {
        byte[] damaged = whole.clone();
        damaged[at] ^= 0x10;
        Path copy = Files.write(folder.resolve("damaged"), damaged);
        BackupResult result =
            restored(copy, folder.resolve("x" + at + passphrase.isPresent()), passphrase);
        refused += result instanceof BackupResult.Refused ? 1 : 0;
        // A byte in the header of an entry, such as its time, changes nothing of what is restored.
        if (result instanceof BackupResult.Done done) {
          assertThat(done.manifest()).as("byte %d", at).isEqualTo(original.manifest());
        }
      }
      assertThat(refused).isGreaterThanOrEqualTo(passphrase.isPresent() ? 4 : 20);
      Path cut =
          Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, whole.length / 2));
      assertThat(restored(cut, folder.resolve("x"), passphrase))
          .isInstanceOf(BackupResult.Refused.class);
    }
  }

  @Test
  void aDamagedDatabaseIsNotBackedUp() throws IOException {
    database.doInTransaction(
        () -> database.sql("UPDATE letter SET content_hash = 'x' WHERE id = 7").update());
    assertThat(refused(backups.make(folder.resolve("b.zip"), Optional.empty())))
        .contains("letter 7 does not hold the bytes that were collected");
    assertThat(folder.resolve("b.zip")).doesNotExist();
  }

  @Test
  void oneIsMadeEachDayAndOnlySoManyAreKept() throws IOException {
    Path kept = folder.resolve("kept");
    BackupSettings settings =
        new BackupSettings(
            Optional.of(kept), LocalTime.of(2, 30), ZoneOffset.UTC, 2, Optional.empty());
    Files.createDirectories(kept);
    Files.writeString(kept.resolve("mine.zip"), "mine");
    List<Integer> counts = new ArrayList<>();
    for (String now :
        List.of(
            "2026-11-30T12:00:00Z",
            "2026-12-01T02:00:00Z",
            "2026-12-01T02:31:00Z",
            "2026-12-01T18:00:00Z",
            "2026-12-02T09:00:00Z",
            "2026-12-05T09:00:00Z")) {
      clock.advance(java.time.Duration.between(clock.instant(), Instant.parse(now)));
      new DailyBackups(backups, settings, clock).makeIfDue();
      counts.add(new DailyBackups(backups, settings, clock).kept().size());
    }
    assertThat(counts).containsExactly(1, 1, 2, 2, 2, 2);
    assertThat(names(kept))
        .containsExactlyInAnyOrder(
            "mine.zip", "postbag-2026-12-02T090000Z.zip", "postbag-2026-12-05T090000Z.zip");
  }

  @Test
  void aBackupThatCannotBeMadeIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("no-folder"), "");
    BackupSettings settings =
        new BackupSettings(
            Optional.of(file), LocalTime.of(2, 30), ZoneOffset.UTC, 2, Optional.empty());
    DailyBackups daily = new DailyBackups(backups, settings, clock);
    daily.makeIfDue();
    assertThat(daily.problem()).isPresent();
  }

  private static String refused(BackupResult result) {
    assertThat(result).isInstanceOf(BackupResult.Refused.class);
    return ((BackupResult.Refused) result).why();
  }

  private static Set<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }
  }
}
