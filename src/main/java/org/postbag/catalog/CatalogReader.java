package org.postbag.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `topics/*.yaml` and `replies/*.md` of a configuration folder.
///
/// Every mistake of every file is reported in one go. Hidden files and editors' backups (`x~`) are
/// passed over.
public final class CatalogReader {
  /// What a reading found.
  ///
  /// @param catalog the files without errors
  /// @param problems everything wrong, by file and line
  /// @param faultyTopics topics whose files have errors; they are not in `catalog`
  /// @param faultyReplies likewise
  public record Reading(
      Catalog catalog,
      List<Problem> problems,
      Set<TopicId> faultyTopics,
      Set<String> faultyReplies) {
    public boolean hasErrors() {
      return problems.stream().anyMatch(Problem::isError);
    }

    /// What would be in force after this reading: files with errors stay as they are in `before`.
    public Catalog over(Catalog before) {
      return before.renewedBy(this);
    }
  }

  private static final Pattern LETTER =
      Pattern.compile("(?i).*\\.(txt|markdown|docx?|odt|rtf|md)(?<!\\.md)");
  private static final String TOPIC_NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*";

  private final Map<TopicId, Topic> topics = new TreeMap<>();
  private final Map<String, StandardReply> replies = new TreeMap<>();
  private final Set<TopicId> faultyTopics = new TreeSet<>();
  private final Set<String> faultyReplies = new TreeSet<>();
  private final List<Problem> problems = new ArrayList<>();

  private final Map<Path, Optional<String>> changes;

  private CatalogReader(Map<Path, Optional<String>> changes) {
    this.changes = changes;
  }

  /// Reads `configDir/topics` and `configDir/replies`.
  public static Reading read(Path configDir) {
    return read(configDir.resolve("topics"), Optional.of(configDir.resolve("replies")));
  }

  /// Reads topics from any folder; without a folder of replies, the names of replies are taken on
  /// trust.
  public static Reading read(Path topicsDir, Optional<Path> repliesDir) {
    return read(topicsDir, repliesDir, Map.of());
  }

  /// Reads a configuration folder as if some of its files held other texts.
  ///
  /// @param changes by path; empty for a file that is not there
  static Reading read(Path configDir, Map<Path, Optional<String>> changes) {
    return read(
        configDir.resolve("topics"),
        Optional.of(configDir.resolve("replies")),
        Map.copyOf(changes));
  }

  private static Reading read(
      Path topicsDir, Optional<Path> repliesDir, Map<Path, Optional<String>> changes) {
    CatalogReader reader = new CatalogReader(changes);
    repliesDir.ifPresent(reader::readReplies);
    reader.readTopics(topicsDir, repliesDir.isPresent());
    return reader.reading();
  }

  private Reading reading() {
    return new Reading(
        new Catalog(topics, replies),
        List.copyOf(problems),
        Set.copyOf(faultyTopics),
        Set.copyOf(faultyReplies));
  }

  /// Some topics of a catalog changed, the others and the replies as they are.
  ///
  /// @param files the text of each topic's file by its name without `.yaml`; null takes a topic out
  public static Reading changed(Catalog base, Map<String, @Nullable String> files) {
    CatalogReader reader = new CatalogReader(Map.of());
    base.all().forEach(topic -> reader.topics.put(topic.id(), topic));
    reader.replies.putAll(base.replies());
    files.forEach(reader::change);
    return reader.reading();
  }

  private void change(String name, @Nullable String text) {
    Mistakes mistakes = new Mistakes(name + ".yaml");
    if (!name.matches(TOPIC_NAME)) {
      mistakes.error(0, "is no name for a topic", "use letters, digits, `-`, `_` and `.`");
    } else {
      TopicId id = new TopicId(name);
      topics.remove(id);
      Optional.ofNullable(text)
          .flatMap(t ->
              new TopicReader(id, this::paragraphs, mistakes)
                  .read(t, Optional.of(replies.keySet())))
          .ifPresent(topic -> topics.put(id, topic));
    }
    problems.addAll(mistakes.all());
  }

  private Set<String> paragraphs(String reply) {
    return Optional.ofNullable(replies.get(reply))
        .map(standard -> StanceParagraphs.names(standard.markdown()))
        .orElse(Set.of());
  }

