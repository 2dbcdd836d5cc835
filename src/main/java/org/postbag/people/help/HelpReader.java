package org.postbag.people.help;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.people.help.HelpClass.Handling;

/// Both readers of one language. Safe for several threads.
final class HelpReader {
  /// What the sentence model adds to the words' own logit.
  private static final double MEANING = 1.0;

  private static final double SURELY_NOT = -6;
  private static final double SURELY = 4;
  private static final int MOST_EMBEDDED = 40;

  /// The sentences of a usual letter. One with more has more chances of a false sign: the odds are
  /// divided by their number.
  private static final double USUAL_SENTENCES = 8;

  private final HelpManual manual;
  private final Sentences sentences;
  private final Lexicon<LinesFound.Meaning> lexicon;
  private final SentenceClassifier classifier;
  private final ClassChoice choice;
  private volatile @Nullable MeaningClassifier meaning;

  /// Trains both readers, which takes a fraction of a second.
  ///
  /// @param wording that the manual was read with
  HelpReader(HelpManual manual, Wording wording) {
    this.manual = manual;
    this.sentences = new Sentences(wording.language(), wording::term);
    Sentences examples = new Sentences(wording.language(), wording::example);
    List<List<HelpSentence>> help =
        manual.classes().stream().map(c -> parsed(c.examples(), examples)).toList();
    List<List<HelpSentence>> none =
        manual.contexts().stream().map(c -> parsed(c.examples(), examples)).toList();
    this.lexicon = new Lexicon<>(frequencies(help, none)::get);
    fillLexicon();
    List<SentenceClassifier.Labelled> labelled = new ArrayList<>();
    help.forEach(all -> labelled.addAll(labelled(all, true)));
    none.forEach(all -> labelled.addAll(labelled(all, false)));
    labelled.addAll(labelled(parsed(OrdinaryLetters.in(wording.language()), examples), false));
    WordKinds kinds = WordKinds.in(wording.language(), wording::known);
    this.classifier =
        SentenceClassifier.train(labelled, new SentenceFeatures(manual.writer(), kinds));
    this.choice = new ClassChoice(help);
  }

  private static List<HelpSentence> parsed(List<String> examples, Sentences sentences) {
    return examples.stream()
        .flatMap(text -> sentences.of(text, 0, text.length()).stream())
        .toList();
  }

  private static Frequencies frequencies(
      List<List<HelpSentence>> help, List<List<HelpSentence>> none) {
    Frequencies frequencies = new Frequencies(new HashMap<>());
    help.forEach(all -> all.forEach(frequencies::count));
    none.forEach(all -> all.forEach(frequencies::count));
    return frequencies;
  }

  private record Frequencies(Map<String, Integer> counts) {
    void count(HelpSentence sentence) {
      sentence.words().forEach(word -> counts.merge(word.term(), 1, Integer::sum));
    }

    int get(String term) {
      return counts.getOrDefault(term, 0);
    }
  }

  private void fillLexicon() {
    int line = 0;
    for (int i = 0; i < manual.classes().size(); i++) {
      HelpClass kind = manual.classes().get(i);
      line = add(LinesFound.Meaning.Kind.WORDS, i, kind.words(), line);
      line = add(LinesFound.Meaning.Kind.AGAINST, i, kind.against(), line);
    }
    for (int i = 0; i < manual.contexts().size(); i++) {
      line = add(LinesFound.Meaning.Kind.CONTEXT, i, manual.contexts().get(i).words(), line);
    }
  }

  /// @return the number of the next line
  private int add(LinesFound.Meaning.Kind kind, int number, List<WordLine> lines, int first) {
    int line = first;
    for (WordLine words : lines) {
      lexicon.add(new LinesFound.Meaning(kind, number, line++), words);
    }
    return line;
  }

  private List<SentenceClassifier.Labelled> labelled(List<HelpSentence> sentences, boolean help) {
    List<LinesFound> found = LinesFound.in(sentences, lexicon);
    return IntStream.range(0, sentences.size())
        .mapToObj(i -> new SentenceClassifier.Labelled(sentences.get(i), found.get(i), help))
        .toList();
  }

  /// Reads the meaning of the examples too, which takes seconds; without a model nothing changes.
  void learnMeaning(Embedder embedder) {
    List<String> help = manual.classes().stream().flatMap(c -> c.examples().stream()).toList();
    List<String> none = manual.contexts().stream().flatMap(c -> c.examples().stream()).toList();
    MeaningClassifier.train(help, none, embedder).ifPresent(trained -> meaning = trained);
  }

  /// The signs among the sentences that stand there.
  ///
  /// @param count how many sentences of the letter are read, in any language
  List<HelpSign> signs(String text, List<HelpSign.Place> places, int count) {
    List<HelpSentence> all =
        places.stream().flatMap(place -> sentences.in(text, place).stream()).toList();
    List<LinesFound> found = LinesFound.in(all, lexicon);
    List<HelpSign> signs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      double logit = logit(text, all.get(i), found.get(i), i < MOST_EMBEDDED);
      if (probability(logit) >= manual.threshold()) {
        boolean sure = probability(inLetter(logit, count)) >= manual.sure();
        signs.add(sign(all.get(i), found.get(i), probability(logit), sure));
      }
    }
    return signs;
  }

  private static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /// Of a sentence among others.
  private static double inLetter(double logit, int count) {
    return logit - Math.log(Math.max(1, count) / USUAL_SENTENCES);
  }

  private double logit(String text, HelpSentence sentence, LinesFound found, boolean embed) {
    double logit = classifier.logit(sentence, found);
    MeaningClassifier model = meaning;
    boolean open = logit > SURELY_NOT && logit < SURELY;
    return embed && model != null && open
        ? logit + MEANING * model.logit(sentence.text(text))
        : logit;
  }

  private HelpSign sign(HelpSentence sentence, LinesFound found, double probability, boolean sure) {
    int number = choice.of(sentence, found.perClass());
    List<HelpSign.Place> words = found.places(number);
    HelpClass kind = manual.classes().get(number);
    return new HelpSign(
        kind,
        sure ? kind.handling() : Handling.SHOW,
        probability,
        new HelpSign.Place(sentence.start(), sentence.end()),
        words.isEmpty() ? classifier.telling(sentence) : words);
  }
}
