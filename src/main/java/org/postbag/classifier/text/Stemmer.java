package org.postbag.classifier.text;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/// How one language makes stems, its stop words, and the short words that it writes together with
/// the next one. Not for several threads at once.
final class Stemmer {
  private static final Set<String> LANGUAGES =
      Set.of(
          "cy", "da", "de", "el", "en", "es", "fi", "fr", "ga", "hu", "it", "nb", "nl", "no", "pt",
          "ro", "ru", "sv", "tr");

  /// All languages without a stemmer: their words are compared as they are written.
  private static final String AS_WRITTEN = "mul";

  private static final Set<String> UNKNOWN = Set.of("und", "");

  /// What stands before an apostrophe as a word of its own: `l'école`, `dell'acqua`, `d'fhág`.
  private static final Set<String> ELIDED =
      Set.of(
          "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "un",
          "dell", "all", "dall", "nell", "sull", "coll", "quell", "quest", "bell", "gl", "b");

  private static final Set<String> ELIDING = Set.of("fr", "it", "ga");

  /// Plurals that the English stemmer does not bring together with their singulars.
  private static final Map<String, String> SHORT_PLURALS = Map.of("buses", "bus", "gases", "gas");

  private final CharArraySet stopWords;
  private final UnaryOperator<String> stems;
  private final boolean elides;

  private Stemmer(CharArraySet stopWords, UnaryOperator<String> stems, boolean elides) {
    this.stopWords = stopWords;
    this.stems = stems;
    this.elides = elides;
  }

  private Stemmer(CharArraySet stopWords, SnowballStemmer stemmer) {
    this(stopWords, word -> stem(stemmer, word), false);
  }

  /// The language that is used for letters in `language`: the same; English where it cannot be
  /// told, since that is what most catalogs are written in; and none where there is no stemmer for
  /// it.
  static String nearest(String language) {
    if (LANGUAGES.contains(language)) {
      return language;
    }
    return UNKNOWN.contains(language) ? "en" : AS_WRITTEN;
  }

  static Stemmer of(String language) {
    Stemmer stemmer = plain(language);
    return new Stemmer(stemmer.stopWords, stemmer.stems, ELIDING.contains(language));
  }

  private static Stemmer plain(String language) {
    return switch (language) {
      case "cy" -> new Stemmer(CharArraySet.EMPTY_SET, WelshMutation::undone, false);
      case "da" -> new Stemmer(DanishAnalyzer.getDefaultStopSet(), new DanishStemmer());
      case "de" -> new Stemmer(GermanAnalyzer.getDefaultStopSet(), new GermanStemmer());
      case "el" -> new Stemmer(GreekAnalyzer.getDefaultStopSet(), new GreekStemmer());
      case "es" -> new Stemmer(SpanishAnalyzer.getDefaultStopSet(), new SpanishStemmer());
      case "fi" -> new Stemmer(FinnishAnalyzer.getDefaultStopSet(), new FinnishStemmer());
      case "fr" -> new Stemmer(FrenchAnalyzer.getDefaultStopSet(), new FrenchStemmer());
      case "ga" -> new Stemmer(IrishAnalyzer.getDefaultStopSet(), new IrishStemmer());
      case "hu" -> new Stemmer(HungarianAnalyzer.getDefaultStopSet(), new HungarianStemmer());
      case "it" -> new Stemmer(ItalianAnalyzer.getDefaultStopSet(), new ItalianStemmer());
      case "nb", "no" -> new Stemmer(NorwegianAnalyzer.getDefaultStopSet(), new NorwegianStemmer());
      case "nl" -> new Stemmer(DutchAnalyzer.getDefaultStopSet(), new DutchStemmer());
      case "pt" -> new Stemmer(PortugueseAnalyzer.getDefaultStopSet(), new PortugueseStemmer());
      case "ro" -> new Stemmer(RomanianAnalyzer.getDefaultStopSet(), new RomanianStemmer());
      case "ru" -> new Stemmer(RussianAnalyzer.getDefaultStopSet(), new RussianStemmer());
      case "sv" -> new Stemmer(SwedishAnalyzer.getDefaultStopSet(), new SwedishStemmer());
      case "tr" -> new Stemmer(TurkishAnalyzer.getDefaultStopSet(), new TurkishStemmer());
      case "en" -> english(new EnglishStemmer());
      default -> new Stemmer(CharArraySet.EMPTY_SET, word -> word, false);
    };
  }

  private static Stemmer english(EnglishStemmer stemmer) {
    return new Stemmer(
        EnglishAnalyzer.getDefaultStopSet(),
        word -> stem(stemmer, SHORT_PLURALS.getOrDefault(word, word)),
        false);
  }

  private static String stem(SnowballStemmer stemmer, String word) {
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  boolean isStopWord(String word) {
    return stopWords.contains(word);
  }

  String stem(String word) {
    return stems.apply(word);
  }

  /// `école` of `l'école`.
  ///
  /// @param word in lower case
  String withoutElided(String word) {
    if (!elides) {
      return word;
    }
    int apostrophe = Math.max(word.indexOf('\''), word.indexOf('’'));
    boolean elided = apostrophe > 0 && ELIDED.contains(word.substring(0, apostrophe));
    return elided && apostrophe < word.length() - 1 ? word.substring(apostrophe + 1) : word;
  }
}
