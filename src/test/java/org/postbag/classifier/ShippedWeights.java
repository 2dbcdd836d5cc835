package org.postbag.classifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.text.DocumentFrequencies;
import org.postbag.classifier.text.Vectorizer;
import org.postbag.matching.training.Trainer;

/// `bin/bench weights OUT.properties TOPICS REPLIES LETTERS.tsv…` fits the weights that are
/// shipped, on all topics and letters. What they are worth elsewhere is [CrossFit]'s business.
public final class ShippedWeights {
  private ShippedWeights() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> paths = Arrays.stream(arguments).map(Path::of).toList();
    Catalog catalog = CatalogReader.read(paths.get(1), Optional.of(paths.get(2))).catalog();
    Embedder embedder = Embedder.open(Embedder.When.ALWAYS);
    Trainer.TrainingData material =
        new Trainer(catalog, embedder)
            .material(
                CrossFit.letters(paths.subList(3, paths.size()), embedder),
                new Vectorizer(DocumentFrequencies.shipped()));
    Files.write(paths.getFirst(), lines(material));
  }

  static List<String> lines(Trainer.TrainingData material) {
    Fitting fitting =
        new Fitting(material, IntStream.range(0, material.profiles().size()).boxed().toList());
    List<String> lines = new ArrayList<>();
    lines.add("# Made by bin/bench weights; see ShippedWeights.");
    Function<Weights.Pair, Weights> used =
        material.senses().isEmpty() ? Weights.Pair::words : Weights.Pair::withEmbedding;
    lines.addAll(lines("from-nothing", used.apply(fitting.weights(false))));
    lines.addAll(lines("with-examples", used.apply(fitting.weights(true))));
    return lines;
  }

  private static List<String> lines(String name, Weights weights) {
    return List.of(
        name + ".fusion=" + numbers(weights.fusion().values()),
        name + ".gate=" + numbers(weights.inScopeGate().values()));
  }

  private static String numbers(double[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
        .collect(Collectors.joining(" "));
  }
}
