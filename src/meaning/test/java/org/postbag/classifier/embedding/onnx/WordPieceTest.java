package org.postbag.classifier.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordPieceTest {
  private static final Pattern CODE = Pattern.compile("\\\\u([0-9a-f]{4})");

  private static InputStream resource(String name) {
    return Objects.requireNonNull(WordPieceTest.class.getResourceAsStream(name));
  }

  private static WordPiece model() throws IOException {
    try (InputStream json = resource("/bge-small-en-v1.5-q-tokenizer.json")) {
      return WordPiece.read(json);
    }
  }

  private static String unescaped(String text) {
    return CODE.matcher(text.replace("\\n", "\n").replace("\\t", "\t"))
        .replaceAll(code -> String.valueOf((char) Integer.parseInt(code.group(1), 16)));
  }

  private static String numbers(WordPiece pieces, String text, int most) {
    return Arrays.stream(pieces.ids(text, most))
        .mapToObj(Long::toString)
        .collect(Collectors.joining(" "));
  }

  /// The numbers in the file are those of Hugging Face's `tokenizers` (through DJL 0.31.1, the same
  /// `tokenizer.json`, cut at 128).
  @Test
  void textsAreCutAsTheModelLearnedThem() throws IOException {
    WordPiece pieces = model();
    List<String> cases;
    try (InputStream in = resource("word-pieces.tsv")) {
      cases = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    assertThat(cases).hasSizeGreaterThan(20);
    for (String line : cases) {
      int tab = line.indexOf('\t');
      assertThat(numbers(pieces, unescaped(line.substring(tab + 1)), 128))
          .as(line.substring(tab + 1))
          .isEqualTo(line.substring(0, tab));
    }
  }

  @Test
  void noMoreNumbersThanAskedFor() throws IOException {
    assertThat(model().ids("one two three four five six", 5)).hasSize(5);
  }

  @Test
  void whatIsNoVocabularyIsRefused() {
    for (String text : List.of("{\"model\":{\"vocab\":{\"a\":1}}}", "{}", "no json")) {
      InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(() -> WordPiece.read(in)).isInstanceOf(IOException.class);
    }
  }
}
