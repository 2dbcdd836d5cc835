package org.postbag.web.desk.topics;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Problem;
import org.postbag.catalog.TopicFields;
import org.postbag.catalog.TopicId;
import org.postbag.ledger.Actor;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.CampaignSummary;
import org.postbag.matching.tuning.CatalogEditor;
import org.postbag.matching.tuning.FileChange;
import org.postbag.matching.tuning.Saving;
import org.postbag.matching.tuning.Tuning;
import org.postbag.past.proposal.KeptProposal;
import org.postbag.past.proposal.ProposalText;
import org.postbag.past.proposal.Proposals;
import org.postbag.past.proposal.ProposedTopic;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A new topic with its standard reply, from a campaign or from nothing: two files, written
/// together.
@Requires(value = Role.TUNER, of = Requires.Of.OFFICE)
@Controller
@RequestMapping("/topics/new")
class NewTopicController {
  private static final int SUGGESTIONS = 12;

  /// With how many of the campaign's words the form begins.
  private static final int TAKEN = 5;

  private static final int MOST_CAMPAIGNS = 5;

  private final Supplier<Catalog> catalog;
  private final CatalogEditor editor;
  private final NewTopicFiles files;
  private final Tuning tuning;
  private final Previews previews;
  private final CampaignKeeper campaigns;
  private final Proposals proposals;

  NewTopicController(
      Supplier<Catalog> catalog,
      CatalogEditor editor,
      Tuning tuning,
      Previews previews,
      CampaignKeeper campaigns,
      Proposals proposals) {
    this.catalog = catalog;
    this.editor = editor;
    this.files = new NewTopicFiles(editor);
    this.tuning = tuning;
    this.previews = previews;
    this.campaigns = campaigns;
    this.proposals = proposals;
  }

  @GetMapping
  String form(
      Model model, @RequestParam Optional<Long> campaign, @RequestParam Optional<Long> proposal) {
    Optional<KeptProposal> kept = proposal.flatMap(proposals::find).filter(KeptProposal::isOpen);
    if (kept.isPresent()) {
      ProposedTopic proposed = kept.get().proposed();
      model.addAttribute("proposal", kept.get().id());
      return page(
          model,
          Optional.empty(),
          ProposalText.fields(proposed, NewTopicFiles.OWN_REPLY),
          proposed.reply().letter(),
          "");
    }
    List<Suggestions.Suggestion> words = suggestions(campaign);
    String title =
        campaign
            .flatMap(campaigns::find)
            .map(found -> found.name().orElse(found.subject()))
            .orElse("");
    List<TopicFields.Line> keywords =
        words.stream().limit(TAKEN).map(w -> new TopicFields.Line(w.text(), "")).toList();
    TopicFields fields =
        new TopicFields(title, Optional.of(NewTopicFiles.OWN_REPLY), keywords, Optional.empty());
    return page(
        model,
        campaign,
        fields,
        "{{salutation}},\n\nThank you for writing to me about …\n\n{{signature}}",
        "");
  }

  private String page(
      Model model, Optional<Long> campaign, TopicFields fields, String letter, String expires) {
    model
        .addAttribute("campaign", campaign.orElse(null))
        .addAttribute("about", campaign.flatMap(campaigns::find).orElse(null))
        .addAttribute("fields", fields)
        .addAttribute("letter", letter)
        .addAttribute("expires", expires)
        .addAttribute("replies", catalog.get().replies().keySet())
        .addAttribute("suggestions", suggestions(campaign))
        .addAttribute("campaigns", campaign.isPresent() ? List.of() : largest());
    return "topic-new";
  }

  private List<CampaignSummary> largest() {
    return tuning.campaignsWithoutTopic(MOST_CAMPAIGNS).stream()
        .flatMap(number -> campaigns.find(number).stream())
        .toList();
  }

  private List<Suggestions.Suggestion> suggestions(Optional<Long> campaign) {
    return campaign
        .map(number -> campaigns.number(number).orElse(number))
        .map(number -> Suggestions.of(tuning.suggestionsOf(number, SUGGESTIONS), Optional.empty()))
        .orElse(List.of());
  }

  @PostMapping("/preview")
  String preview(
      Model model,
      @RequestParam Optional<Long> campaign,
      @RequestParam Optional<Long> proposal,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
    proposal.ifPresent(one -> model.addAttribute("proposal", one));
    TopicForm form = TopicForm.of(sent);
    TopicId id = files.name(form.fields().title());
    List<FileChange> changes = files.of(id, form.fields(), letter(sent), expires(sent));
    String after = changes.getLast().text().orElse("");
    model.addAttribute("preview", previews.of(changes, id, "", after));
    return part
        ? "topic :: preview"
        : page(model, campaign, form.fields(), letter(sent), expires(sent));
  }

  @PostMapping
  String create(
      Model model,
      HttpServletResponse response,
      @AuthenticationPrincipal StaffMember member,
      @RequestParam Optional<Long> campaign,
      @RequestParam Optional<Long> proposal,
      @RequestParam MultiValueMap<String, String> sent) {
    proposal.ifPresent(id -> model.addAttribute("proposal", id));
    TopicFields fields = TopicForm.of(sent).fields();
    TopicId id = files.name(fields.title());
    List<FileChange> changes = files.of(id, fields, letter(sent), expires(sent));
    return switch (editor.save(changes, new Actor(member.name()))) {
      case Saving.Saved _ -> {
        Actor by = new Actor(member.name());
        proposal.ifPresent(taken -> proposals.take(taken, id.value(), by));
        yield "redirect:/topics/" + id + "?saved=true";
      }
      case Saving.Conflict _ ->
          refused(model, response, campaign, sent, List.of("There is such a file already."));
      case Saving.Refused refused ->
          refused(
              model,
              response,
              campaign,
              sent,
              Previews.sentences(refused.problems(), Problem::isError));
    };
  }

  private String refused(
      Model model,
      HttpServletResponse response,
      Optional<Long> campaign,
      MultiValueMap<String, String> sent,
      List<String> why) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("refused", why);
    return page(model, campaign, TopicForm.of(sent).fields(), letter(sent), expires(sent));
  }

  private static String letter(MultiValueMap<String, String> sent) {
    return FormText.lines(FormText.of(sent, "letter").orElse(""));
  }

  private static String expires(MultiValueMap<String, String> sent) {
    return FormText.of(sent, "expires").orElse("");
  }
}
