package org.postbag.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.catalog.TopicId;
import org.postbag.ledger.Actor;
import org.postbag.ledger.State;
import org.postbag.matching.campaign.OwnLine;
import org.postbag.review.CampaignGroup;
import org.postbag.review.DraftVersion;
import org.postbag.review.Filter;
import org.postbag.review.GroupDecision;
import org.postbag.review.GroupDecisions;
import org.postbag.review.GroupMembers;
import org.postbag.review.QueueItem;
import org.postbag.review.ReviewQueue;
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

/// Letters that wait with the same standard reply; a group is called by its topic, or by its topic
/// and the first letter of its campaign, `calais:123`. A group is approved as a frozen list of
/// letters and versions: what came or changed after the list was read is never part of it.
@Requires(value = Role.VIEWER, of = Requires.Of.ANY_MAILBOX)
@RestController
@RequestMapping("/api/v1/groups")
class GroupsController {
  private final ReviewQueue queue;
  private final GroupDecisions decisions;
  private final MailboxAccess access;

  GroupsController(ReviewQueue queue, GroupDecisions decisions, MailboxAccess access) {
    this.access = access;
    this.queue = queue;
    this.decisions = decisions;
  }

  /// @param campaign the number of the campaign's first letter; null for all letters of the topic
  record GroupJson(String id, String topic, @Nullable Long campaign, long waiting) {}

  record MemberJson(@Nullable Long id, @Nullable Integer version) {}

  /// @param acknowledged the words of the warnings that all of them have and that were seen
  record ApprovalJson(@Nullable List<MemberJson> messages, @Nullable Set<String> acknowledged) {}

  /// Topics first, then campaigns, each the largest first.
  @GetMapping
  List<GroupJson> groups() {
    List<GroupJson> groups = new ArrayList<>();
    queue.groups().stream()
        .filter(group -> group.state() == State.WAITING)
        .forEach(group -> group.topic().ifPresent(t -> groups.add(group(t, group.letters()))));
    queue.campaigns(Filter.MOST).forEach(group -> groups.add(group(group)));
    return groups;
  }

  private static GroupJson group(TopicId topic, long waiting) {
    return new GroupJson(topic.value(), topic.value(), null, waiting);
  }

  private static GroupJson group(CampaignGroup group) {
    String topic = group.topic().value();
    return new GroupJson(topic + ":" + group.campaign(), topic, group.campaign(), group.letters());
  }

  /// What a group's name means.
  private record Group(TopicId topic, Optional<Long> campaign) {
    static Group of(String id) {
      int colon = id.lastIndexOf(':');
      if (colon < 0) {
        return new Group(MessagesController.topic(id), Optional.empty());
      }
      Long first = MessagesController.number(id.substring(colon + 1));
      return new Group(MessagesController.topic(id.substring(0, colon)), Optional.of(first));
    }

    /// A letter for a person alone to decide is never approved in passing.
    boolean holds(QueueItem item) {
      return item.topic().equals(Optional.of(topic))
          && (campaign.isEmpty() || item.campaign().equals(campaign))
          && item.state() != State.NEEDS_PERSON
          && item.reason().isEmpty();
    }
  }

  /// A group as it is now: what is to be sent back to approve it.
  @GetMapping("/{id}")
  SnapshotJson snapshot(@PathVariable String id, @AuthenticationPrincipal StaffMember member) {
    Group group = Group.of(id);
    List<QueueItem> items = GroupMembers.waiting(queue, group.topic(), group.campaign());
    Actor actor = DecisionsController.actor(member);
    Set<Long> opened = decisions.opened(items, actor);
    Map<Long, List<OwnLine>> own = queue.ownLines(items.stream().map(QueueItem::letter).toList());
    List<Long> apart =
        group.campaign().stream()
            .flatMap(c -> GroupMembers.apart(queue, c, GroupDecisions.MOST).stream())
            .map(QueueItem::letter)
            .toList();
    return new SnapshotJson(
        id,
        items.stream()
            .map(item ->
                GroupMemberJson.of(item, own.getOrDefault(item.letter(), List.of()), opened))
            .toList(),
        List.copyOf(decisions.sample(id, items, actor)),
        apart);
  }

  /// @param sample letters that have to be read before the group is approved
  /// @param apart letters of the campaign that a person reads by themselves
  record SnapshotJson(
      String id, List<GroupMemberJson> messages, List<Long> sample, List<Long> apart) {}

  @Requires(value = Role.APPROVER, of = Requires.Of.ANY_MAILBOX)
  @PostMapping("/{id}/approve")
  GroupOutcomes.ResultJson approve(
      @PathVariable String id,
      @RequestBody ApprovalJson body,
      @AuthenticationPrincipal StaffMember member) {
    Group group = Group.of(id);
    List<DraftVersion> all = seen(body);
    access.require(member, Role.APPROVER, all.stream().map(DraftVersion::letter).toList());
    List<DraftVersion> inGroup = all.stream().filter(seen -> isIn(group, seen)).toList();
    if (inGroup.size() < all.size()) {
      throw ProblemException.notUnderstood(
          "The list holds letters that do not wait in the group " + id);
    }
    GroupDecision decision =
        decisions.approve(
            id,
            all,
            DecisionsController.orNone(body.acknowledged()),
            DecisionsController.actor(member));
    return switch (decision) {
      case GroupDecision.Carried carried -> GroupOutcomes.result(all, carried);
      case GroupDecision.Changed changed -> throw GroupOutcomes.changed(changed);
      case GroupDecision.NotRead unread -> throw GroupOutcomes.notRead(unread.unread());
    };
  }

  /// Takes back all of a decision that has not left.
  @Requires(value = Role.APPROVER, of = Requires.Of.ANY_MAILBOX)
  @PostMapping("/decisions/{decision}/undo")
  UndoneJson undo(@PathVariable long decision, @AuthenticationPrincipal StaffMember member) {
    access.requireDecision(member, Role.APPROVER, decision);
    return decisions
        .undo(decision, DecisionsController.actor(member))
        .map(undone -> new UndoneJson(decision, undone))
        .orElseThrow(() ->
            new ProblemException(
                HttpStatus.NOT_FOUND, "No such decision", "There is no decision " + decision));
  }

  record UndoneJson(long decision, long undone) {}

  private static List<DraftVersion> seen(ApprovalJson body) {
    List<MemberJson> members = DecisionsController.given(body.messages(), "messages");
    if (members.isEmpty() || members.size() > GroupDecisions.MOST) {
      throw ProblemException.notUnderstood(
          "A group is approved 1 to " + GroupDecisions.MOST + " letters at a time");
    }
    return members.stream()
        .map(member ->
            new DraftVersion(
                DecisionsController.given(member.id(), "id"),
                DecisionsController.given(member.version(), "version")))
        .toList();
  }

  private boolean isIn(Group group, DraftVersion seen) {
    return queue.find(seen.letter()).filter(group::holds).isPresent();
  }
}
