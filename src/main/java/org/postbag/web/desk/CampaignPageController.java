package org.postbag.web.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.TopicId;
import org.postbag.matching.CampaignKeeper;
import org.postbag.review.OpenCampaign;
import org.postbag.review.Overview;
import org.postbag.web.CampaignVerbs;
import org.postbag.web.MailboxAccess;
import org.postbag.web.Requires;
import org.postbag.web.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A campaign by its number, and what staff say of it.
@Requires(value = Role.APPROVER, of = Requires.Of.CAMPAIGN)
@Controller
@RequestMapping("/campaigns/{id}")
class CampaignPageController {
  private static final int OPEN = 200;

  private final CampaignKeeper campaigns;
  private final CampaignVerbs verbs;
  private final Overview overview;
  private final GroupPage page;
  private final Supplier<Catalog> catalog;
  private final MailboxAccess access;

  CampaignPageController(
      CampaignKeeper campaigns,
      CampaignVerbs verbs,
      Overview overview,
      GroupPage page,
      Supplier<Catalog> catalog,
      MailboxAccess access) {
    this.access = access;
    this.campaigns = campaigns;
    this.verbs = verbs;
    this.overview = overview;
    this.page = page;
    this.catalog = catalog;
  }

  /// Where its letters are decided on: together, when some are ready.
  @Requires(value = Role.VIEWER, of = Requires.Of.CAMPAIGN)
  @GetMapping
  String show(DeskRequest asked, @PathVariable long id) {
    Optional<Long> now = campaigns.number(id);
    if (now.isEmpty()) {
      asked.response().setStatus(HttpStatus.NOT_FOUND.value());
      return "error";
    }
    Optional<TopicId> topic = topic(now.get());
    if (topic.isPresent()) {
      return "redirect:/groups/" + topic.get() + "?campaign=" + now.get();
    }
    page.showApart(asked, now.get());
    return "group";
  }

  private Optional<TopicId> topic(long campaign) {
    return overview.campaigns(OPEN).stream()
        .filter(open -> open.campaign() == campaign)
        .findFirst()
        .flatMap(OpenCampaign::topic);
  }

  /// Gives it a name; empty takes it away.
  @PostMapping("/name")
  String name(@PathVariable long id, @RequestParam String name) {
    String stripped = name.strip();
    String kept =
        stripped.substring(0, Math.min(stripped.length(), CampaignVerbs.LONGEST_NAME)).strip();
    return to(verbs.name(id, Optional.of(kept).filter(text -> !text.isEmpty())), id);
  }

  /// Its letters are about that topic; empty leaves it to the matcher.
  @PostMapping("/pin")
  String pin(@PathVariable long id, @RequestParam String choice) {
    Optional<TopicId> topic =
        catalog.get().topics().values().stream()
            .map(one -> one.id())
            .filter(known -> known.value().equals(choice))
            .findFirst();
    return topic.isEmpty() && !choice.isEmpty() ? to(id) : to(verbs.pin(id, topic), id);
  }

  @PostMapping("/close")
  String close(@PathVariable long id, @RequestParam boolean closed) {
    return to(verbs.close(id, closed), id);
  }

  @PostMapping("/merge")
  String merge(DeskRequest asked, @PathVariable long id, @RequestParam long other) {
    access.requireCampaign(asked.member(), Role.APPROVER, other);
    return to(verbs.merge(id, other), id);
  }

  /// Takes the letters that were ticked out of it, as a group of their own.
  @PostMapping("/split")
  String split(@PathVariable long id, @RequestParam(defaultValue = "") List<Long> out) {
    return out.isEmpty() ? to(id) : to(verbs.split(id, out).or(() -> Optional.of(id)), id);
  }

  private static String to(Optional<Long> now, long asked) {
    return to(now.orElse(asked));
  }

  private static String to(long campaign) {
    return "redirect:/campaigns/" + campaign;
  }
}
