package org.postbag.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postbag.matching.trial.LabelledText;
import org.postbag.matching.words.Features;
import org.postbag.matching.words.Frequencies;
import org.postbag.matching.words.Vector;
import org.postbag.matching.words.Words;

/// `bin/bench frequencies OUT.bin TEXTS.tsv…` makes the table that tells common words from rare
/// ones before an office has letters of its own: in how many texts each feature stands. Of each
/// topic only a few texts are taken, so that its words do not seem common.
public final class FrequenciesBench {
  private static final int MOST_OF_A_TOPIC = 4;
  private static final int LEAST_TEXTS = 3;

  private FrequenciesBench() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, Integer> taken = new HashMap<>();
    List<Vector> texts = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      for (LabelledText text : LabelledText.read(Path.of(arguments[i]))) {
        int of = taken.merge(text.label(), 1, Integer::sum);
        if (text.outOfScope() || of <= MOST_OF_A_TOPIC) {
          texts.add(Features.present(Words.of(text.letter())));
        }
      }
    }
    try (OutputStream out = Files.newOutputStream(Path.of(arguments[0]))) {
      Frequencies.count(texts).write(out, LEAST_TEXTS);
    }
  }
}
