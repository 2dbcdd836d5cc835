package org.postbag.classifier.embedding.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.postbag.classifier.embedding.Embedding;
import org.postbag.classifier.embedding.SentenceModel;

/// A sentence model in ONNX Runtime. The sense of a text is what the model makes of the mark before
/// its first word.
final class OnnxModel implements SentenceModel {
  /// More of a letter tells little more, and costs as much again.
  private static final int MAX_TOKENS = 128;

  private final String name;
  private final WordPiece tokenizer;
  private final OrtEnvironment environment;
  private final OrtSession session;
  // One text at a time: each that is under way takes memory of its own.
  private final ReentrantLock lock = new ReentrantLock();

  /// @param model the file's content, in memory outside of Java's
  /// @throws OrtException when this is no model
  OnnxModel(String name, WordPiece tokenizer, ByteBuffer model) throws OrtException {
    this.name = name;
    this.tokenizer = tokenizer;
    environment = OrtEnvironment.getEnvironment();
    environment.setTelemetry(false);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Idle threads shall sleep, and memory be given back.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      session = environment.createSession(model, options);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Embedding embed(String text) {
    long[] tokenIds = tokenizer.ids(text, MAX_TOKENS);
    lock.lock();
    try {
      return run(tokenIds);
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime failed", e);
    } finally {
      lock.unlock();
    }
  }

  private Embedding run(long[] tokenIds) throws OrtException {
    long[] ones = new long[tokenIds.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor ids = row(tokenIds);
        OnnxTensor mask = row(ones);
        OnnxTensor types = row(new long[tokenIds.length]);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      OnnxTensor states = (OnnxTensor) result.get(0);
      FloatBuffer values = states.getFloatBuffer();
      float[] first = new float[values.remaining() / tokenIds.length];
      values.get(first);
      return Embedding.of(first);
    }
  }

  private OnnxTensor row(long[] values) throws OrtException {
    return OnnxTensor.createTensor(environment, new long[][] {values});
  }
}
