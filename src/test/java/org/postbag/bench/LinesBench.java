package org.postbag.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.catalog.Topic;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.PrecisionCurve;
import org.postbag.classifier.ShippedWeights;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.cli.evaluation.LabelledLine;
import org.postbag.matching.Prediction;
import org.postbag.matching.TopicMatcher;

/// `bin/bench lines OUT TOPICS REPLIES LETTERS.tsv… [-- TOPICS REPLIES LETTERS.tsv…]`: from which
/// probability on the shipped weights are right as often as asked. In each of ten draws half of a
/// register's topics are known, and the letters on the others are odd ones; all registers weigh the
/// same.
public final class LinesBench {
  private static final int DRAWS = 10;
  private static final double LETTERS_OF_A_REGISTER = 300;

  private LinesBench() {}

  public static void main(String[] arguments) throws IOException {
    List<List<Path>> registers =
        ShippedWeights.registers(Arrays.asList(arguments).subList(1, arguments.length));
    List<String> lines = new ArrayList<>();
    lines.add("# Made by bin/bench lines.");
    lines.addAll(curve(registers, Embedder.OFF).lines("words"));
    Embedder embedder = Embedder.open(Embedder.When.ALWAYS);
    if (embedder.model().isPresent()) {
      lines.addAll(curve(registers, embedder).lines("meaning"));
    }
    Files.write(Path.of(arguments[0]), lines);
  }

  private static PrecisionCurve curve(List<List<Path>> registers, Embedder embedder)
      throws IOException {
    List<PrecisionCurve.Outcome> outcomes = new ArrayList<>();
    for (List<Path> paths : registers) {
      Catalog catalog = CatalogReader.read(paths.get(0), Optional.of(paths.get(1))).catalog();
      List<LabelledLine> letters = new ArrayList<>();
      for (Path file : paths.subList(2, paths.size())) {
        letters.addAll(LabelledLine.read(file));
      }
      letters.removeIf(letter -> letter.label().equals("oos_ambiguous"));
      double weight = LETTERS_OF_A_REGISTER / letters.size() / DRAWS;
      for (int draw = 0; draw < DRAWS; draw++) {
        TopicMatcher matcher = TopicMatcher.of(half(catalog, new Random(draw)), embedder);
        letters.forEach(letter -> outcomes.add(outcome(letter, matcher, weight)));
      }
    }
    return PrecisionCurve.of(outcomes);
  }

  private static Catalog half(Catalog catalog, Random random) {
    List<TopicId> ids = new ArrayList<>(catalog.topics().keySet());
    Collections.shuffle(ids, random);
    Map<TopicId, Topic> known = new TreeMap<>();
    ids.subList(0, ids.size() / 2).forEach(id -> known.put(id, catalog.topics().get(id)));
    return new Catalog(known, catalog.replies());
  }

  private static PrecisionCurve.Outcome outcome(
      LabelledLine letter, TopicMatcher matcher, double weight) {
    Prediction prediction = matcher.classify(letter.letter());
    boolean right = prediction.topic().equals(Optional.of(new TopicId(letter.label())));
    return new PrecisionCurve.Outcome(prediction.probability(), right ? 1 : 0, weight);
  }
}
