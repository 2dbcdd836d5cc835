package org.postbag.people.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;

/// Lines of words as stored queries of Lucene: the letter is indexed in memory, and the queries are
/// run on it. A query is only run where a sentence holds all of its words, which a table of its
/// rarest words tells at next to no cost.
///
/// @param <K> what a line stands for
final class Lexicon<K> {
  private static final String FIELD = "words";

  /// How many other words may stand among those of a line.
  private static final int OTHER_WORDS = 6;

  /// A line that was found.
  ///
  /// @param sentence its number
  /// @param words where its words stand in the letter's text
  record Hit<K>(K meaning, int sentence, List<HelpSign.Place> words) {}

  private record Stored<K>(K meaning, WordLine line, Query query) {}

  private final Map<String, List<Stored<K>>> byTerm = new HashMap<>();
  private final Map<String, List<Stored<K>>> byPrefix = new HashMap<>();
  private final Set<Integer> prefixLengths = new TreeSet<>();
  private final ToIntFunction<String> frequency;

  /// @param frequency in how many of the examples a term stands
  Lexicon(ToIntFunction<String> frequency) {
    this.frequency = frequency;
  }

  void add(K meaning, WordLine line) {
    Stored<K> stored = new Stored<>(meaning, line, query(line));
    WordLine.Element rarest =
        line.elements().stream().min(Comparator.comparingInt(this::frequency)).orElseThrow();
    for (WordLine.Phrase phrase : rarest.phrases()) {
      WordLine.Part part =
          phrase.parts().stream().min(Comparator.comparingInt(this::frequency)).orElseThrow();
      Map<String, List<Stored<K>>> table = part.prefix() ? byPrefix : byTerm;
      table.computeIfAbsent(part.term(), _ -> new ArrayList<>()).add(stored);
      if (part.prefix()) {
        prefixLengths.add(part.term().length());
      }
    }
  }

  private int frequency(WordLine.Element element) {
    return element.phrases().stream()
        .mapToInt(phrase -> phrase.parts().stream().mapToInt(this::frequency).min().orElse(0))
        .sum();
  }

  private int frequency(WordLine.Part part) {
    return part.prefix() ? 2 : frequency.applyAsInt(part.term());
  }

  private static Query query(WordLine line) {
    IntervalsSource[] elements =
        line.elements().stream().map(Lexicon::source).toArray(IntervalsSource[]::new);
    return new IntervalQuery(
        FIELD,
        elements.length == 1
            ? elements[0]
            : Intervals.maxgaps(OTHER_WORDS, Intervals.unordered(elements)));
  }

  private static IntervalsSource source(WordLine.Element element) {
    IntervalsSource[] choices =
        element.phrases().stream().map(Lexicon::source).toArray(IntervalsSource[]::new);
    // Not rewritten: choices of different lengths would be multiplied out over the whole line.
    return choices.length == 1 ? choices[0] : Intervals.or(false, choices);
  }

  private static IntervalsSource source(WordLine.Phrase phrase) {
    IntervalsSource[] parts =
        phrase.parts().stream()
            .map(part ->
                part.prefix()
                    ? Intervals.prefix(new BytesRef(part.term()))
                    : Intervals.term(part.term()))
            .toArray(IntervalsSource[]::new);
    return parts.length == 1 ? parts[0] : Intervals.phrase(parts);
  }

  /// Every line that was found, with each sentence that it was found in.
  List<Hit<K>> hits(List<HelpSentence> sentences) {
    Set<Stored<K>> candidates = Collections.newSetFromMap(new IdentityHashMap<>());
    for (HelpSentence sentence : sentences) {
      Set<String> terms = new HashSet<>();
      sentence.words().forEach(word -> terms.add(word.term()));
      terms.forEach(term -> candidates(term, terms, candidates));
    }
    return candidates.isEmpty() ? List.of() : run(candidates, sentences);
  }

  private void candidates(String term, Set<String> sentence, Set<Stored<K>> found) {
    add(byTerm.get(term), sentence, found);
    for (int length : prefixLengths) {
      if (length <= term.length()) {
        add(byPrefix.get(term.substring(0, length)), sentence, found);
      }
    }
  }

  private void add(
      @org.jspecify.annotations.Nullable List<Stored<K>> stored,
      Set<String> sentence,
      Set<Stored<K>> found) {
    if (stored != null) {
      stored.stream()
          .filter(one -> !found.contains(one))
          .filter(one -> one.line.elements().stream().allMatch(e -> isIn(e, sentence)))
          .forEach(found::add);
    }
  }

  private static boolean isIn(WordLine.Element element, Set<String> sentence) {
    for (WordLine.Phrase phrase : element.phrases()) {
      if (isIn(phrase, sentence)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(WordLine.Phrase phrase, Set<String> sentence) {
    for (WordLine.Part part : phrase.parts()) {
      boolean there =
          part.prefix()
              ? sentence.stream().anyMatch(term -> term.startsWith(part.term()))
              : sentence.contains(part.term());
      if (!there) {
        return false;
      }
    }
    return true;
  }

  private List<Hit<K>> run(Set<Stored<K>> candidates, List<HelpSentence> sentences) {
    MemoryIndex index = new MemoryIndex(true);
    index.addField(FIELD, new WordStream(sentences));
    IndexSearcher searcher = index.createSearcher();
    LeafReaderContext letter = searcher.getIndexReader().leaves().getFirst();
    List<Hit<K>> hits = new ArrayList<>();
    try {
      for (Stored<K> stored : candidates) {
        Query query = searcher.rewrite(stored.query);
        Matches matches =
            query.createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1).matches(letter, 0);
        collect(stored.meaning, matches, hits);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot fail to be read", e);
    }
    return hits;
  }

  private void collect(
      K meaning, @org.jspecify.annotations.Nullable Matches matches, List<Hit<K>> hits)
      throws IOException {
    MatchesIterator found = matches == null ? null : matches.getMatches(FIELD);
    int last = -1;
    while (found != null && found.next()) {
      int sentence = found.startPosition() / WordStream.SENTENCE;
      if (sentence != last && found.endPosition() / WordStream.SENTENCE == sentence) {
        hits.add(new Hit<>(meaning, sentence, places(found)));
        last = sentence;
      }
    }
  }

  private static List<HelpSign.Place> places(MatchesIterator match) throws IOException {
    MatchesIterator words = match.getSubMatches();
    if (words == null) {
      return List.of(new HelpSign.Place(match.startOffset(), match.endOffset()));
    }
    List<HelpSign.Place> places = new ArrayList<>();
    while (words.next()) {
      places.add(new HelpSign.Place(words.startOffset(), words.endOffset()));
    }
    return places;
  }
}
