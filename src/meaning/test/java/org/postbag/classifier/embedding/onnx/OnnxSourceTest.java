package org.postbag.classifier.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postbag.classifier.embedding.Embedder;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.classifier.embedding.SentenceModel;

class OnnxSourceTest {
  private static final String VOCABULARY = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final String NO_MODEL = "/org/postbag/classifier/embedding/onnx/word-pieces.tsv";

  @Test
  void thatSayTheSameInOtherWordsPointTheSameWay() throws IOException {
    SentenceModel model = new OnnxSource().open();
    Embedding asked = model.embed("My mother cannot afford to heat her flat any more.");
    Embedding alike = model.embed("Energy bills: help for pensioners in the cold months");
    Embedding other = model.embed("The number 9 bus should stop at the hospital.");

    assertThat(asked.size()).isEqualTo(384);
    assertThat(asked.cosine(asked)).isBetween(0.9999f, 1.0001f);
    assertThat(asked.cosine(alike)).isGreaterThan(asked.cosine(other) + 0.1f);
    assertThat(model.embed("").size()).isEqualTo(384);
  }

  @Test
  void theProgramsVariantBringsTheModelAlong() {
    assertThat(Embedder.open(Embedder.When.ALWAYS).model()).contains("bge-small-en-v1.5-q");
  }

  @Test
  void aDamagedModelIsSaidAndIsNoError() {
    Embedder damaged =
        Embedder.open(Embedder.When.ALWAYS, List.of(new OnnxSource(NO_MODEL, VOCABULARY)));
    assertThat(damaged.trouble()).get().asString().contains(NO_MODEL + " is damaged");
    assertThat(damaged.embed("Anything")).isEmpty();
  }

  @Test
  void aFileThatIsMissingOrDamagedIsNamed() {
    assertThatThrownBy(() -> new OnnxSource("/gone.onnx", VOCABULARY).open())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/gone.onnx is missing");
    assertThatThrownBy(() -> new OnnxSource("/bge-small-en-v1.5-q.onnx", NO_MODEL).open())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("vocabulary");
  }
}
