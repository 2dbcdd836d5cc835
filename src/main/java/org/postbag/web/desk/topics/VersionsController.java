package org.postbag.web.desk.topics;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.postbag.catalog.CatalogFile;
import org.postbag.catalog.CatalogFiles;
import org.postbag.catalog.Problem;
import org.postbag.ledger.Actor;
import org.postbag.matching.tuning.CatalogEditor;
import org.postbag.matching.tuning.FileChange;
import org.postbag.matching.tuning.FileVersion;
import org.postbag.matching.tuning.Saving;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An earlier version of a file: what putting it back would change, and doing so.
@Requires(value = Role.TUNER, of = Requires.Of.OFFICE)
@Controller
class VersionsController {
  private final CatalogEditor editor;
  private final FileHistory history;

  VersionsController(CatalogEditor editor, FileHistory history) {
    this.editor = editor;
    this.history = history;
  }

  @Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
  @GetMapping({"/topics/{name}/versions/{id}", "/replies/{name}/versions/{id}"})
  String version(
      Model model, HttpServletResponse response, @PathVariable String name, @PathVariable long id) {
    Optional<FileVersion> found = editor.version(id).filter(v -> v.file().name().equals(name));
    if (found.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      model.addAttribute("id", name);
      return "topic-missing";
    }
    FileVersion version = found.get();
    Optional<CatalogFiles.Content> now = editor.read(version.file());
    String before = now.map(CatalogFiles.Content::text).orElse("");
    model
        .addAttribute("file", version.file().toString())
        .addAttribute("back", FileHistory.page(version.file()))
        .addAttribute("version", version)
        .addAttribute("when", history.when(version))
        .addAttribute("who", FileHistory.who(version))
        .addAttribute("hash", now.map(CatalogFiles.Content::hash).orElse(""))
        .addAttribute("difference", FileDifference.between(before, version.text().orElse("")));
    return "topic-version";
  }

  /// Saves what the file held then, as a new version.
  @PostMapping({"/topics/{name}/versions/{id}", "/replies/{name}/versions/{id}"})
  String putBack(
      Model model,
      HttpServletResponse response,
      @AuthenticationPrincipal StaffMember member,
      @PathVariable String name,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String seen) {
    Optional<FileVersion> found = editor.version(id).filter(v -> v.file().name().equals(name));
    if (found.isEmpty()) {
      return version(model, response, name, id);
    }
    CatalogFile file = found.get().file();
    FileChange change =
        new FileChange(file, Optional.of(seen).filter(s -> !s.isEmpty()), found.get().text());
    return switch (editor.save(List.of(change), new Actor(member.name()))) {
      case Saving.Saved _ ->
          change.text().isPresent()
              ? "redirect:" + FileHistory.page(file) + "?saved=true"
              : "redirect:/topics";
      case Saving.Conflict _ -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute(
            "refused", List.of("The file has changed since. This is how it is now."));
        yield version(model, response, name, id);
      }
      case Saving.Refused refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", Previews.sentences(refused.problems(), Problem::isError));
        yield version(model, response, name, id);
      }
    };
  }
}
