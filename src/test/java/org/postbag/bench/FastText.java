package org.postbag.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postbag.cli.evaluation.Baseline;
import org.postbag.cli.evaluation.LabelledLine;
import org.postbag.cli.evaluation.RankedLabel;

/// fastText's classifier, run as a program of its own where it is installed. It refuses a letter
/// whose best topic has a probability below one half.
public final class FastText implements Baseline {
  private static final String LABEL = "__label__";
  private final Path program;

  private FastText(Path program) {
    this.program = program;
  }

  /// fastText, if a program of that name is on the path.
  public static Optional<FastText> installed() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "fasttext"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(FastText::new);
  }

  @Override
  public String name() {
    return "fastText";
  }

  @Override
  public List<RankedLabel> guesses(Task task) {
    try {
      Path folder = Files.createTempDirectory("postbag-fasttext");
      try {
        return guesses(task, folder);
      } finally {
        for (String file : List.of("train", "test", "answers", "model.bin", "model.vec", "log")) {
          Files.deleteIfExists(folder.resolve(file));
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("fasttext could not be run", e);
    }
  }

  private List<RankedLabel> guesses(Task task, Path folder) throws IOException {
    List<String> classes = List.copyOf(new LinkedHashSet<>(task.labels()));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < task.labels().size(); i++) {
      lines.add(LABEL + classes.indexOf(task.labels().get(i)) + " " + line(task.texts().get(i)));
    }
    Files.write(folder.resolve("train"), lines);
    Files.write(
        folder.resolve("test"), task.tests().stream().map(test -> line(test.text())).toList());
    run(
        folder,
        "log",
        ("supervised -input train -output model -wordNgrams 2 -minn 3 -maxn 5 -bucket 200000"
                + " -epoch 50 -lr 0.5 -thread 1 -verbose 0")
            .split(" ", -1));
    run(folder, "answers", "predict-prob", "model.bin", "test", "2");
    return read(Files.readAllLines(folder.resolve("answers")), classes, task.tests());
  }

  private static String line(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " .";
  }

  private static List<RankedLabel> read(
      List<String> answers, List<String> classes, List<LabelledLine> tests) {
    List<RankedLabel> guesses = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      String[] parts = (i < answers.size() ? answers.get(i) : "").split(" ", -1);
      double probability = parts.length > 1 ? Math.min(1, Double.parseDouble(parts[1])) : 0;
      guesses.add(
          new RankedLabel(
              tests.get(i).label(),
              label(parts, 0, classes),
              probability,
              label(parts, 2, classes),
              1 - probability));
    }
    return guesses;
  }

  private static String label(String[] parts, int at, List<String> classes) {
    boolean named = at < parts.length && parts[at].startsWith(LABEL);
    return named ? classes.get(Integer.parseInt(parts[at].substring(LABEL.length()))) : "";
  }

  private void run(Path folder, String output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(folder.resolve(output).toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(program + " ended with status " + process.exitValue());
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while fasttext ran", e);
    }
  }
}
