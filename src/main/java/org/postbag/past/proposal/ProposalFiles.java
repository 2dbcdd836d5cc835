package org.postbag.past.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.postbag.catalog.CatalogFile;
import org.postbag.catalog.CatalogFiles;
import org.postbag.past.proposal.ProposedTopic.ProposedReply;

/// Writes proposals into a folder, as topics and replies that `check` accepts, with a summary to
/// read. The folder is no configuration: nothing in it is in force.
public final class ProposalFiles {
  private static final String SUMMARY = "README.md";

  private final Path folder;
  private final ProposalText text;

  public ProposalFiles(Path folder, ZoneId zone) {
    this.folder = folder;
    this.text = new ProposalText(zone);
  }

  /// Writes all of them, into a folder that is new or empty.
  ///
  /// @throws IOException when the folder cannot be written, or holds something already
  public void write(List<ProposedTopic> topics, PastTopics.Found found) throws IOException {
    Files.createDirectories(folder);
    try (var there = Files.list(folder)) {
      if (there.findAny().isPresent()) {
        throw new IOException(folder + " is not empty; name a new folder");
      }
    }
    Files.createDirectories(folder.resolve("topics"));
    Files.createDirectories(folder.resolve("replies"));
    CatalogFiles files = new CatalogFiles(folder);
    for (ProposedTopic topic : topics) {
      files.write(CatalogFile.reply(topic.name()), text.reply(topic));
      files.write(CatalogFile.topic(topic.name()), text.topic(topic));
    }
    Files.writeString(folder.resolve(SUMMARY), String.join("\n", summary(topics, found)) + "\n");
  }

  private List<String> summary(List<ProposedTopic> topics, PastTopics.Found found) {
    List<String> lines = new ArrayList<>();
    lines.add("# Topics of the office's own past");
    lines.add("");
    lines.add(
        "%,d letters came and %,d were sent. %,d of those sent are standard replies; they make %d topics. %d standard texts answer hardly any letter."
            .formatted(
                found.received(),
                found.sent(),
                found.standard(),
                topics.size(),
                found.unanswered()));
    lines.add("");
    lines.add(
        "Nothing here is in force. Read each reply with care, then copy what you want into"
            + " `config/topics` and `config/replies`, or use the desk's page *Set up from your own"
            + " post*.");
    lines.add("");
    lines.add("| topic | letters | replies sent | first | last | options | keywords |");
    lines.add("|---|---|---|---|---|---|---|");
    topics.forEach(topic -> lines.add(row(topic)));
    return lines;
  }

  private String row(ProposedTopic topic) {
    ProposedReply reply = topic.reply();
    return "| %s (`%s`) | %d | %d | %s | %s | %d | %s |"
        .formatted(
            topic.title().replace("|", "\\|"),
            topic.name(),
            topic.letters(),
            topic.replies().stream().mapToInt(ProposedReply::used).sum(),
            text.day(reply.first()),
            text.day(reply.last()),
            reply.options().size(),
            String.join(
                ", ", topic.keywords().stream().map(FoundTopic.FoundKeyword::text).toList()));
  }
}
