package org.postbag.bench;

import java.io.IOException;
import org.postbag.matching.learned.ShippedWeights;

/// `bin/bench weights OUT.properties TOPICS REPLIES LETTERS.tsv…` fits the shipped weights again.
public final class WeightsBench {
  private WeightsBench() {}

  public static void main(String[] arguments) throws IOException {
    ShippedWeights.main(arguments);
  }
}
