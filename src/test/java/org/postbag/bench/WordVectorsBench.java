package org.postbag.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.postbag.classifier.CrossFit;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.embedding.Embedder.When;
import org.postbag.classifier.embedding.SentenceModel;
import org.postbag.classifier.embedding.SentenceModelSource;
import org.postbag.classifier.embedding.WordTable;
import tools.jackson.databind.json.JsonMapper;

/// `POSTBAG_VARIANT=meaning bin/bench wordvectors TOPICS REPLIES LETTERS.tsv…`: whether a table of
/// word vectors, made once from the sentence model, could stand in its place: what `bin/bench
/// honest` measures, by words alone, with the table, and with the model.
public final class WordVectorsBench {
  private static final String VOCABULARY = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final String WORD = "[a-z]{3,}";

  private WordVectorsBench() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> paths = Arrays.stream(arguments).map(Path::of).toList();
    SentenceModel model =
        ServiceLoader.load(SentenceModelSource.class)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("set POSTBAG_VARIANT=meaning"))
            .open();
    PrintStream out = System.out;
    List<String> words = words();
    SentenceModel table = new WordTable(model, words);
    out.println("By words alone:");
    CrossFit.measure(paths, Embedder.OFF, out);
    out.println("With the vectors of " + words.size() + " words:");
    CrossFit.measure(paths, Embedder.of(When.ALWAYS, table), out);
    out.println("With the sentence model:");
    CrossFit.measure(paths, Embedder.of(When.ALWAYS, model), out);
  }

  /// The whole words among the pieces that the model knows: about those of everyday English.
  private static List<String> words() throws IOException {
    try (InputStream json = WordVectorsBench.class.getResourceAsStream(VOCABULARY)) {
      return JsonMapper.shared().readTree(json).path("model").path("vocab").properties().stream()
          .map(piece -> piece.getKey())
          .filter(piece -> piece.matches(WORD))
          .sorted()
          .toList();
    }
  }
}
