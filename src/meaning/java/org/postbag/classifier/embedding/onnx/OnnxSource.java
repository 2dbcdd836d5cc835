package org.postbag.classifier.embedding.onnx;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import org.postbag.classifier.embedding.SentenceModel;
import org.postbag.classifier.embedding.SentenceModelSource;

/// The model that stands on the class path.
public final class OnnxSource implements SentenceModelSource {
  private static final String NAME = "bge-small-en-v1.5-q";

  private final String model;
  private final String vocabulary;

  /// The model of the program's variant.
  public OnnxSource() {
    this("/" + NAME + ".onnx", "/" + NAME + "-tokenizer.json");
  }

  /// @param model the resource with the model
  /// @param vocabulary the resource with the pieces of words that it knows
  OnnxSource(String model, String vocabulary) {
    this.model = model;
    this.vocabulary = vocabulary;
  }

  @Override
  public SentenceModel open() throws IOException {
    try (InputStream pieces = resource(vocabulary).getInputStream()) {
      return new OnnxModel(NAME, WordPiece.read(pieces), bytes());
    } catch (OrtException e) {
      throw new IOException(model + " is damaged", e);
    } catch (LinkageError e) {
      throw new IOException("ONNX Runtime does not run on this system", e);
    }
  }

  private static URLConnection resource(String name) throws IOException {
    URL resource = OnnxSource.class.getResource(name);
    if (resource == null) {
      throw new IOException(name + " is missing");
    }
    return resource.openConnection();
  }

  /// Outside of Java's heap, which would keep the room that it once needed for them.
  private ByteBuffer bytes() throws IOException {
    URLConnection resource = resource(model);
    ByteBuffer bytes = ByteBuffer.allocateDirect(resource.getContentLength());
    byte[] part = new byte[1 << 16];
    try (InputStream in = resource.getInputStream()) {
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        bytes.put(part, 0, read);
      }
    }
    return bytes.flip();
  }
}
