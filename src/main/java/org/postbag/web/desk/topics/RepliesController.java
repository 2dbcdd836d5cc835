package org.postbag.web.desk.topics;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogFile;
import org.postbag.catalog.CatalogFiles;
import org.postbag.catalog.Problem;
import org.postbag.catalog.ReplyFields;
import org.postbag.catalog.ReplyText;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Topic;
import org.postbag.ledger.Actor;
import org.postbag.matching.tuning.CatalogEditor;
import org.postbag.matching.tuning.FileChange;
import org.postbag.matching.tuning.Saving;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page of a standard reply: its text beside what a writer would get.
@Requires(value = Role.TUNER, of = Requires.Of.OFFICE)
@Controller
@RequestMapping("/replies/{name}")
class RepliesController {
  private final Supplier<Catalog> catalog;
  private final CatalogEditor editor;
  private final FileHistory history;

  RepliesController(Supplier<Catalog> catalog, CatalogEditor editor, FileHistory history) {
    this.catalog = catalog;
    this.editor = editor;
    this.history = history;
  }

  /// @param as `file` to change the file as a text
  /// @param saved true just after saving
  @Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
  @GetMapping
  String reply(
      Model model,
      HttpServletResponse response,
      @PathVariable String name,
      @RequestParam(defaultValue = "") String as,
      @RequestParam(defaultValue = "false") boolean saved) {
    Optional<CatalogFile> file = file(name);
    Optional<CatalogFiles.Content> now = file.flatMap(editor::read);
    if (now.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      model.addAttribute("id", name);
      return "topic-missing";
    }
    String text = now.get().text();
    model.addAttribute("saved", saved);
    Optional<ReplyFields> fields =
        ReplyText.of(text).filter(_ -> !as.equals("file")).map(ReplyText::fields);
    return page(model, name, now.get().hash(), fields, text, text);
  }

  private static Optional<CatalogFile> file(String name) {
    try {
      return Optional.of(CatalogFile.reply(name));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  private String page(
      Model model,
      String name,
      String hash,
      Optional<ReplyFields> fields,
      String before,
      String text) {
    Catalog now = catalog.get();
    List<Topic> topics =
        now.all().stream().filter(t -> t.reply().equals(Optional.of(name))).toList();
    Optional<StandardReply> reply = now.reply(name);
    model
        .addAttribute("name", name)
        .addAttribute("hash", hash)
        .addAttribute("fields", fields.orElse(null))
        .addAttribute("text", text)
        .addAttribute("topics", topics)
        .addAttribute("reminder", reply.flatMap(r -> Reminder.of(r, editor.today())).orElse(null))
        .addAttribute("versions", history.of(CatalogFile.reply(name)))
        .addAttribute("today", editor.today().toString());
    return shown(model, name, before, text, "reply");
  }

  /// The part that shows the reply as it would leave.
  private String shown(Model model, String name, String before, String after, String view) {
    CatalogFile file = CatalogFile.reply(name);
    CatalogEditor.Checked checked =
        editor.check(List.of(new FileChange(file, Optional.empty(), Optional.of(after))));
    model
        .addAttribute("problems", Previews.sentences(checked.problems(), Problem::isError))
        .addAttribute("remarks", Previews.sentences(checked.problems(), p -> !p.isError()))
        .addAttribute("difference", FileDifference.between(before, after))
        .addAttribute("sample", SampleReply.of(letter(after), editor.today()));
    return view;
  }

  private static String letter(String text) {
    return ReplyText.of(text).map(ReplyText::unwrapped).orElse("");
  }

  @PostMapping("/preview")
  String preview(
      Model model,
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    ReplyForm form = ReplyForm.of(sent);
    Optional<CatalogFiles.Content> now = file(name).flatMap(editor::read);
    String before = now.map(CatalogFiles.Content::text).orElse("");
    String after = form.text(now.map(CatalogFiles.Content::text));
    return part
        ? shown(model, name, before, after, "reply :: sample")
        : page(model, name, form.seen().orElse(""), fields(form), before, after);
  }

  private static Optional<ReplyFields> fields(ReplyForm form) {
    return form.raw().isPresent() ? Optional.empty() : Optional.of(form.fields());
  }

  @PostMapping
  String save(
      Model model,
      HttpServletResponse response,
      @AuthenticationPrincipal StaffMember member,
      @PathVariable String name,
      @RequestParam MultiValueMap<String, String> sent) {
    ReplyForm form = ReplyForm.of(sent);
    CatalogFile file = CatalogFile.reply(name);
    Optional<CatalogFiles.Content> now = editor.read(file);
    String after = form.text(now.map(CatalogFiles.Content::text));
    FileChange change = new FileChange(file, form.seen(), Optional.of(after));
    return switch (editor.save(List.of(change), new Actor(member.name()))) {
      case Saving.Saved _ -> "redirect:/replies/" + name + "?saved=true";
      case Saving.Conflict conflict -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("conflict", true);
        yield again(model, name, form, conflict.now());
      }
      case Saving.Refused refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", Previews.sentences(refused.problems(), Problem::isError));
        yield again(model, name, form, now);
      }
    };
  }

  private String again(
      Model model, String name, ReplyForm form, Optional<CatalogFiles.Content> now) {
    return page(
        model,
        name,
        now.map(CatalogFiles.Content::hash).orElse(""),
        fields(form),
        now.map(CatalogFiles.Content::text).orElse(""),
        form.text(now.map(CatalogFiles.Content::text)));
  }
}
