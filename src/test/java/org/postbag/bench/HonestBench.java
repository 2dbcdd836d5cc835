package org.postbag.bench;

import java.io.IOException;
import org.postbag.classifier.CrossFit;

/// `bin/bench honest TOPICS REPLIES LETTERS.tsv…` measures on topics and letters held out.
public final class HonestBench {
  private HonestBench() {}

  public static void main(String[] arguments) throws IOException {
    CrossFit.main(arguments);
  }
}
