package org.postbag.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads one file of `config/replies/`: front matter between two lines `---`, then the letter.
final class ReplyReader {
  private static final String FENCE = "---";
  private static final Pattern HEAD =
      Pattern.compile(
          "[-—–]{2,}|[—–]|(owner|reviewed|expires|attachments|languages|subject|elsewhere|no-address):(\\s.*)?");

  private final String name;
  private final Path folder;
  private final Mistakes mistakes;

  /// @param folder where attachments are looked for
  ReplyReader(String name, Path folder, Mistakes mistakes) {
    this.name = name;
    this.folder = folder;
    this.mistakes = mistakes;
  }

  Optional<StandardReply> read(SourceText source) {
    List<String> lines = source.text().lines().toList();
    boolean fenced = !lines.isEmpty() && lines.getFirst().strip().equals(FENCE);
    int end = fenced ? endOfFrontMatter(lines) : -1;
    if (fenced && end < 0) {
      mistakes.error(1, "the lines above the letter do not end", "close them with a line `---`");
      return Optional.empty();
    }
    if (!fenced && hasHead(lines)) {
      return Optional.empty();
    }
    String letter = String.join("\n", lines.subList(end + 1, lines.size()));
    String markdown = Wrapping.undone(letter).strip();
    checkLetter(lines, end + 1, markdown);
    Optional<YamlMap> front =
        fenced ? frontMatter(String.join("\n", lines.subList(1, end))) : Optional.empty();
    return reply(front, markdown, source.hash());
  }

  /// Whether lines stand there that were meant for the office alone, without the fence that keeps
  /// them out of the letter.
  private boolean hasHead(List<String> lines) {
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    if (first == lines.size() || !HEAD.matcher(lines.get(first).strip()).matches()) {
      return false;
    }
    mistakes.error(
        first + 1,
        "the lines above the letter do not begin with a line `---`",
        "write `---` above and below them" + (first > 0 ? ", from the first line on" : ""));
    return true;
  }