  private void readReplies(Path folder) {
    for (Path file : files(folder, ".md")) {
      String name = stem(file);
      Mistakes mistakes = new Mistakes(file.toString());
      source(file, mistakes)
          .flatMap(source -> new ReplyReader(name, folder, mistakes).read(source))
          .ifPresentOrElse(reply -> replies.put(name, reply), () -> faultyReplies.add(name));
      problems.addAll(mistakes.all());
    }
    if (Files.isDirectory(folder)) {
      remarkLetters(folder);
    }
  }

  /// Letters in files of another kind than `.md`, if they are not sent along with a reply.
  private void remarkLetters(Path folder) {
    Set<Path> sent = new TreeSet<>();
    replies.values().stream()
        .flatMap(reply -> reply.attachments().stream())
        .forEach(attachment -> sent.add(folder.resolve(attachment.path()).normalize()));
    list(folder).stream()
        .filter(file -> LETTER.matcher(file.toString()).matches() && !sent.contains(file))
        .forEach(file ->
            problems.add(
                Problem.warning(
                    file.toString(),
                    0,
                    "is not read",
                    "replies are files whose name ends with .md, or named as an attachment")));
  }

  private Optional<SourceText> source(Path file, Mistakes mistakes) {
    Optional<String> other = changes.getOrDefault(file, Optional.empty());
    return other.isPresent()
        ? SourceText.of(other.get().getBytes(StandardCharsets.UTF_8), mistakes)
        : SourceText.read(file, mistakes);
  }

  private void readTopics(Path folder, boolean repliesKnown) {
    Set<String> names = new TreeSet<>(replies.keySet());
    names.addAll(faultyReplies);
    for (Path file : files(folder, ".yaml")) {
      Mistakes mistakes = new Mistakes(file.toString());
      if (stem(file).matches(TOPIC_NAME)) {
        readTopic(file, repliesKnown ? Optional.of(names) : Optional.empty(), mistakes);
      } else {
        mistakes.error(0, "is no name for a topic", "use letters, digits, `-`, `_` and `.`");
      }
      problems.addAll(mistakes.all());
    }
  }

  private void readTopic(Path file, Optional<Set<String>> replyNames, Mistakes mistakes) {
    TopicId id = new TopicId(stem(file));
    source(file, mistakes)
        .flatMap(source ->
            new TopicReader(id, this::paragraphs, mistakes).read(source.text(), replyNames))
        .ifPresentOrElse(topic -> topics.put(id, topic), () -> faultyTopics.add(id));
  }

  /// The folder's files of one kind in name order; the other files are remarked on.
  private List<Path> files(Path folder, String extension) {
    List<Path> visible = list(folder);
    List<Path> fitting =
        visible.stream().filter(file -> file.toString().endsWith(extension)).toList();
    if (extension.equals(".yaml")) {
      visible.stream().filter(file -> !fitting.contains(file)).forEach(this::remarkUnread);
    }
    refuseTwins(fitting);
    return fitting;
  }

  private List<Path> list(Path folder) {
    try {
      List<Path> there = new ArrayList<>(VisibleFiles.of(folder));
      there.removeIf(file -> changes.getOrDefault(file, Optional.of("")).isEmpty());
      changes.forEach((file, text) -> {
        if (text.isPresent() && folder.equals(file.getParent()) && !there.contains(file)) {
          there.add(file);
        }
      });
      return there.stream().sorted().toList();
    } catch (IOException | UncheckedIOException missing) {
      problems.add(
          Problem.error(
              folder.toString(), 0, "the folder cannot be read", "create it or name another"));
      return List.of();
    }
  }

  private void remarkUnread(Path file) {
    problems.add(
        Problem.warning(
            file.toString(), 0, "is not read", "topics are files whose name ends with .yaml"));
  }

  /// Names that differ only in case are one file on some machines and two on others.
  private void refuseTwins(List<Path> files) {
    Map<String, Path> seen = new TreeMap<>();
    for (Path file : files) {
      Path twin = seen.putIfAbsent(stem(file).toLowerCase(Locale.ROOT), file);
      if (twin != null) {
        problems.add(
            Problem.error(
                file.toString(),
                0,
                "differs from " + twin.getFileName() + " only in upper and lower case",
                "rename or remove one of the two"));
      }
    }
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
