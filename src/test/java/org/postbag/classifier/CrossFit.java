package org.postbag.classifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.embedding.LabelEmbeddings;
import org.postbag.classifier.text.DocumentFrequencies;
import org.postbag.classifier.text.SparseVector;
import org.postbag.classifier.text.Tokenizer;
import org.postbag.classifier.text.Vectorizer;
import org.postbag.cli.evaluation.LabelledLine;
import org.postbag.cli.evaluation.RankedLabel;
import org.postbag.cli.evaluation.Scorecard;
import org.postbag.matching.Example;
import org.postbag.matching.training.Trainer;

/// `bin/bench honest TOPICS REPLIES LETTERS.tsv…`: what the matching is worth on topics and letters
/// that its shipped tables have not seen. The topics are cut in two, both ways, several times. The
/// weights are fitted, and the frequencies of words counted, on one half of the letters of one half
/// of the topics. The other topics are then known; the other letters of the first topics are those
/// that no topic fits.
public final class CrossFit {
  private static final int CUTS = 10;
  private static final int MOST_TESTS_OF_A_TOPIC = 8;
  private static final int MOST_COUNTED_OF_A_TOPIC = 4;

  private final Trainer trainer;
  private final List<Example> letters;
  private final List<Integer> labels;
  private final List<SparseVector> background;
  private final int topics;

  private CrossFit(Catalog catalog, Embedder embedder, List<Example> all) {
    this.trainer = new Trainer(catalog, embedder);
    List<TopicId> ids = catalog.all().stream().map(topic -> topic.id()).toList();
    this.topics = ids.size();
    this.letters = all.stream().filter(e -> e.topic().isPresent()).toList();
    this.labels = letters.stream().map(e -> ids.indexOf(e.topic().orElseThrow())).toList();
    this.background = all.stream().filter(e -> e.topic().isEmpty()).map(CrossFit::present).toList();
  }

  static List<Example> letters(List<Path> files, Embedder embedder) throws IOException {
    List<Example> letters = new ArrayList<>();
    for (Path file : files) {
      for (LabelledLine text : LabelledLine.read(file)) {
        Optional<TopicId> topic =
            text.outOfScope() ? Optional.empty() : Optional.of(new TopicId(text.label()));
        letters.add(new Example(topic, text.letter()).withEmbedding(embedder.embed(text.letter())));
      }
    }
    return letters;
  }

  public static void main(String[] arguments) throws IOException {
    List<Path> paths = Arrays.stream(arguments).map(Path::of).toList();
    measure(paths, Embedder.open(Embedder.When.ALWAYS), System.out);
  }

  /// Prints what the matching is worth with that meaning.
  ///
  /// @param paths topics, replies, and files of letters
  public static void measure(List<Path> paths, Embedder embedder, PrintStream out)
      throws IOException {
    Catalog catalog = CatalogReader.read(paths.get(0), Optional.of(paths.get(1))).catalog();
    CrossFit fit =
        new CrossFit(catalog, embedder, letters(paths.subList(2, paths.size()), embedder));
    out.println(
        "examples  letters  odd  accuracy  with refusal  odd refused  ECE  (perfect)   AUROC");
    for (int examples : new int[] {0, 1, 3, 5, 10}) {
      Scorecard card = Scorecard.of(fit.guesses(examples));
      out.printf(
          Locale.ROOT,
          "%8d %8d %4d %9.1f %13.1f %12.1f %4.1f %10.1f %7.1f%n",
          examples,
          card.inScope(),
          card.outOfScope(),
          card.accuracy() * 100,
          card.accuracyWithRefusal() * 100,
          card.outOfScopeRecall() * 100,
          card.calibrationError() * 100,
          card.calibrationFloor() * 100,
          card.auroc() * 100);
    }
  }