  private static int endOfFrontMatter(List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(FENCE)) {
        return i;
      }
    }
    return -1;
  }

  private Optional<YamlMap> frontMatter(String text) {
    return text.isBlank() ? Optional.empty() : YamlFile.read(text, 2, mistakes, Variables.LITERAL);
  }

  private Optional<StandardReply> reply(Optional<YamlMap> front, String markdown, String hash) {
    Optional<String> subject = front.flatMap(yaml -> yaml.text("subject"));
    Optional<String> owner = front.flatMap(yaml -> yaml.text("owner"));
    Optional<LocalDate> reviewed = front.flatMap(yaml -> yaml.date("reviewed"));
    Optional<LocalDate> expires = front.flatMap(yaml -> yaml.date("expires"));
    List<StandardReply.Attachment> attachments = front.map(this::attachments).orElse(List.of());
    List<String> languages = front.map(this::languages).orElse(List.of());
    Optional<Variant> elsewhere = front.flatMap(yaml -> variant(yaml, "elsewhere"));
    Optional<Variant> noAddress = front.flatMap(yaml -> variant(yaml, "no-address"));
    front.ifPresent(YamlMap::checkKeys);
    subject.ifPresent(
        line -> checkSubject(line, front.map(yaml -> yaml.lineOf("subject")).orElse(1)));
    return mistakes.hasErrors()
        ? Optional.empty()
        : Optional.of(
            new StandardReply(
                name,
                subject,
                owner,
                reviewed,
                expires,
                attachments,
                languages,
                markdown,
                elsewhere,
                noAddress,
                hash(hash, attachments)));
  }

  /// One word is the name of another reply, more are paragraphs.
  private Optional<Variant> variant(YamlMap yaml, String key) {
    Optional<String> text = yaml.text(key).map(String::strip).filter(t -> !t.isEmpty());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String words = text.get();
    if (words.matches("[\\w.-]+")) {
      checkReply(words, yaml.lineOf(key));
      return Optional.of(new Variant.OtherReply(words));
    }
    words.lines().forEach(line -> checkPlaceholders(line, yaml.lineOf(key)));
    return Optional.of(new Variant.Paragraphs(Wrapping.undone(words).strip()));
  }

  private void checkReply(String other, int line) {
    if (!Files.isRegularFile(folder.resolve(other + ".md"))) {
      mistakes.error(
          line,
          "the reply `" + other + "` does not exist",
          "write config/replies/" + other + ".md, or a paragraph of several words");
    }
  }

  /// A file that is sent along and changes is another reply.
  private static String hash(String file, List<StandardReply.Attachment> attachments) {
    if (attachments.isEmpty()) {
      return file;
    }
    String all =
        attachments.stream()
            .map(a -> a.hash() + " " + a.path())
            .collect(Collectors.joining("\n", file + "\n", ""));
    return SourceText.sha256(all.getBytes(StandardCharsets.UTF_8));
  }

  private List<StandardReply.Attachment> attachments(YamlMap yaml) {
    List<StandardReply.Attachment> attachments = new ArrayList<>();
    List<YamlItem> items = yaml.items("attachments");
    for (YamlItem item : items) {
      Path file = folder.resolve(item.text()).normalize();
      if (!file.startsWith(folder.normalize())) {
        mistakes.error(
            item.line(), "the attachment `" + item.text() + "` is elsewhere", "copy it here");
      } else if (!Files.isRegularFile(file)) {
        mistakes.error(
            item.line(),
            "the attachment `" + item.text() + "` does not exist",
            "put it into the folder of the replies or remove the line");
      } else {
        attachment(item, file).ifPresent(attachments::add);
      }
    }
    return attachments;
  }

  private Optional<StandardReply.Attachment> attachment(YamlItem item, Path file) {
    try {
      String hash = SourceText.sha256(Files.readAllBytes(file));
      return Optional.of(new StandardReply.Attachment(item.text(), hash));
    } catch (IOException unreadable) {
      mistakes.error(
          item.line(),
          "the attachment `" + item.text() + "` cannot be read",
          "check that Postbag's user may read it");
      return Optional.empty();
    }
  }

  private List<String> languages(YamlMap yaml) {
    Set<String> known = Set.of(Locale.getISOLanguages());
    List<YamlItem> items = yaml.items("languages");
    for (YamlItem item : items) {
      if (!known.contains(item.text())) {
        mistakes.error(
            item.line(),
            "`" + item.text() + "` is no language code",
            "write two letters of ISO 639-1, as in `en`");
      }
    }
    return items.stream().map(YamlItem::text).toList();
  }

  private void checkLetter(List<String> lines, int first, String markdown) {
    if (markdown.isEmpty()) {
      mistakes.error(lines.size(), "the letter is empty", "write it below the line `---`");
    }
    for (int i = first; i < lines.size(); i++) {
      checkPlaceholders(lines.get(i), i + 1);
    }
    if (!mistakes.hasErrors()) {
      openMarks(markdown).forEach(mark -> warnOf(mark, lineOf(mark, lines, first)));
    }
  }

  private static List<String> openMarks(String markdown) {
    String all = StanceParagraphs.unmarked(markdown);
    return TemplateMarks.in(Placeholder.fill(all, _ -> "filled in"));
  }

  /// The first line that has it by itself; a mark over several lines is at the letter's first.
  private static int lineOf(String mark, List<String> lines, int first) {
    for (int i = first; i < lines.size(); i++) {
      if (openMarks(lines.get(i)).contains(mark)) {
        return i + 1;
      }
    }
    return first + 1;
  }

  private void warnOf(String mark, int line) {
    mistakes.warning(
        line, "no draft of this can be approved: " + mark, "write out what is missing");
  }

  private void checkSubject(String subject, int number) {
    checkPlaceholders(subject, number);
    if (!mistakes.hasErrors()) {
      TemplateMarks.inLine(Placeholder.fill(subject, _ -> "filled in"))
          .forEach(mark -> warnOf(mark, number));
    }
  }

  private void checkPlaceholders(String line, int number) {
    for (String word : Placeholder.unknownIn(StanceParagraphs.unmarked(line))) {
      mistakes.error(
          number,
          "unknown placeholder `{{" + word + "}}`",
          Nearest.mend(word, Placeholder.words()));
    }
    if (Placeholder.isBrokenIn(line)) {
      mistakes.error(number, "a placeholder is not closed", "write it `{{name}}` on one line");
    }
  }
}
