package org.postbag.matching.keywords;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.Problem;
import org.postbag.catalog.Topic;
import org.postbag.classifier.text.DocumentFrequencies;
import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;
import org.postbag.classifier.text.Vectorizer;

/// Finds keywords that cannot work as intended: one that can never occur, one that occurs in nearly
/// every letter, one that two topics claim, one that its own topic excludes.
public final class KeywordLint {
  private static final int MIN_PREFIX_LENGTH = 3;

  /// A word with a smaller relative IDF occurs in about every third letter.
  private static final double MIN_RELATIVE_IDF = 0.16;

  /// Salutations and closings: in nearly every letter whatever its topic, but not in the petitions
  /// that the document frequencies were counted in.
  private static final Set<String> FORMULAS =
      Set.of(
          ("dear sir madam you mr mrs ms hello hi thank thanks regards sincerely faithfully yours wishes"
                  + " mit sehr geehrte geehrter damen herren herr frau freundlichen grussen danke und"
                  + " bonjour madame monsieur cordialement salutations merci et les")
              .split(" "));

  private final Path topicsDir;
  private final Vectorizer vectorizer = new Vectorizer(DocumentFrequencies.shipped());
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Claim> claims = new TreeMap<>();
  private final Map<String, Topic> titles = new TreeMap<>();

  private record Claim(Topic topic, Keyword keyword) {}

  private KeywordLint(Path topicsDir) {
    this.topicsDir = topicsDir;
  }

  /// Checks a catalog; the problems in order of file and line.
  ///
  /// @param topicsDir the folder of the topic files, for the problems to name
  public static List<Problem> check(Catalog catalog, Path topicsDir) {
    KeywordLint lint = new KeywordLint(topicsDir);
    catalog.all().forEach(lint::check);
    return lint.problems.stream()
        .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
        .toList();
  }

  private void check(Topic topic) {
    checkTitle(topic);
    Map<String, Keyword> own = new TreeMap<>();
    for (Keyword keyword : topic.keywords()) {
      List<Token> tokens = Tokenizer.of(keyword.text(), "en");
      if (tokens.isEmpty()) {
        warn(topic, keyword, "can never be found: it holds no word", "write a word or a phrase");
      } else {
        checkMeaning(topic, keyword, tokens);
        checkOwn(own, topic, keyword, key(keyword, tokens));
      }
    }
    own.forEach((key, keyword) -> claim(topic, keyword, key));
    checkExclusions(topic);
  }

  private void checkTitle(Topic topic) {
    Topic other = titles.putIfAbsent(topic.title().toLowerCase(Locale.ROOT), topic);
    if (other != null) {
      problems.add(
          Problem.warning(
              file(topic),
              0,
              "has the title of %s (%s)".formatted(other.id(), file(other)),
              "give it another, so that staff can tell them apart"));
    }
  }

  /// A keyword that contains an exclusion rules its topic out wherever it occurs.
  private void checkExclusions(Topic topic) {
    for (Keyword exclusion : topic.keywords().stream().filter(Keyword::excluded).toList()) {
      Keywords finder = new Keywords(List.of(withOnly(topic, exclusion)), "en");
      for (Keyword keyword : topic.keywords()) {
        if (!keyword.excluded()
            && holds(keyword, exclusion, finder)
            && !key(keyword).equals(key(exclusion))) {
          warn(
              topic,
              keyword,
              "can never count: \"%s\" in line %d excludes every letter that holds it"
                  .formatted(exclusion.text(), exclusion.line()),
              "leave one of them out");
        }
      }
    }
  }

  private static Topic withOnly(Topic topic, Keyword keyword) {
    return new Topic(topic.id(), topic.title(), topic.reply(), List.of(keyword));
  }

  private static boolean holds(Keyword keyword, Keyword exclusion, Keywords finder) {
    boolean subject = keyword.field().equals(Optional.of(Keyword.Field.SUBJECT));
    Passage found =
        subject ? new Passage(keyword.text(), "", "en") : new Passage("", keyword.text(), "en");
    return (exclusion.field().isEmpty() || exclusion.field().equals(keyword.field()))
        && (keyword.kind() != Keyword.Kind.PREFIX || exclusion.kind() == Keyword.Kind.PREFIX)
        && !finder.find(Tokenizer.of(found)).isEmpty();
  }

  private void checkMeaning(Topic topic, Keyword keyword, List<Token> tokens) {
    if (keyword.kind() == Keyword.Kind.PREFIX) {
      if (tokens.getLast().surface().length() < MIN_PREFIX_LENGTH) {
        warn(
            topic,
            keyword,
            "begins very many words",
            "write at least " + MIN_PREFIX_LENGTH + " letters before the *");
      }
    } else if (tokens.stream().allMatch(KeywordLint::isFormula)) {
      warn(topic, keyword, "stands in nearly every letter", "write a word that tells the topic");
    } else if (tokens.stream().allMatch(t -> vectorizer.relativeIdf(t.term()) < MIN_RELATIVE_IDF)) {
      warn(topic, keyword, "stands in very many letters", "make it a phrase, or leave it out");
    }
  }

  private void checkOwn(Map<String, Keyword> own, Topic topic, Keyword keyword, String key) {
    Keyword before = own.putIfAbsent(key, keyword);
    if (before == null) {
      return;
    }
    if (before.excluded() != keyword.excluded()) {
      warn(
          topic,
          keyword,
          "can never count: it is both a keyword and excluded (line %d)".formatted(before.line()),
          "leave one of them out");
    } else {
      warn(
          topic,
          keyword,
          "is the same as \"%s\" in line %d".formatted(before.text(), before.line()),
          "leave one of them out");
    }
  }

  private void claim(Topic topic, Keyword keyword, String key) {
    if (keyword.excluded()) {
      return;
    }
    Claim other = claims.putIfAbsent(key, new Claim(topic, keyword));
    if (other != null) {
      warn(
          topic,
          keyword,
          "is also a keyword of %s (%s:%d)"
              .formatted(other.topic.id(), file(other.topic), other.keyword.line()),
          "leave it to one topic, or make it a longer phrase in each");
    }
  }

  private static boolean isFormula(Token token) {
    return token.stopWord() || FORMULAS.contains(token.surface());
  }

  private static String key(Keyword keyword) {
    return key(keyword, Tokenizer.of(keyword.text(), "en"));
  }

  /// Keywords with the same key occur in the same places.
  private static String key(Keyword keyword, List<Token> tokens) {
    boolean prefix = keyword.kind() == Keyword.Kind.PREFIX;
    StringBuilder key = new StringBuilder();
    keyword.field().ifPresent(field -> key.append(field).append(':'));
    tokens.forEach(token -> key.append(prefix ? token.surface() : token.term()).append(' '));
    return prefix ? key + "*" : key.toString();
  }

  private void warn(Topic topic, Keyword keyword, String what, String remedy) {
    String message = "the keyword \"" + keyword.text() + "\" " + what;
    problems.add(Problem.warning(file(topic), keyword.line(), message, remedy));
  }

  private String file(Topic topic) {
    return topicsDir.resolve(topic.id() + ".yaml").toString();
  }
}
