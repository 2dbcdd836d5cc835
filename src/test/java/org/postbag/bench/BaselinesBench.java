package org.postbag.bench;

import java.util.ArrayList;
import java.util.List;
import org.postbag.cli.TopicsEvaluateCommand;
import org.postbag.cli.evaluation.Baseline;
import picocli.CommandLine;

/// `bin/bench baselines OPTIONS` is `topics evaluate OPTIONS` beside a linear SVM with the same
/// features, and fastText where it is installed.
public final class BaselinesBench {
  private BaselinesBench() {}

  public static void main(String[] options) {
    List<Baseline> baselines = new ArrayList<>(List.of(new LinearSvm()));
    FastText.installed().ifPresent(baselines::add);
    System.exit(new CommandLine(new TopicsEvaluateCommand(baselines)).execute(options));
  }
}
