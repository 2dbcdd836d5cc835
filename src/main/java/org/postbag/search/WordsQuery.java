package org.postbag.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;

/// What people type into a search box, as a query: every word must occur, at least as a prefix;
/// quoted words must be adjacent.
final class WordsQuery {
  private static final Pattern PART = Pattern.compile("[\"“”]([^\"“”]*)[\"“”]|([^\\s\"“”]+)");
  private static final int MAX_WORDS = 20;
  private static final Analyzer ANALYZER = Fields.analyzer();

  private WordsQuery() {}

  /// @param fields where to search, and the boost of each
  static Query of(String typed, Map<String, Float> fields) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    Matcher parts = PART.matcher(typed);
    int words = 0;
    while (parts.find() && words < MAX_WORDS) {
      List<String> terms = terms(parts.group());
      words += terms.size();
      if (terms.isEmpty()) {
        continue;
      }
      if (parts.group(1) != null) {
        all.add(any(fields, f -> new PhraseQuery(f, terms.toArray(String[]::new))), Occur.MUST);
      } else {
        terms.forEach(t -> all.add(any(fields, f -> beginning(f, t)), Occur.MUST));
      }
    }
    return words == 0 ? new MatchNoDocsQuery("nothing to look for") : all.build();
  }

  private static Query beginning(String field, String word) {
    return new PrefixQuery(new Term(field, word));
  }

  private interface In {
    Query field(String field);
  }

  private static Query any(Map<String, Float> fields, In in) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    fields.forEach((f, weight) -> any.add(new BoostQuery(in.field(f), weight), Occur.SHOULD));
    return any.build();
  }

  private static List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
      return terms;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
  }
}
