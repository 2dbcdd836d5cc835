package org.postbag.classifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postbag.catalog.Catalog;
import org.postbag.catalog.CatalogReader;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.text.DocumentFrequencies;
import org.postbag.classifier.text.Vectorizer;
import org.postbag.matching.training.Trainer;

/// `bin/bench weights OUT-DIR TOPICS REPLIES LETTERS.tsv… [-- TOPICS REPLIES LETTERS.tsv…]` fits
/// the weights that are shipped, on all topics and letters of one register or several. What they
/// are worth elsewhere is [CrossFit]'s business.
public final class ShippedWeights {
  private ShippedWeights() {}

  public static void main(String[] arguments) throws IOException {
    Embedder embedder = Embedder.open(Embedder.When.ALWAYS);
    List<Trainer.TrainingData> registers = new ArrayList<>();
    for (List<Path> paths : registers(Arrays.asList(arguments).subList(1, arguments.length))) {
      Catalog catalog = CatalogReader.read(paths.get(0), Optional.of(paths.get(1))).catalog();
      registers.add(
          new Trainer(catalog, embedder)
              .material(
                  CrossFit.letters(paths.subList(2, paths.size()), embedder),
                  new Vectorizer(DocumentFrequencies.shipped())));
    }
    Weights.Pair untrained = weights(registers, false);
    Weights.Pair trained = weights(registers, true);
    Path out = Path.of(arguments[0]);
    Files.write(out.resolve("weights.properties"), lines(untrained.words(), trained.words()));
    if (!registers.getFirst().senses().isEmpty()) {
      Files.write(
          out.resolve("meaning.properties"),
          lines(untrained.withEmbedding(), trained.withEmbedding()));
    }
  }

  /// The paths between `--`.
  public static List<List<Path>> registers(List<String> arguments) {
    List<List<Path>> registers = new ArrayList<>(List.of(new ArrayList<>()));
    for (String argument : arguments) {
      if (argument.equals("--")) {
        registers.add(new ArrayList<>());
      } else {
        registers.getLast().add(Path.of(argument));
      }
    }
    return registers;
  }

  static List<String> lines(List<Trainer.TrainingData> registers) {
    return lines(weights(registers, false).words(), weights(registers, true).words());
  }

  private static List<String> lines(Weights untrained, Weights trained) {
    List<String> lines = new ArrayList<>();
    lines.add("# Made by bin/bench weights; see ShippedWeights.");
    lines.addAll(lines("from-nothing", untrained));
    lines.addAll(lines("with-examples", trained));
    return lines;
  }

  private static Weights.Pair weights(List<Trainer.TrainingData> registers, boolean withExamples) {
    List<ValidationCase> cases = new ArrayList<>();
    for (Trainer.TrainingData register : registers) {
      List<Integer> topics = IntStream.range(0, register.profiles().size()).boxed().toList();
      cases.addAll(new Fitting(register, topics).cases(withExamples));
    }
    return Fitting.fit(cases, withExamples);
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
