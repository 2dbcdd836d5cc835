package org.postbag.web.api;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.ledger.Actor;
import org.postbag.upkeep.Inventory;
import org.postbag.upkeep.Upkeep;
import org.postbag.upkeep.backup.BackupResult;
import org.postbag.upkeep.backup.DailyBackups;
import org.postbag.upkeep.retention.Retention;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Backups, what is kept and for how long; an administrator's.
@Requires(value = Role.ADMIN, of = Requires.Of.OFFICE)
@RestController
@RequestMapping("/api/v1")
class UpkeepController {
  private final Upkeep upkeep;

  UpkeepController(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  /// @param name of the file in the folder of backups
  record BackupJson(String name, Instant made, long size) {
    static BackupJson of(DailyBackups.Kept kept) {
      return new BackupJson(kept.file().getFileName().toString(), kept.made(), kept.size());
    }
  }

  /// @param folder null: none is set
  /// @param problem why the last one could not be made
  record BackupsJson(
      @Nullable String folder, int keep, @Nullable String problem, List<BackupJson> kept) {}

  /// @param topic null for letters without one
  record DueJson(String state, @Nullable String topic, long days, int letters) {
    static DueJson of(Retention.Due due) {
      return new DueJson(
          due.state().label(),
          due.topic().isEmpty() ? null : due.topic(),
          due.kept().toDays(),
          due.letters().size());
    }
  }

  /// How many letters were erased.
  record AgedJson(int letters) {}

  /// @param count null where they are not counted
  record KindJson(String what, String where, String why, String howLong, @Nullable Long count) {
    static KindJson of(Inventory.Kind kind) {
      return new KindJson(
          kind.what(), kind.where(), kind.why(), kind.howLong(), kind.count().orElse(null));
    }
  }

  @GetMapping("/backups")
  BackupsJson backups() throws IOException {
    DailyBackups backups = upkeep.backups();
    return new BackupsJson(
        backups.settings().folder().map(Object::toString).orElse(null),
        backups.settings().keep(),
        backups.problem().orElse(null),
        backups.kept().stream().map(BackupJson::of).toList());
  }

  @PostMapping("/backups")
  BackupsJson makeBackup() throws IOException {
    return switch (upkeep.backups().makeNow()) {
      case BackupResult.Done _ -> backups();
      case BackupResult.Refused refused ->
          throw new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT, "No backup was made", refused.why());
    };
  }

  @GetMapping("/retention")
  List<DueJson> due() {
    return upkeep.retention().preview().stream().map(DueJson::of).toList();
  }

  @PostMapping("/retention/run")
  AgedJson age(@AuthenticationPrincipal StaffMember member) throws IOException {
    return new AgedJson(upkeep.retention().run(new Actor(member.name())));
  }

  @GetMapping("/data-protection")
  List<KindJson> kinds() {
    return upkeep.inventory().kinds().stream().map(KindJson::of).toList();
  }
}