  private List<RankedLabel> guesses(int examples) {
    List<RankedLabel> guesses = new ArrayList<>();
    for (int cut = 0; cut < CUTS; cut++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, topics).boxed().toList());
      Collections.shuffle(order, new Random(cut));
      List<Integer> one = order.subList(0, topics / 2);
      List<Integer> other = order.subList(topics / 2, topics);
      guesses.addAll(guesses(one, other, examples, new Random(cut + 100)));
      guesses.addAll(guesses(other, one, examples, new Random(cut + 200)));
    }
    return guesses;
  }

  private static SparseVector present(Example letter) {
    return Vectorizer.present(Tokenizer.of(letter.letter()));
  }

  private List<RankedLabel> guesses(
      List<Integer> fitted, List<Integer> known, int examples, Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, letters.size()).boxed().toList());
    Collections.shuffle(order, random);
    List<Integer> toFit = new ArrayList<>();
    List<Integer> toLearn = new ArrayList<>();
    List<Integer> toTest = new ArrayList<>();
    Map<Integer, Integer> seen = new HashMap<>();
    for (int letter : order) {
      int label = labels.get(letter);
      int count = seen.merge(label, 1, Integer::sum);
      if (fitted.contains(label)) {
        if (count % 2 == 0) {
          toFit.add(letter);
        } else if (count <= MOST_TESTS_OF_A_TOPIC) {
          toTest.add(letter);
        }
      } else if (count <= examples) {
        toLearn.add(letter);
      } else if (count <= examples + MOST_TESTS_OF_A_TOPIC) {
        toTest.add(letter);
      }
    }
    DocumentFrequencies counted = frequencies(toFit);
    Weights.Pair weights = new Fitting(material(toFit, counted), fitted).weights(examples > 0);
    return guesses(weights, counted, known, toLearn, toTest);
  }

  private DocumentFrequencies frequencies(List<Integer> from) {
    List<SparseVector> texts = new ArrayList<>(background);
    Map<Integer, Integer> taken = new HashMap<>();
    for (int letter : from) {
      if (taken.merge(labels.get(letter), 1, Integer::sum) <= MOST_COUNTED_OF_A_TOPIC) {
        texts.add(present(letters.get(letter)));
      }
    }
    return DocumentFrequencies.count(texts);
  }

  private Trainer.TrainingData material(
      List<Integer> which, DocumentFrequencies documentFrequencies) {
    return trainer.material(
        which.stream().map(letters::get).toList(), new Vectorizer(documentFrequencies));
  }

  private List<RankedLabel> guesses(
      Weights.Pair weights,
      DocumentFrequencies counted,
      List<Integer> known,
      List<Integer> toLearn,
      List<Integer> toTest) {
    DocumentFrequencies own =
        DocumentFrequencies.count(
            toLearn.stream().map(letter -> present(letters.get(letter))).toList());
    DocumentFrequencies documentFrequencies = counted.plus(own);
    Trainer.TrainingData lessons = material(toLearn, documentFrequencies);
    List<SparseVector> profiles = known.stream().map(lessons.profiles()::get).toList();
    LabelEmbeddings senses = lessons.senses().of(known);
    List<LabelledText> samples = lessons.samples().stream().map(s -> renumbered(s, known)).toList();
    TopicModel topicModel =
        samples.isEmpty()
            ? TopicModel.untrained(profiles, senses, weights)
            : new TrainingRun(profiles, senses, samples, weights).train();
    return material(toTest, documentFrequencies).samples().stream()
        .map(labelledText -> guess(topicModel, renumbered(labelledText, known)))
        .toList();
  }

  private static LabelledText renumbered(LabelledText labelledText, List<Integer> known) {
    List<Double> keywords = known.stream().map(labelledText.keywords()::get).toList();
    return new LabelledText(
        labelledText.text(),
        keywords,
        known.indexOf(labelledText.label()),
        labelledText.embedding());
  }

  private static RankedLabel guess(TopicModel topicModel, LabelledText labelledText) {
    double[] keywords = labelledText.keywords().stream().mapToDouble(Double::doubleValue).toArray();
    TopicScores byWords = topicModel.scores(topicModel.index(labelledText.text()), keywords);
    TopicScores topicScores =
        labelledText
            .embedding()
            .map(embedding -> topicModel.withEmbedding(byWords, embedding))
            .orElse(byWords);
    int best = topicScores.best().orElseThrow();
    double onATopic =
        topicModel.weightsWithEmbedding().inScopeGate().probability(topicScores.view());
    String label =
        labelledText.label() == LabelledText.NONE ? "oos" : Integer.toString(labelledText.label());
    double confidence = onATopic * topicScores.softmax(best);
    return new RankedLabel(label, Integer.toString(best), confidence, "", 1 - onATopic);
  }
}
