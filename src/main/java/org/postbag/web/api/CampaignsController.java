package org.postbag.web.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.TopicId;
import org.postbag.matching.CampaignKeeper;
import org.postbag.matching.campaign.CampaignText;
import org.postbag.web.CampaignVerbs;
import org.postbag.web.MailboxAccess;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.postbag.web.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Campaigns, and what staff say of them. A campaign is called by any number that it has or had.
@Requires(value = Role.APPROVER, of = Requires.Of.CAMPAIGN)
@RestController
@RequestMapping("/api/v1/campaigns")
class CampaignsController {
  private static final int MOST = 200;

  private final CampaignKeeper campaigns;
  private final CampaignVerbs verbs;
  private final Supplier<Catalog> catalog;
  private final MailboxAccess access;

  CampaignsController(
      CampaignKeeper campaigns,
      CampaignVerbs verbs,
      Supplier<Catalog> catalog,
      MailboxAccess access) {
    this.access = access;
    this.campaigns = campaigns;
    this.verbs = verbs;
    this.catalog = catalog;
  }

  record NameJson(@Nullable String name) {}

  record TopicJson(@Nullable String topic) {}

  record ClosedJson(@Nullable Boolean closed) {}

  record OtherJson(@Nullable Long campaign) {}

  record LettersJson(@Nullable List<Long> letters) {}

  /// The largest first.
  @Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
  @GetMapping
  List<CampaignJson> list() {
    return campaigns.list(MOST).stream().map(c -> CampaignJson.of(c, List.of())).toList();
  }

  /// With its text and its letters a day.
  @Requires(value = Role.VIEWER, of = Requires.Of.CAMPAIGN)
  @GetMapping("/{id}")
  CampaignJson show(@PathVariable long id) {
    List<String> sentences = campaigns.text(id).map(CampaignText::sentences).orElse(List.of());
    return campaigns
        .find(id)
        .map(found -> CampaignJson.of(found, sentences))
        .orElseThrow(() -> none(id));
  }

  /// Gives it a name, or takes it away.
  @PostMapping("/{id}/name")
  CampaignJson name(@PathVariable long id, @RequestBody NameJson body) {
    Optional<String> name = Optional.ofNullable(body.name()).map(String::strip);
    if (name.filter(n -> n.isEmpty() || n.length() > CampaignVerbs.LONGEST_NAME).isPresent()) {
      throw ProblemException.notUnderstood(
          "A name has 1 to " + CampaignVerbs.LONGEST_NAME + " characters");
    }
    return shown(id, verbs.name(id, name));
  }

  /// Its letters are about that topic, whatever the matcher says; null takes it back.
  @PostMapping("/{id}/pin")
  CampaignJson pin(@PathVariable long id, @RequestBody TopicJson body) {
    Optional<TopicId> topic = Optional.ofNullable(body.topic()).map(MessagesController::topic);
    topic
        .filter(t -> catalog.get().topic(t).isEmpty())
        .ifPresent(t -> {
          throw ProblemException.notUnderstood("There is no topic called “" + t + "”");
        });
    return shown(id, verbs.pin(id, topic));
  }

  /// It is over, or it is not: later letters still join it, and wait.
  @PostMapping("/{id}/close")
  CampaignJson close(@PathVariable long id, @RequestBody ClosedJson body) {
    return shown(id, verbs.close(id, !Boolean.FALSE.equals(body.closed())));
  }

  private CampaignJson shown(long id, Optional<Long> now) {
    var _ = now.orElseThrow(() -> none(id));
    return show(id);
  }

  /// Takes another campaign in.
  @PostMapping("/{id}/merge")
  CampaignJson merge(
      @PathVariable long id,
      @RequestBody OtherJson body,
      @AuthenticationPrincipal StaffMember member) {
    long other = DecisionsController.given(body.campaign(), "campaign");
    access.requireCampaign(member, Role.APPROVER, other);
    long into = campaigns.number(id).orElseThrow(() -> none(id));
    if (campaigns.number(other).orElseThrow(() -> none(other)) == into) {
      throw ProblemException.notUnderstood("Both are one campaign already");
    }
    return shown(id, verbs.merge(into, other));
  }

  /// Takes letters out of it, one or several, as a campaign of their own.
  @PostMapping("/{id}/split")
  SplitJson split(@PathVariable long id, @RequestBody LettersJson body) {
    List<Long> letters = DecisionsController.given(body.letters(), "letters");
    var _ = campaigns.number(id).orElseThrow(() -> none(id));
    long made =
        verbs
            .split(id, letters)
            .orElseThrow(() ->
                ProblemException.notUnderstood("These letters are not a part of campaign " + id));
    return new SplitJson(id, made);
  }

  /// What became of a request.
  ///
  /// @param made the number of the new campaign
  record SplitJson(long id, long made) {}

  private static ProblemException none(long id) {
    return new ProblemException(
        HttpStatus.NOT_FOUND, "No such campaign", "There is no campaign " + id);
  }
}
