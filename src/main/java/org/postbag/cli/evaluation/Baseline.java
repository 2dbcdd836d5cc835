package org.postbag.cli.evaluation;

import java.util.List;
import org.postbag.classifier.text.SparseVector;

/// Another classifier, put through the same test.
public interface Baseline {
  String name();

  /// Learns from the examples and guesses the tests; `refused` by a rule of its own. A confidence
  /// outside of 0 to 1 means that it gives no probabilities.
  List<RankedLabel> guesses(Task task);

  /// The test as a rival gets it.
  ///
  /// @param labels the label of each example
  /// @param texts the text of each example
  /// @param vectors the features of each example, the same that the matcher has
  /// @param tests the letters to classify
  /// @param testVectors their features
  record Task(
      List<String> labels,
      List<String> texts,
      List<SparseVector> vectors,
      List<LabelledLine> tests,
      List<SparseVector> testVectors) {
    public Task {
      labels = List.copyOf(labels);
      texts = List.copyOf(texts);
      vectors = List.copyOf(vectors);
      tests = List.copyOf(tests);
      testVectors = List.copyOf(testVectors);
    }
  }
}
