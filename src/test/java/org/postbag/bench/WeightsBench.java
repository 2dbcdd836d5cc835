package org.postbag.bench;

import java.io.IOException;
import org.postbag.classifier.ShippedWeights;

/// `bin/bench weights OUT.properties TOPICS REPLIES LETTERS.tsv…` fits the shipped weights again.
public final class WeightsBench {
  private WeightsBench() {}

  public static void main(String[] arguments) throws IOException {
    ShippedWeights.main(arguments);
  }
}
