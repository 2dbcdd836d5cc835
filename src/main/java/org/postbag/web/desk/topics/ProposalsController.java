package org.postbag.web.desk.topics;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postbag.catalog.CatalogFile;
import org.postbag.catalog.Problem;
import org.postbag.catalog.ReplyFields;
import org.postbag.catalog.ReplyText;
import org.postbag.ledger.Actor;
import org.postbag.matching.tuning.CatalogEditor;
import org.postbag.matching.tuning.FileChange;
import org.postbag.matching.tuning.Saving;
import org.postbag.past.Past;
import org.postbag.past.proposal.KeptProposal;
import org.postbag.past.proposal.ProposalSearch;
import org.postbag.past.proposal.ProposalText;
import org.postbag.past.proposal.Proposals;
import org.postbag.past.proposal.ProposedTopic;
import org.postbag.past.standard.FoundReply.Passages;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// "Set up from your own post": each proposal is taken, changed, joined or left. Nothing is in
/// force before.
@Requires(value = Role.TUNER, of = Requires.Of.OFFICE)
@Controller
@RequestMapping("/topics/past")
class ProposalsController {
  private static final String PAGE = "redirect:/topics/past";

  private final Past past;
  private final Proposals proposals;
  private final ProposalSearch search;
  private final CatalogEditor editor;
  private final ProposalText text;

  ProposalsController(
      Past past,
      Proposals proposals,
      ProposalSearch search,
      CatalogEditor editor,
      ProposalText text) {
    this.past = past;
    this.proposals = proposals;
    this.search = search;
    this.editor = editor;
    this.text = text;
  }

  @Requires(value = Role.VIEWER, of = Requires.Of.OFFICE)
  @GetMapping
  String page(Model model) {
    List<KeptProposal> all = proposals.all();
    model
        .addAttribute("account", past.account())
        .addAttribute("running", search.isRunning())
        .addAttribute("trouble", search.trouble().orElse(null))
        .addAttribute("open", all.stream().filter(KeptProposal::isOpen).toList())
        .addAttribute("decided", all.stream().filter(one -> !one.isOpen()).toList());
    return "topics-past";
  }

  @PostMapping("/search")
  String search() {
    search.start();
    return PAGE;
  }

  /// Writes its two files, as they are shown.
  ///
  /// @param option the places of the optional paragraphs that are wanted
  @PostMapping("/{id}/take")
  String take(
      Model model,
      HttpServletResponse response,
      @AuthenticationPrincipal StaffMember member,
      @PathVariable long id,
      @RequestParam(defaultValue = "") Set<Integer> option) {
    Optional<KeptProposal> kept = proposals.find(id).filter(KeptProposal::isOpen);
    if (kept.isEmpty()) {
      return PAGE;
    }
    ProposedTopic proposed = kept.get().proposed();
    Actor by = new Actor(member.name());
    return switch (editor.save(changes(proposed, option), by)) {
      case Saving.Saved _ -> {
        proposals.take(id, proposed.name(), by);
        yield PAGE;
      }
      case Saving.Conflict conflict ->
          refused(model, response, List.of(conflict.file() + " is there already. Use Change."));
      case Saving.Refused refused ->
          refused(model, response, Previews.sentences(refused.problems(), Problem::isError));
    };
  }

  private String refused(Model model, HttpServletResponse response, List<String> why) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("refused", why);
    return page(model);
  }

  private List<FileChange> changes(ProposedTopic proposed, Set<Integer> option) {
    String reply = text.reply(proposed);
    List<FileChange> changes = new ArrayList<>();
    changes.add(
        new FileChange(
            CatalogFile.reply(proposed.name()),
            Optional.empty(),
            Optional.of(withOptions(reply, proposed, option))));
    changes.add(
        new FileChange(
            CatalogFile.topic(proposed.name()),
            Optional.empty(),
            Optional.of(text.topic(proposed))));
    return changes;
  }

  private static String withOptions(String reply, ProposedTopic proposed, Set<Integer> option) {
    List<String> wanted = new ArrayList<>();
    List<Passages> options = proposed.reply().options();
    for (int i = 0; i < options.size(); i++) {
      if (option.contains(i)) {
        wanted.add(options.get(i).text());
      }
    }
    if (wanted.isEmpty()) {
      return reply;
    }
    return ReplyText.of(reply)
        .map(file -> file.with(longer(file.fields(), String.join("\n\n", wanted))))
        .orElse(reply);
  }

  /// Before the signature.
  private static ReplyFields longer(ReplyFields fields, String paragraphs) {
    int end = fields.letter().lastIndexOf("\n\n");
    String letter =
        fields.letter().substring(0, end) + "\n\n" + paragraphs + fields.letter().substring(end);
    return new ReplyFields(
        fields.subject(), fields.owner(), fields.reviewed(), fields.expires(), letter);
  }

  @PostMapping("/{id}/leave")
  String leave(@AuthenticationPrincipal StaffMember member, @PathVariable long id) {
    proposals.leave(id, new Actor(member.name()));
    return PAGE;
  }

  @PostMapping("/{id}/reopen")
  String reopen(@AuthenticationPrincipal StaffMember member, @PathVariable long id) {
    proposals.reopen(id, new Actor(member.name()));
    return PAGE;
  }

  @PostMapping("/{id}/join")
  String join(
      @AuthenticationPrincipal StaffMember member, @PathVariable long id, @RequestParam long into) {
    proposals.join(id, into, new Actor(member.name()));
    return PAGE;
  }
}
