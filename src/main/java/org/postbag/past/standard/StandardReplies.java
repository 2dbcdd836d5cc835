package org.postbag.past.standard;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postbag.past.standard.FoundReply.Passages;

/// The door: finds an office's standard replies in what it sent.
public final class StandardReplies {
  /// A text that fewer people got is no standard reply yet.
  private static final int LEAST_PEOPLE = 4;

  private final ZoneId zone;

  /// @param zone where the office is: on which day it wrote
  public StandardReplies(ZoneId zone) {
    this.zone = zone;
  }

  /// The most used first.
  ///
  /// @param sent all that was sent, the oldest first
  public List<FoundReply> in(Collection<PastReply> sent) {
    Collection<List<PastReply>> groups = new ReplyGroups().of(sent, LEAST_PEOPLE);
    Greeting greeting = Greeting.in(sent.stream());
    OfficeSignature signature = OfficeSignature.in(groups);
    return groups.stream()
        .map(group ->
            group.stream().map(reply -> new Member(reply, greeting, signature, zone)).toList())
        .flatMap(group -> found(group).stream())
        .sorted(Comparator.comparingInt((FoundReply found) -> -found.replies().size()))
        .toList();
  }

  /// Empty when the replies have single sentences in common, and no text.
  private static Optional<FoundReply> found(List<Member> group) {
    Generalising.run(group);
    ReplyWording ofAll = new ReplyWording(group);
    List<Member> members = group.stream().filter(ofAll::isMostOf).toList();
    return members.size() < LEAST_PEOPLE
        ? Optional.empty()
        : Optional.of(found(members, new ReplyWording(members)))
            .filter(found -> !found.letter().isEmpty());
  }

  private static FoundReply found(List<Member> members, ReplyWording wording) {
    List<Piece> text =
        wording.text().stream().filter(piece -> !ReplyMarkdown.isOpen(piece.text())).toList();
    boolean greets = 2 * members.stream().filter(Member::greets).count() >= members.size();
    Set<String> open =
        wording.text().stream()
            .map(Piece::text)
            .filter(ReplyMarkdown::isOpen)
            .collect(Collectors.toSet());
    return new FoundReply(
        members.stream().map(Member::sent).toList(),
        text.isEmpty() ? "" : ReplyMarkdown.letter(greets, text),
        wording.options().stream().map(option -> passages(option, wording, members)).toList(),
        wording.earlier().stream()
            .map(use -> passages(List.of(use), wording, members))
            .sorted(Comparator.comparing(Passages::last).reversed())
            .toList(),
        Stream.concat(wording.varying().stream(), open.stream()).toList());
  }

  private static Passages passages(List<Use> uses, ReplyWording wording, List<Member> members) {
    Use first = uses.getFirst();
    Instant from = members.get(first.first()).sent().at();
    Instant to = members.get(first.last()).sent().at();
    String text = ReplyMarkdown.text(uses.stream().map(use -> wording.newest(use.key())).toList());
    return new Passages(text, first.count(), from, to);
  }
}
