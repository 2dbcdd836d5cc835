package org.postbag.classifier.text;

import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
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

/// How one language makes stems, and its stop words. Not for several threads at once.
final class Stemmer {
  private static final Set<String> LANGUAGES =
      Set.of(
          "da", "de", "en", "es", "fi", "fr", "ga", "hu", "it", "nb", "nl", "no", "pt", "ro", "ru",
          "sv", "tr");

  private final CharArraySet stopWords;
  private final SnowballStemmer stemmer;
  private final boolean english;

  private Stemmer(CharArraySet stopWords, SnowballStemmer stemmer) {
    this.stopWords = stopWords;
    this.stemmer = stemmer;
    this.english = stemmer instanceof EnglishStemmer;
  }

  /// The language that is used for letters in `language`: the same, or English where there is no
  /// stemmer for it, since that is what most catalogs are written in.
  static String nearest(String language) {
    return LANGUAGES.contains(language) ? language : "en";
  }

  static Stemmer of(String language) {
    return switch (language) {
      case "da" -> new Stemmer(DanishAnalyzer.getDefaultStopSet(), new DanishStemmer());
      case "de" -> new Stemmer(GermanAnalyzer.getDefaultStopSet(), new GermanStemmer());
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
      default -> new Stemmer(EnglishAnalyzer.getDefaultStopSet(), new EnglishStemmer());
    };
  }

  boolean isStopWord(String word) {
    return stopWords.contains(word);
  }

  /// Plurals that the English stemmer does not bring together with their singulars.
  private static final Map<String, String> SHORT_PLURALS = Map.of("buses", "bus", "gases", "gas");

  String stem(String word) {
    stemmer.setCurrent(english ? SHORT_PLURALS.getOrDefault(word, word) : word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
