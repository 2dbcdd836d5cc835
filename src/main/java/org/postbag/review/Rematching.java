package org.postbag.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.LetterStore;
import org.postbag.ledger.State;
import org.postbag.reply.Draft;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Matches the undecided letters again when the topics have changed. Letters that a person decided,
/// edited, gave a topic or put back stay as they are; a batch is one transaction.
public final class Rematching {
  private static final Logger LOG = LoggerFactory.getLogger(Rematching.class);
  private static final int BATCH = 50;

  private final ReviewQueue queue;
  private final LetterStore letters;
  private final Function<KeptLetter, Draft> answer;

  /// @param answer reads, screens, matches and drafts, as for a new letter
  public Rematching(ReviewQueue queue, LetterStore letters, Function<KeptLetter, Draft> answer) {
    this.queue = queue;
    this.letters = letters;
    this.answer = answer;
  }

  /// Goes through all undecided letters, the oldest first.
  public void run() {
    int letters = all(State.WAITING) + all(State.NEEDS_PERSON);
    LOG.info("{} undecided letters matched again", letters);
  }

  private int all(State state) {
    int done = 0;
    List<Long> batch = queue.untouched(state, 0, BATCH);
    while (!batch.isEmpty()) {
      queue.redoAll(
          batch.stream().map(letters::find).flatMap(Optional::stream).map(answer).toList());
      done += batch.size();
      batch = queue.untouched(state, batch.getLast(), BATCH);
    }
    return done;
  }
}
