package org.postbag.bench;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.postbag.catalog.TopicId;
import org.postbag.classifier.text.IntIndex;
import org.postbag.classifier.text.Passage;
import org.postbag.classifier.text.SparseVector;
import org.postbag.matching.Example;
import org.postbag.matching.TopicMatcher;

/// liblinear's SVM, one topic against the rest, as `topics evaluate` compares with.
final class MatchSvm {
  /// Its table holds a number of eight bytes for each feature and topic.
  private static final int MOST_EXAMPLES = 1_000;

  private static final double COST = 1;
  private static final double TOLERANCE = 0.1;

  private final TopicMatcher reads;
  private final IntIndex numbers = new IntIndex(1 << 16);
  private final List<TopicId> topics = new ArrayList<>();
  private Model model = new Model();

  private MatchSvm(TopicMatcher reads) {
    this.reads = reads;
  }

  /// Learns from the newest decided letters; without any, from five letters on each topic.
  static MatchSvm learn(MatchPost post) {
    MatchSvm svm = new MatchSvm(TopicMatcher.of(MatchLetters.catalog(post.topics())));
    int decided = post.decided() == 0 ? 5 * post.topics() : post.decided();
    MatchPost taught = new MatchPost(post.topics(), Math.min(MOST_EXAMPLES, decided), post.words());
    svm.learn(taught.newestDecided(MOST_EXAMPLES));
    return svm;
  }

  private void learn(List<Example> examples) {
    Problem problem = new Problem();
    problem.l = examples.size();
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      SparseVector sparseVector = reads.vector(examples.get(i).letter());
      sparseVector.forEach((feature, value) -> numbers.add(feature));
      problem.x[i] = known(sparseVector);
      problem.y[i] = number(examples.get(i).topic().orElseThrow());
    }
    problem.n = numbers.size();
    Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, TOLERANCE);
    parameter.setRandom(new Random(0));
    model = Linear.train(problem, parameter);
  }

  private int number(TopicId topic) {
    if (!topics.contains(topic)) {
      topics.add(topic);
    }
    return topics.indexOf(topic);
  }

  private Feature[] known(SparseVector sparseVector) {
    List<FeatureNode> known = new ArrayList<>(sparseVector.size());
    for (int i = 0; i < sparseVector.size(); i++) {
      int number = numbers.of(sparseVector.feature(i)) + 1;
      if (number > 0) {
        known.add(new FeatureNode(number, sparseVector.value(i)));
      }
    }
    Feature[] ascending = known.toArray(Feature[]::new);
    Arrays.sort(ascending, Comparator.comparingInt(Feature::getIndex));
    return ascending;
  }

  TopicId topic(Passage letter) {
    return topics.get((int) Linear.predict(model, known(reads.vector(letter))));
  }
}
