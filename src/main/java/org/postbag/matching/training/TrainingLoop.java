package org.postbag.matching.training;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.postbag.database.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Restores the current model, then trains at intervals until it is closed.
///
/// @param pause between two looks for new decisions
/// @param onTrained called after each training, and after the current model was restored
record TrainingLoop(TrainingService trainingService, Duration pause, Runnable onTrained)
    implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingService.class);

  @Override
  public void run() {
    try {
      while (!succeeds(
          this::resumed)) { // letters that came before the model was restored are matched again
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

  /// A full disk or a database that is away is not permanent, so an exception ends one round only.
  private boolean succeeds(BooleanSupplier step) {
    try {
      if (runWithinMemory(step)) {
        onTrained.run();
      }
      return true;
    } catch (RuntimeException e) {
      if (trainingService.isClosed()) {
        LOG.debug("The program ended during a training", e);
        return true;
      }
      if (DatabaseAway.reason(e).isPresent()) {
        LOG.debug("The database is away; the training is tried again", e);
        return false;
      }
      LOG.error(
          "No model can be trained at the moment; it is tried again, and letters are matched by the"
              + " previous one",
          e);
      return false;
    }
  }

  private boolean resumed() {
    trainingService.resume();
    return trainingService.current().isPresent();
  }

  /// Training needs more memory than anything else, and the program works without it. So a lack of
  /// memory is only logged; the next attempt follows after as many further decisions as usual.
  private boolean runWithinMemory(BooleanSupplier step) {
    try {
      return step.getAsBoolean();
    } catch (OutOfMemoryError _) {
      LOG.error(
          "Too little memory to train a model; letters are matched as before. Give Java more, such as by"
              + " POSTBAG_JAVA_OPTS=-Xmx512m, or keep fewer topics");
      trainingService.postponeTraining();
      return false;
    }
  }
}
