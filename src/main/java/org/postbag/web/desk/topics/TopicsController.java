package org.postbag.web.desk.topics;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogFile;
import org.postbag.catalog.CatalogFiles;
import org.postbag.catalog.Problem;
import org.postbag.catalog.StandardReply;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicFields;
import org.postbag.catalog.TopicId;
import org.postbag.catalog.TopicText;
import org.postbag.database.MailboxScope;
import org.postbag.ledger.Actor;
import org.postbag.matching.tuning.CatalogEditor;
import org.postbag.matching.tuning.FileChange;
import org.postbag.matching.tuning.Saving;
import org.postbag.matching.tuning.Tuning;
import org.postbag.search.TellingWord;
import org.postbag.upkeep.figures.EventCounts;
import org.postbag.upkeep.figures.Figures;
import org.postbag.upkeep.figures.Period;
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

/// Topics: the list, and the page of one, on which it is tuned.
@Requires(value = Role.TUNER, of = Requires.Of.OFFICE)
@Controller
@RequestMapping("/topics")
class TopicsController {
  private static final int SUGGESTIONS = 12;

  private final Supplier<Catalog> catalog;
  private final TopicList list;
  private final CatalogEditor editor;
  private final Tuning tuning;
  private final Previews previews;
  private final FileHistory history;
  private final Figures figures;

  TopicsController(
      Supplier<Catalog> catalog,
      TopicList list,
      CatalogEditor editor,
      Tuning tuning,
      Previews previews,
      FileHistory history,
      Figures figures) {
    this.catalog = catalog;
    this.list = list;
    this.editor = editor;
    this.tuning = tuning;
    this.previews = previews;
    this.history = history;
    this.figures = figures;
  }

  @Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
  @GetMapping
  String topics(Model model) {
    model.addAttribute("rows", list.rows()).addAttribute("days", TopicList.DAYS);
    return "topics";
  }

  /// @param as `file` to change the file as a text
  /// @param saved true just after saving
  @Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
  @GetMapping("/{id}")
  String topic(
      Model model,
      HttpServletResponse response,
      @PathVariable TopicId id,
      @RequestParam(defaultValue = "") String as,
      @RequestParam(defaultValue = "false") boolean saved) {
    Optional<CatalogFiles.Content> file = editor.read(CatalogFile.topic(id.value()));
    if (file.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      model.addAttribute("id", id);
      return "topic-missing";
    }
    String text = file.get().text();
    Optional<TopicText> form = TopicText.of(text).filter(_ -> !as.equals("file"));
    model.addAttribute("saved", saved);
    return page(model, id, file.get().hash(), form.map(TopicText::fields), text, Optional.empty());
  }

  private String page(
      Model model,
      TopicId id,
      String hash,
      Optional<TopicFields> fields,
      String text,
      Optional<PreviewView> preview) {
    Catalog now = catalog.get();
    Optional<Topic> topic = now.topic(id);
    Optional<StandardReply> reply = topic.flatMap(now::replyOf);
    // Figures, and words that letters have in common, are of all mailboxes.
    boolean all = MailboxScope.current().isAll();
    EventCounts counts =
        all
            ? figures
                .byTopic(Period.upTo(figures.today(), TopicList.DAYS))
                .getOrDefault(id.value(), EventCounts.NOTHING)
            : EventCounts.NOTHING;
    List<TellingWord> telling = all ? tuning.suggestions(id, 2 * SUGGESTIONS) : List.of();
    model
        .addAttribute("id", id)
        .addAttribute("title", topic.map(Topic::title).orElse(id.value()))
        .addAttribute("hash", hash)
        .addAttribute("fields", fields.orElse(null))
        .addAttribute("text", text)
        .addAttribute("replies", now.replies().keySet())
        .addAttribute("reply", reply.orElse(null))
        .addAttribute("reminder", reply.flatMap(r -> Reminder.of(r, figures.today())).orElse(null))
        .addAttribute("stances", topic.map(Topic::stances).orElse(List.of()))
        .addAttribute("counts", counts)
        .addAttribute("right", TopicList.percent(counts.right()))
        .addAttribute("edited", TopicList.percent(counts.edited()))
        .addAttribute("days", TopicList.DAYS)
        .addAttribute("versions", history.of(CatalogFile.topic(id.value())))
        .addAttribute("suggestions", Suggestions.of(telling, fields))
        .addAttribute("preview", preview.orElse(null));
    return "topic";
  }

  /// What the change would mean: the part of the page, or all of it without scripts.
  @PostMapping("/{id}/preview")
  String preview(
      Model model,
      @PathVariable TopicId id,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    TopicForm form = TopicForm.of(sent);
    Optional<CatalogFiles.Content> now = editor.read(CatalogFile.topic(id.value()));
    PreviewView preview = preview(id, form, now);
    if (part) {
      model.addAttribute("preview", preview).addAttribute("subject", "this topic");
      return "topic :: preview";
    }
    return again(model, id, form, now, Optional.of(preview));
  }

  private PreviewView preview(TopicId id, TopicForm form, Optional<CatalogFiles.Content> now) {
    String before = now.map(CatalogFiles.Content::text).orElse("");
    String after = form.text(now.map(CatalogFiles.Content::text));
    return previews.of(List.of(change(id, form, after)), id, before, after);
  }

  private static FileChange change(TopicId id, TopicForm form, String after) {
    return new FileChange(CatalogFile.topic(id.value()), form.seen(), Optional.of(after));
  }

  /// The page with what was typed.
  private String again(
      Model model,
      TopicId id,
      TopicForm form,
      Optional<CatalogFiles.Content> now,
      Optional<PreviewView> preview) {
    String after = form.text(now.map(CatalogFiles.Content::text));
    return page(
        model,
        id,
        now.map(CatalogFiles.Content::hash).orElse(""),
        form.raw().isPresent() ? Optional.empty() : Optional.of(form.fields()),
        after,
        preview);
  }

  @PostMapping("/{id}")
  String save(
      Model model,
      HttpServletResponse response,
      @AuthenticationPrincipal StaffMember member,
      @PathVariable TopicId id,
      @RequestParam MultiValueMap<String, String> sent) {
    TopicForm form = TopicForm.of(sent);
    Optional<CatalogFiles.Content> now = editor.read(CatalogFile.topic(id.value()));
    String after = form.text(now.map(CatalogFiles.Content::text));
    return switch (editor.save(List.of(change(id, form, after)), new Actor(member.name()))) {
      case Saving.Saved _ -> "redirect:/topics/" + id + "?saved=true";
      case Saving.Conflict conflict -> {
        model.addAttribute("conflict", true);
        response.setStatus(HttpStatus.CONFLICT.value());
        yield again(
            model, id, form, conflict.now(), Optional.of(preview(id, form, conflict.now())));
      }
      case Saving.Refused refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", sentences(refused.problems()));
        yield again(model, id, form, now, Optional.empty());
      }
    };
  }

  private static List<String> sentences(List<Problem> problems) {
    return Previews.sentences(problems, Problem::isError);
  }

  /// Takes a topic away; its letters keep its name, and go to a person.
  @PostMapping("/{id}/remove")
  String remove(
      HttpServletResponse response,
      Model model,
      @AuthenticationPrincipal StaffMember member,
      @PathVariable TopicId id,
      @RequestParam String seen) {
    FileChange gone =
        new FileChange(CatalogFile.topic(id.value()), Optional.of(seen), Optional.empty());
    return editor.save(List.of(gone), new Actor(member.name())) instanceof Saving.Saved
        ? "redirect:/topics"
        : topic(model, response, id, "", false);
  }
}
