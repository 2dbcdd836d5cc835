package org.postbag.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.email.Address;
import org.postbag.upkeep.Upkeep;
import org.postbag.upkeep.backup.BackupResult;
import org.postbag.upkeep.backup.DailyBackups;
import org.postbag.upkeep.hold.Holds;
import org.postbag.upkeep.person.ErasureResult;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is kept, where, why and for how long; one person's letters, holds and backups. For
/// administrators.
@Requires(value = Role.ADMIN, of = Requires.Of.OFFICE)
@Controller
@RequestMapping("/data-protection")
class DataProtectionController {
  private static final String PAGE = "data-protection";

  private final Upkeep upkeep;
  private final Times times;

  DataProtectionController(Upkeep upkeep, Times times) {
    this.upkeep = upkeep;
    this.times = times;
  }

  /// A backup as it is listed.
  record BackupRow(String name, String made, long kilobytes) {}

  /// A hold as it is listed.
  record HoldRow(String scope, String what, String since, String by, String why) {}

  @GetMapping
  String page(DeskRequest asked) throws IOException {
    DailyBackups backups = upkeep.backups();
    asked
        .model()
        .addAttribute("kinds", upkeep.inventory().kinds())
        .addAttribute("held", upkeep.inventory().held())
        .addAttribute("retention", upkeep.inventory().retention())
        .addAttribute("due", upkeep.retention().preview())
        .addAttribute(
            "holds",
            upkeep.holds().all().stream()
                .map(hold ->
                    new HoldRow(
                        hold.scope(),
                        hold.scope().substring(hold.scope().indexOf(':') + 1),
                        times.of(hold.since()),
                        hold.actor(),
                        hold.why()))
                .toList())
        .addAttribute("backupFolder", backups.settings().folder().map(Object::toString).orElse(""))
        .addAttribute("backupProblem", backups.problem().orElse(""))
        .addAttribute(
            "backups",
            backups.kept().stream()
                .map(kept ->
                    new BackupRow(
                        kept.file().getFileName().toString(),
                        times.of(kept.made()),
                        kept.size() / 1024))
                .toList());
    return PAGE;
  }

  @PostMapping("/export")
  void export(DeskRequest asked, @RequestParam String address, HttpServletResponse response)
      throws IOException {
    Optional<Address> person = Address.parse(address);
    if (person.isEmpty()) {
      response.sendError(HttpStatus.BAD_REQUEST.value());
      return;
    }
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"person.zip\"");
    var _ = upkeep.export().write(person.get(), asked.actor(), response.getOutputStream());
  }

  /// Without `sure`, only counts.
  @PostMapping("/erase")
  String erase(
      DeskRequest asked,
      @RequestParam String address,
      @RequestParam(required = false) @Nullable String sure)
      throws IOException {
    Optional<Address> person = Address.parse(address);
    if (person.isEmpty()) {
      return problem(asked, "That is no e-mail address.");
    }
    ErasureResult result =
        sure == null
            ? upkeep.erasure().preview(person.get())
            : upkeep.erasure().erase(person.get(), asked.actor());
    return switch (result) {
      case ErasureResult.Refused refused -> problem(asked, "Nothing was erased: " + refused.why());
      case ErasureResult.Done done -> {
        asked.model().addAttribute("good", told(sure != null, done));
        asked.model().addAttribute("candidate", sure == null ? address : "");
        yield page(asked);
      }
    };
  }

  private static String told(boolean erased, ErasureResult.Done done) {
    String letters = done.letters() + (done.letters() == 1 ? " letter" : " letters");
    if (!erased) {
      return letters + " would be erased. This cannot be taken back.";
    }
    return done.sending().isEmpty()
        ? letters + " erased. Backups from before hold them still."
        : letters + " erased. A reply is being sent at this moment: erase again in a minute.";
  }

  @PostMapping("/holds/begin")
  String begin(DeskRequest asked, @RequestParam String what, @RequestParam String why)
      throws IOException {
    Optional<String> scope = Holds.scope(what.strip());
    if (scope.isEmpty() || why.isBlank()) {
      return problem(asked, "Give an address or the name of a topic, and why.");
    }
    return upkeep.holds().begin(scope.get(), why.strip(), asked.actor())
        ? "redirect:/data-protection"
        : problem(asked, "A hold on that stands already.");
  }

  @PostMapping("/holds/end")
  String end(DeskRequest asked, @RequestParam String scope) {
    upkeep.holds().end(scope, asked.actor());
    return "redirect:/data-protection";
  }

  @PostMapping("/retention")
  String age(DeskRequest asked) throws IOException {
    asked.model().addAttribute("good", upkeep.retention().run(asked.actor()) + " letters erased.");
    return page(asked);
  }

  @PostMapping("/backup")
  String backup(DeskRequest asked) throws IOException {
    return switch (upkeep.backups().makeNow()) {
      case BackupResult.Done _ -> "redirect:/data-protection";
      case BackupResult.Refused refused -> problem(asked, "No backup was made: " + refused.why());
    };
  }

  private String problem(DeskRequest asked, String words) throws IOException {
    asked.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    asked.model().addAttribute("problem", words);
    return page(asked);
  }
}
