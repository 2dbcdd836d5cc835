package org.postbag.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postbag.classifier.text.DocumentFrequencies;
import org.postbag.classifier.text.SparseVector;
import org.postbag.classifier.text.Tokenizer;
import org.postbag.classifier.text.Vectorizer;
import org.postbag.cli.evaluation.LabelledLine;

/// `bin/bench frequencies OUT.bin TEXTS.tsv…` makes the table that tells common words from rare
/// ones before an office has letters of its own: in how many texts each feature stands. Of each
/// topic only a few texts are taken, so that its words do not seem common.
public final class FrequenciesBench {
  private static final int MOST_OF_A_TOPIC = 4;
  private static final int LEAST_TEXTS = 3;

  private FrequenciesBench() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, Integer> taken = new HashMap<>();
    List<SparseVector> texts = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      for (LabelledLine text : LabelledLine.read(Path.of(arguments[i]))) {
        int of = taken.merge(text.label(), 1, Integer::sum);
        if (text.outOfScope() || of <= MOST_OF_A_TOPIC) {
          texts.add(Vectorizer.present(Tokenizer.of(text.letter())));
        }
      }
    }
    try (OutputStream out = Files.newOutputStream(Path.of(arguments[0]))) {
      DocumentFrequencies.count(texts).write(out, LEAST_TEXTS);
    }
  }
}
