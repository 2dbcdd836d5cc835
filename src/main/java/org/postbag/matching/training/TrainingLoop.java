package org.postbag.matching.training;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the last step in force, and learns from then on, until it is closed.
///
/// @param pause between two looks at what is new
/// @param learned what to do after each step, and after the last one was put in force again
record TrainingLoop(TrainingService trainingService, Duration pause, Runnable onTrained) implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingService.class);

  @Override
  public void run() {
    try {
      while (!succeeds(this::resumed)) { // for letters that came before this was done
        Thread.sleep(pause);
      }
      while (!trainingService.isClosed()) {
        Thread.sleep(pause);
        succeeds(() -> trainingService.train().isPresent());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A full disk, or a database that is away, is not for ever.
  private boolean succeeds(BooleanSupplier step) {
    try {
      if (runWithinMemory(step)) {
        onTrained.run();
      }
      return true;
    } catch (RuntimeException e) {
      if (trainingService.isClosed()) {
        LOG.debug("The program ended while something was learned", e);
        return true;
      }
      LOG.error(
          "Nothing can be learned at the moment, and it is tried again; letters are matched"
              + " as before",
          e);
      return false;
    }
  }

  private boolean resumed() {
    trainingService.resume();
    return trainingService.current().isPresent();
  }

  /// A step takes more memory than all else, and the program does without it. So when that does
  /// not suffice, it is only said; it is tried again after as many decisions as any other.
  private boolean runWithinMemory(BooleanSupplier step) {
    try {
      return step.getAsBoolean();
    } catch (OutOfMemoryError _) {
      LOG.error(
          "Too little memory to learn; letters are matched as before. Give Java more, such as by"
              + " POSTBAG_JAVA_OPTS=-Xmx512m, or keep fewer topics");
      trainingService.postponeTraining();
      return false;
    }
  }
}
