package org.postbag.classifier.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Splits a text into its words. Safe for several threads.
public final class Tokenizer {
  /// Characters of a text that are read; what comes later hardly ever changes the topic.
  private static final int MAX_CHARACTERS = 4000;

  private static final Analyzer SPLITTER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          return new TokenStreamComponents(new StandardTokenizer());
        }
      };

  private static final ThreadLocal<Map<String, StemCache>> STEMS =
      ThreadLocal.withInitial(HashMap::new);

  private static final ThreadLocal<Last> LAST =
      ThreadLocal.withInitial(() -> new Last(new Passage("", "", "en"), List.of()));

  private Tokenizer() {}

  /// What a thread other for last: a letter is looked at from several sides, one after the other.
  private record Last(Passage passage, List<Token> tokens) {
    @SuppressWarnings("ReferenceEquality") // equal texts that are not the same are seldom met
    boolean isOf(Passage other) {
      return passage == other;
    }
  }

  /// The words of subject and text, the subject's first, as far as they are read.
  public static List<Token> of(Passage passage) {
    if (LAST.get().isOf(passage)) {
      return LAST.get().tokens;
    }
    List<Token> tokens = new ArrayList<>();
    add(tokens, passage.subject(), passage.language(), true);
    add(tokens, passage.text(), passage.language(), false);
    LAST.set(new Last(passage, Collections.unmodifiableList(tokens)));
    return LAST.get().tokens;
  }

  /// The words of a text without a subject.
  public static List<Token> of(String text, String language) {
    List<Token> tokens = new ArrayList<>();
    add(tokens, text, language, false);
    return tokens;
  }

  /// The language whose stems are used for `language`.
  public static String languageFor(String language) {
    return Stemmer.nearest(language);
  }

  private static void add(List<Token> tokens, String text, String language, boolean subject) {
    StemCache stemCache = stems(Stemmer.nearest(language));
    try (TokenStream stream = SPLITTER.tokenStream("", head(text))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offsets = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        AnalyzedWord analyzedWord = stemCache.of(term.buffer(), term.length());
        tokens.add(new Token(analyzedWord, subject, offsets.startOffset(), offsets.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
  }

  private static StemCache stems(String language) {
    return STEMS.get().computeIfAbsent(language, l -> new StemCache(Stemmer.of(l)));
  }

  private static String head(String text) {
    return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS);
  }
}
