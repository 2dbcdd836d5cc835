package org.postbag.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads one file of `config/topics/`.
final class TopicReader {
  private final TopicId id;
  private final Function<String, Set<String>> paragraphs;
  private final Mistakes mistakes;

  /// @param paragraphs the sides that a reply has paragraphs for, by its name
  TopicReader(TopicId id, Function<String, Set<String>> paragraphs, Mistakes mistakes) {
    this.id = id;
    this.paragraphs = paragraphs;
    this.mistakes = mistakes;
  }

  /// @param replies the names of the replies that exist; empty when no folder of replies is known
  Optional<Topic> read(String text, Optional<Set<String>> replies) {
    return YamlFile.read(text, 1, mistakes, Variables.LITERAL).flatMap(yaml -> read(yaml, replies));
  }

  private Optional<Topic> read(YamlMap yaml, Optional<Set<String>> replies) {
    yaml.require("title");
    Optional<String> title = yaml.text("title");
    Map<String, String> byLanguage =
        yaml.isMap("reply") ? byLanguage(yaml.group("reply")) : Map.of();
    Optional<String> reply =
        yaml.isMap("reply") ? byLanguage.values().stream().findFirst() : yaml.text("reply");
    List<Keyword> keywords = keywords(yaml);
    Optional<DraftRule> draftRule = draftRule(yaml);
    List<Stance> stances = stances(yaml);
    yaml.checkKeys();
    for (String name : names(reply, byLanguage)) {
      checkParagraphs(yaml, name, stances);
      replies.ifPresent(known -> checkReply(yaml, name, known));
    }
    if (keywords.stream().allMatch(Keyword::excluded) && !mistakes.hasErrors()) {
      checkEmpty(yaml, reply.isPresent());
    }
    return mistakes.hasErrors()
        ? Optional.empty()
        : Optional.of(
            new Topic(
                id, title.orElse(id.value()), reply, keywords, draftRule, stances, byLanguage));
  }

  private static Set<String> names(Optional<String> reply, Map<String, String> byLanguage) {
    return Stream.concat(reply.stream(), byLanguage.values().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// `reply: {cy: bysiau, en: buses}`, in the order of the file.
  private Map<String, String> byLanguage(YamlMap yaml) {
    Set<String> iso = Set.of(Locale.getISOLanguages());
    Map<String, String> replies = new LinkedHashMap<>();
    for (String language : yaml.keys()) {
      if (!iso.contains(language)) {
        mistakes.error(
            yaml.lineOf(language),
            "`" + language + "` is no language code",
            "write two letters of ISO 639-1, as in `cy: bysiau`");
      }
      yaml.text(language).ifPresent(name -> replies.put(language, name));
    }
    return replies;
  }

  private Optional<DraftRule> draftRule(YamlMap yaml) {
    Optional<Double> draftsRight = yaml.share("drafts-right");
    Optional<Double> threshold = yaml.share("threshold");
    if (draftsRight.isPresent() && threshold.isPresent()) {
      mistakes.error(
          yaml.lineOf("threshold"),
          "`threshold` and `drafts-right` both say when a reply is drafted",
          "leave one of them out");
    }
    return draftsRight
        .<DraftRule>map(DraftRule.DraftsRight::new)
        .or(() -> threshold.map(DraftRule.Threshold::new));
  }

  private void checkReply(YamlMap yaml, String name, Set<String> known) {
    if (!known.contains(name)) {
      String mend =
          Nearest.to(name, known)
              .map(near -> "did you mean `" + near + "`?")
              .orElse("write config/replies/" + name + ".md or remove the line");
      String bare = name.replaceFirst("\\.md$", "");
      if (known.contains(bare)) {
        mend = "write `" + bare + "`, without `.md`";
      }
      mistakes.error(yaml.lineOf("reply"), "the reply `" + name + "` does not exist", mend);
    }
  }

  private List<Stance> stances(YamlMap yaml) {
    List<Stance> stances = new ArrayList<>();
    YamlMap sides = yaml.group("stances");
    sides.keys().forEach(name -> sides.map(name).ifPresent(map -> stances.add(stance(name, map))));
    for (Stance stance : stances) {
      int line = sides.lineOf(stance.name());
      if (!stance.name().matches("[a-z][a-z0-9-]{0,39}")) {
        mistakes.error(
            line,
            "`" + stance.name() + "` is no name for a side",
            "use small letters, digits and `-`, such as `for`");
      }
      if (stance.phrases().isEmpty()) {
        mistakes.error(
            line,
            "nothing tells who is on the side `" + stance.name() + "`",
            "give it `examples:` such as `- Please vote for the Bill.`");
      }
    }
    if (stances.size() == 1) {
      mistakes.error(yaml.lineOf("stances"), "there is one side only", "add the other, or none");
    }
    return stances;
  }

  private static Stance stance(String name, YamlMap yaml) {
    String title = yaml.text("title").orElse(name);
    List<String> phrases =
        Stream.of("keywords", "examples")
            .flatMap(key -> yaml.items(key).stream())
            .map(item -> item.text() + item.value().map(rest -> ": " + rest).orElse(""))
            .toList();
    yaml.checkKeys();
    return new Stance(name, title, phrases);
  }

  /// A paragraph for a side that is not there would never be sent.
  private void checkParagraphs(YamlMap yaml, String reply, List<Stance> stances) {
    Set<String> known = stances.stream().map(Stance::name).collect(Collectors.toSet());
    for (String name : paragraphs.apply(reply)) {
      if (!known.contains(name)) {
        mistakes.error(
            yaml.lineOf(stances.isEmpty() ? "reply" : "stances"),
            "the reply `%s` has a paragraph `{{only %s}}`, and there is no such side"
                .formatted(reply, name),
            stances.isEmpty() ? "add `stances:`" : Nearest.mend(name, known));
      }
    }
  }

  private void checkEmpty(YamlMap yaml, boolean hasReply) {
    String mend = "add `keywords:` with lines such as `- calais: 3`";
    if (hasReply) {
      mistakes.warning(yaml.lineOf("keywords"), "a topic without keywords is seldom found", mend);
    } else {
      mistakes.error(yaml.lineOf("keywords"), "the topic is empty", mend);
    }
  }

  private List<Keyword> keywords(YamlMap yaml) {
    KeywordReader reader = new KeywordReader(mistakes);
    List<Keyword> keywords =
        yaml.items("keywords").stream().flatMap(item -> reader.read(item).stream()).toList();
    keywords.forEach(keyword -> refuseContradiction(keyword, keywords));
    return keywords;
  }

  private void refuseContradiction(Keyword exclusion, List<Keyword> keywords) {
    keywords.stream()
        .filter(keyword -> exclusion.excluded() && !keyword.excluded())
        .filter(keyword -> keyword.text().equalsIgnoreCase(exclusion.text()))
        .filter(keyword -> keyword.kind() == exclusion.kind())
        .filter(keyword -> keyword.field().equals(exclusion.field()))
        .forEach(keyword ->
            mistakes.error(
                exclusion.line(),
                "`%s` is both a keyword (line %d) and excluded"
                    .formatted(exclusion.text(), keyword.line()),
                "leave one of them out"));
  }
}
