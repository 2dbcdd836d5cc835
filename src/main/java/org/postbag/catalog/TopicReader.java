package org.postbag.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one file of `config/topics/`.
final class TopicReader {
  private final TopicId id;
  private final Mistakes mistakes;

  TopicReader(TopicId id, Mistakes mistakes) {
    this.id = id;
    this.mistakes = mistakes;
  }

  /// @param replies the names of the replies that exist; empty when no folder of replies is known
  Optional<Topic> read(String text, Optional<Set<String>> replies) {
    return YamlFile.read(text, 1, mistakes, Variables.LITERAL).flatMap(yaml -> read(yaml, replies));
  }

  private Optional<Topic> read(YamlMap yaml, Optional<Set<String>> replies) {
    yaml.require("title");
    Optional<String> title = yaml.text("title");
    Optional<String> reply = yaml.text("reply");
    List<Keyword> keywords = keywords(yaml);
    Optional<DraftRule> draftRule = draftRule(yaml);
    yaml.checkKeys();
    reply.ifPresent(name -> replies.ifPresent(known -> checkReply(yaml, name, known)));
    if (keywords.stream().allMatch(Keyword::excluded) && !mistakes.hasErrors()) {
      checkEmpty(yaml, reply.isPresent());
    }
    return mistakes.hasErrors()
        ? Optional.empty()
        : Optional.of(new Topic(id, title.orElse(id.value()), reply, keywords, draftRule));
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
