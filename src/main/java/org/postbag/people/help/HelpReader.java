package org.postbag.people.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.people.help.HelpClass.Handling;
import org.postbag.people.help.Lexicon.Hit;

/// Both readers of one language. Safe for several threads.
final class HelpReader {
  /// What a line of words found counts, in logits: enough for a sentence that nothing speaks
  /// against, too little for one about politics.
  private static final double WORDS_FOUND = 2.6;

  private static final double MORE_WORDS_FOUND = 0.7;
  private static final int MOST_LINES = 3;

  /// The share of it that is left where something speaks against.
  private static final double WITH_CONTEXT = 0.35;

  /// What the sentence model adds to the words' own logit.
  private static final double MEANING = 1.0;

  private static final double SURELY_NOT = -6;
  private static final double SURELY = 4;
  private static final int MOST_EMBEDDED = 40;

  /// What a line of words stands for.
  ///
  /// @param number of the class, or of what speaks against all classes
  private record Meaning(Kind kind, int number) {
    private enum Kind {
      WORDS,
      AGAINST,
      CONTEXT
    }
  }

  /// One sentence with the lines of words found in it.
  private record Read(
      Map<Integer, List<Hit<Meaning>>> words, Set<Integer> against, Set<Integer> contexts) {
    static Read nothing() {
      return new Read(new HashMap<>(), new HashSet<>(), new TreeSet<>());
    }

    void add(Hit<Meaning> hit) {
      switch (hit.meaning().kind()) {
        case WORDS ->
            words.computeIfAbsent(hit.meaning().number(), _ -> new ArrayList<>()).add(hit);
        case AGAINST -> against.add(hit.meaning().number());
        case CONTEXT -> contexts.add(hit.meaning().number());
      }
    }

    Read withoutContradicted() {
      words.keySet().removeAll(against);
      return this;
    }
  }

  private final HelpManual manual;
  private final Sentences sentences;
  private final Lexicon<Meaning> lexicon;
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
    help.forEach(all -> all.forEach(s -> labelled.add(labelled(s, true))));
    none.forEach(all -> all.forEach(s -> labelled.add(labelled(s, false))));
    parsed(OrdinaryLetters.in(wording.language()), examples)
        .forEach(s -> labelled.add(labelled(s, false)));
    this.classifier = SentenceClassifier.train(labelled, manual.writer());
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
    for (int i = 0; i < manual.classes().size(); i++) {
      for (WordLine line : manual.classes().get(i).words()) {
        lexicon.add(new Meaning(Meaning.Kind.WORDS, i), line);
      }
      for (WordLine line : manual.classes().get(i).against()) {
        lexicon.add(new Meaning(Meaning.Kind.AGAINST, i), line);
      }
    }
    for (int i = 0; i < manual.contexts().size(); i++) {
      for (WordLine line : manual.contexts().get(i).words()) {
        lexicon.add(new Meaning(Meaning.Kind.CONTEXT, i), line);
      }
    }
  }

  private SentenceClassifier.Labelled labelled(HelpSentence sentence, boolean help) {
    Set<Integer> contexts = read(List.of(sentence)).getFirst().contexts();
    return new SentenceClassifier.Labelled(sentence, contexts, help);
  }

  /// Reads the meaning of the examples too, which takes seconds; without a model nothing changes.
  void learnMeaning(Embedder embedder) {
    List<String> help = manual.classes().stream().flatMap(c -> c.examples().stream()).toList();
    List<String> none = manual.contexts().stream().flatMap(c -> c.examples().stream()).toList();
    MeaningClassifier.train(help, none, embedder).ifPresent(trained -> meaning = trained);
  }

  /// The signs among the sentences that stand there.
  List<HelpSign> signs(String text, List<HelpSign.Place> places) {
    List<HelpSentence> all =
        places.stream().flatMap(place -> sentences.in(text, place).stream()).toList();
    List<Read> reads = read(all);
    List<HelpSign> signs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      double probability = probability(logit(text, all.get(i), reads.get(i), i < MOST_EMBEDDED));
      if (probability >= manual.threshold()) {
        signs.add(sign(all.get(i), reads.get(i), probability));
      }
    }
    return signs;
  }

  private static double probability(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private double logit(String text, HelpSentence sentence, Read read, boolean embed) {
    double logit = wordsLogit(sentence, read);
    MeaningClassifier model = meaning;
    boolean open = logit > SURELY_NOT && logit < SURELY;
    return embed && model != null && open
        ? logit + MEANING * model.logit(sentence.text(text))
        : logit;
  }

  private List<Read> read(List<HelpSentence> all) {
    List<Read> reads = new ArrayList<>();
    all.forEach(_ -> reads.add(Read.nothing()));
    lexicon.hits(all).forEach(hit -> reads.get(hit.sentence()).add(hit));
    reads.forEach(Read::withoutContradicted);
    return reads;
  }

  private double wordsLogit(HelpSentence sentence, Read read) {
    double logit = classifier.logit(sentence, read.contexts());
    int lines = read.words().values().stream().mapToInt(List::size).sum();
    if (lines == 0) {
      return logit;
    }
    double found = WORDS_FOUND + MORE_WORDS_FOUND * (Math.min(lines, MOST_LINES) - 1);
    return logit + (read.contexts().isEmpty() ? found : found * WITH_CONTEXT);
  }

  private HelpSign sign(HelpSentence sentence, Read read, double probability) {
    Map<Integer, Integer> lines = new HashMap<>();
    read.words().forEach((number, hits) -> lines.put(number, hits.size()));
    int number = choice.of(sentence, lines);
    List<HelpSign.Place> words =
        read.words().getOrDefault(number, List.of()).stream()
            .flatMap(hit -> hit.words().stream())
            .distinct()
            .sorted(Comparator.comparingInt(HelpSign.Place::start))
            .toList();
    HelpClass kind = manual.classes().get(number);
    return new HelpSign(
        kind,
        probability >= manual.sure() ? kind.handling() : Handling.SHOW,
        probability,
        new HelpSign.Place(sentence.start(), sentence.end()),
        words.isEmpty() ? classifier.telling(sentence) : words);
  }
}
