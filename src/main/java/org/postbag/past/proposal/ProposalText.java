package org.postbag.past.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postbag.catalog.TopicFields;
import org.postbag.catalog.TopicText;
import org.postbag.past.proposal.FoundTopic.FoundCampaign;
import org.postbag.past.proposal.FoundTopic.FoundKeyword;
import org.postbag.past.proposal.ProposedTopic.ProposedReply;
import org.postbag.past.standard.FoundReply.Passages;

/// A proposal as the text of the catalog's two files. What is known of it stands there as comments,
/// for whoever reads it with care before it is in force.
public final class ProposalText {
  private static final double SURE = 0.9;
  private static final int WIDTH = 100;

  private final ZoneId zone;

  /// @param zone where the office is: on which day something was sent
  public ProposalText(ZoneId zone) {
    this.zone = zone;
  }

  /// The fields of a topic's form.
  ///
  /// @param reply the name of its standard reply
  public static TopicFields fields(ProposedTopic topic, String reply) {
    List<TopicFields.Line> lines =
        topic.keywords().stream()
            .map(word -> new TopicFields.Line(word.text(), isSure(word) ? "3" : ""))
            .toList();
    return new TopicFields(topic.title(), Optional.of(reply), lines, Optional.empty());
  }

  private static boolean isSure(FoundKeyword word) {
    return word.in() >= SURE * word.all();
  }

  public String topic(ProposedTopic topic) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Made of the office's own past: %d letters that were answered with this reply."
            .formatted(topic.letters()));
    for (FoundCampaign campaign : topic.campaigns()) {
      lines.add(
          "# A campaign among them, %d letters: %s"
              .formatted(campaign.letters(), oneLine(campaign.name())));
    }
    int keyword = 0;
    for (String line : TopicText.fresh(fields(topic, topic.name())).lines().toList()) {
      boolean isKeyword = line.startsWith("  - ") && keyword < topic.keywords().size();
      lines.add(isKeyword ? line + counts(topic.keywords().get(keyword++)) : line);
    }
    return String.join("\n", lines) + "\n";
  }

  private static String counts(FoundKeyword word) {
    return "  # in %d of these letters, in %d of all".formatted(word.in(), word.all());
  }

  public String reply(ProposedTopic topic) {
    ProposedReply reply = topic.reply();
    List<String> head = new ArrayList<>();
    head.add(
        "# Made of the office's own past: sent %s."
            .formatted(used(reply.used(), reply.first(), reply.last())));
    addAll(head, "Only some of them say this as well", reply.options());
    addAll(head, "They said before, or in other words", reply.earlier());
    reply
        .varying()
        .forEach(begin -> head.add("# Different in each of them, and left out: " + oneLine(begin)));
    for (ProposedReply other : topic.replies().subList(1, topic.replies().size())) {
      head.add("#");
      head.add(
          "# Such letters were also answered with this, %s:"
              .formatted(used(other.used(), other.first(), other.last())));
      addText(head, other.letter());
    }
    if (!topic.languages().isEmpty()) {
      head.add(
          "languages: " + topic.languages().stream().collect(Collectors.joining(", ", "[", "]")));
    }
    return "---\n" + String.join("\n", head) + "\n---\n" + reply.letter() + "\n";
  }

  private void addAll(List<String> head, String what, List<Passages> passages) {
    for (Passages one : passages) {
      head.add("#");
      head.add("# %s, %s:".formatted(what, used(one.replies(), one.first(), one.last())));
      addText(head, one.text());
    }
  }

  private static void addText(List<String> head, String text) {
    for (String line : text.split("\n", -1)) {
      StringBuilder comment = new StringBuilder("#  ");
      for (String word : line.split(" ", -1)) {
        if (comment.length() + word.length() >= WIDTH) {
          head.add(comment.toString().stripTrailing());
          comment = new StringBuilder("#  ");
        }
        comment.append(' ').append(word);
      }
      head.add(comment.toString().stripTrailing());
    }
  }

  private String used(int times, Instant first, Instant last) {
    return "%d times, %s to %s".formatted(times, day(first), day(last));
  }

  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
