package org.postbag.matching.keywords;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.postbag.catalog.Keyword;
import org.postbag.catalog.Topic;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;

/// The keywords of all topics, stemmed for one language and indexed by their first word.
public final class Keywords {
  private final Map<String, List<Entry>> byFirstTerm = new HashMap<>();
  private final Map<String, List<Entry>> byPrefix = new HashMap<>();
  private final Set<Integer> prefixLengths = new TreeSet<>();
  private final Compounds<Entry> compounds;

  /// @param prefix of the last word; empty if the keyword is not a prefix
  private record Entry(int topic, Keyword keyword, List<String> terms, String prefix) {
    int length() {
      return terms.size() + (prefix.isEmpty() ? 0 : 1);
    }
  }

  public Keywords(List<Topic> topics, String language) {
    this.compounds = new Compounds<>(language);
    for (int t = 0; t < topics.size(); t++) {
      Map<Object, Entry> entries = new LinkedHashMap<>();
      for (Keyword keyword : topics.get(t).keywords()) {
        Entry entry = entry(t, keyword, language);
        if (entry.length() > 0) {
          // Two spellings of one stem are one keyword, with the greater weight.
          entries.merge(key(entry), entry, (a, b) -> weight(a) >= weight(b) ? a : b);
        }
      }
      entries.values().forEach(this::add);
      entries.values().forEach(entry -> addToCompounds(entry, language));
    }
  }

  private void addToCompounds(Entry entry, String language) {
    if (entry.keyword.kind() == Keyword.Kind.WORD && !entry.keyword.excluded()) {
      List<Token> tokens = Tokenizer.of(entry.keyword.text(), language);
      if (tokens.size() == 1) {
        compounds.add(tokens.getFirst(), entry);
      }
    }
  }

  private record Key(List<String> terms, String prefix, boolean excluded, Object field) {}

  private static Key key(Entry entry) {
    Keyword keyword = entry.keyword;
    return new Key(entry.terms, entry.prefix, keyword.excluded(), keyword.field());
  }

  private static double weight(Entry entry) {
    return entry.keyword.weight();
  }

  private static Entry entry(int topic, Keyword keyword, String language) {
    List<Token> tokens = Tokenizer.of(keyword.text(), language);
    boolean prefix = keyword.kind() == Keyword.Kind.PREFIX && !tokens.isEmpty();
    List<String> terms =
        tokens.subList(0, tokens.size() - (prefix ? 1 : 0)).stream().map(Token::term).toList();
    return new Entry(topic, keyword, terms, prefix ? tokens.getLast().surface() : "");
  }

  private void add(Entry entry) {
    if (entry.terms.isEmpty()) {
      byPrefix.computeIfAbsent(entry.prefix, _ -> new ArrayList<>()).add(entry);
      prefixLengths.add(entry.prefix.length());
    } else {
      byFirstTerm.computeIfAbsent(entry.terms.getFirst(), _ -> new ArrayList<>()).add(entry);
    }
  }

  /// All occurrences in the order of the text, including those of excluding keywords.
  public List<KeywordHit> find(List<Token> tokens) {
    List<KeywordHit> hits = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      for (Entry entry : byFirstTerm.getOrDefault(tokens.get(i).term(), List.of())) {
        addIfThere(hits, entry, tokens, i);
      }
      for (Entry entry : compounds.in(tokens.get(i))) {
        if (inItsField(entry.keyword, tokens.get(i))) {
          hits.add(new KeywordHit(entry.topic, entry.keyword, i, i));
        }
      }
      String surface = tokens.get(i).surface();
      for (int length : prefixLengths) {
        if (length <= surface.length()) {
          for (Entry entry : byPrefix.getOrDefault(surface.substring(0, length), List.of())) {
            addIfThere(hits, entry, tokens, i);
          }
        }
      }
    }
    return hits;
  }

  private static void addIfThere(List<KeywordHit> hits, Entry entry, List<Token> tokens, int at) {
    int last = at + entry.length() - 1;
    if (last < tokens.size()
        && tokens.get(at).subject() == tokens.get(last).subject()
        && inItsField(entry.keyword, tokens.get(at))
        && follows(entry, tokens, at)) {
      hits.add(new KeywordHit(entry.topic, entry.keyword, at, last));
    }
  }

  private static boolean inItsField(Keyword keyword, Token token) {
    return keyword
        .field()
        .map(field -> (field == Keyword.Field.SUBJECT) == token.subject())
        .orElse(true);
  }

  private static boolean follows(Entry entry, List<Token> tokens, int at) {
    for (int i = 0; i < entry.terms.size(); i++) {
      if (!tokens.get(at + i).term().equals(entry.terms.get(i))) {
        return false;
      }
    }
    return entry.prefix.isEmpty()
        || tokens.get(at + entry.terms.size()).surface().startsWith(entry.prefix);
  }
}
