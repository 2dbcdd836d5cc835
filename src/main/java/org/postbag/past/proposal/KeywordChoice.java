package org.postbag.past.proposal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postbag.classifier.text.DocumentFrequencies;
import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.Token;
import org.postbag.classifier.text.Tokenizer;
import org.postbag.classifier.text.Vectorizer;
import org.postbag.past.PastLetter;
import org.postbag.past.proposal.FoundTopic.FoundKeyword;
import org.postbag.search.LetterIndex;
import org.postbag.search.TellingWord;

/// Chooses keywords among the words that tell a topic's letters from all others: each takes as many
/// letters as it can that the ones before did not catch.
final class KeywordChoice {
  private static final int CANDIDATES = 120;
  private static final int MOST = 14;
  private static final int FEW = 6;

  /// Of the letters that have it, so many are the topic's.
  private static final double TELLING = 0.55;

  /// A word that fewer writers use may be one's own name.
  private static final int LEAST_LETTERS = 3;

  private static final double LEAST_SHARE = 0.02;
  private static final double LEAST_IDF = 0.2;
  private static final Vectorizer VECTORIZER = new Vectorizer(DocumentFrequencies.shipped());

  private final List<PastLetter> letters;
  private final List<List<String>> words;
  private final BitSet caught = new BitSet();
  private final Set<String> stems = new HashSet<>();

  private KeywordChoice(List<PastLetter> letters) {
    this.letters = letters;
    this.words = letters.stream().map(KeywordChoice::words).toList();
  }

  private static List<String> words(PastLetter letter) {
    Passage passage = new Passage(letter.baseSubject(), letter.ownText(), letter.language());
    return Tokenizer.of(passage).stream().map(Token::surface).toList();
  }

  static List<FoundKeyword> of(List<PastLetter> letters, LetterIndex all) {
    return new KeywordChoice(letters)
        .chosen(all.telling(letters.stream().map(PastLetter::id).toList(), CANDIDATES));
  }

  private List<FoundKeyword> chosen(List<TellingWord> candidates) {
    List<TellingWord> left = new ArrayList<>(candidates.stream().filter(this::isUsable).toList());
    List<FoundKeyword> chosen = new ArrayList<>();
    while (!left.isEmpty() && chosen.size() < MOST) {
      TellingWord best = left.getFirst();
      double most = 0;
      for (TellingWord word : left) {
        double gain = gain(word);
        if (gain > most) {
          most = gain;
          best = word;
        }
      }
      if (most < 1 && chosen.size() >= FEW) {
        break;
      }
      left.remove(best);
      take(best, chosen);
    }
    return chosen;
  }

  private void take(TellingWord word, List<FoundKeyword> chosen) {
    // Two forms of one word are one keyword.
    String stem =
        String.join(" ", Tokenizer.of(word.text(), language()).stream().map(Token::term).toList());
    if (stems.add(stem)) {
      caught.or(in(word));
      chosen.add(new FoundKeyword(word.text(), word.in(), word.all()));
    }
  }

  private String language() {
    return letters.isEmpty() ? "en" : letters.getFirst().language();
  }

  private boolean isUsable(TellingWord word) {
    return word.in() >= Math.max(LEAST_LETTERS, LEAST_SHARE * letters.size())
        && word.in() >= TELLING * word.all()
        && Tokenizer.of(word.text(), language()).stream().noneMatch(KeywordChoice::isCommon);
  }

  /// Everybody uses it, whatever they write about; beside another word too it tells nothing.
  private static boolean isCommon(Token word) {
    return VECTORIZER.relativeIdf(word.term()) < LEAST_IDF;
  }

  /// How many letters it catches that none before did, less for what it catches elsewhere.
  private double gain(TellingWord word) {
    BitSet fresh = in(word);
    fresh.andNot(caught);
    return fresh.cardinality() * (double) word.in() / word.all();
  }

  private BitSet in(TellingWord word) {
    List<String> phrase = List.of(word.text().split(" ", -1));
    BitSet in = new BitSet();
    for (int i = 0; i < words.size(); i++) {
      in.set(i, java.util.Collections.indexOfSubList(words.get(i), phrase) >= 0);
    }
    return in;
  }
}
