package org.postbag.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.postbag.intake.KeptLetter;
import org.postbag.intake.LetterStore;
import org.postbag.ledger.State;
import org.postbag.reply.Draft;
import org.postbag.reply.DraftBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Matches the undecided letters again when the topics have changed. Letters that a person decided,
/// edited, gave a topic or put back stay as they are; a batch is one transaction. Safe for several
/// threads: what was matched by topics that changed before it was written down is matched anew.
public final class Rematching {
  private static final Logger LOG = LoggerFactory.getLogger(Rematching.class);
  private static final int BATCH = 50;

  private final ReviewQueue queue;
  private final LetterStore letters;
  private final Function<KeptLetter, Draft> answer;

  /// How often the topics changed; counted before anything is matched again.
  private final AtomicLong changes = new AtomicLong();

  private long applied;

  /// @param answer reads, screens, matches and drafts, as for a new letter
  public Rematching(ReviewQueue queue, LetterStore letters, Function<KeptLetter, Draft> answer) {
    this.queue = queue;
    this.letters = letters;
    this.answer = answer;
  }

  /// Puts letters that were just read where they belong. If the topics changed since the last time,
  /// which may have been while these were read, they are matched again.
  public synchronized void storeDrafts(DraftBatch batch) {
    queue.storeDrafts(batch);
    long now = changes.get();
    if (now != applied) {
      again(batch.drafts().stream().map(draft -> draft.kept().id()).toList());
      applied = now;
    }
  }

  /// Judges some undecided letters again, because what is common to their campaign has changed.
  public void run(List<Long> letters) {
    for (int i = 0; i < letters.size(); i += BATCH) {
      again(letters.subList(i, Math.min(i + BATCH, letters.size())));
    }
  }

  /// Goes through all undecided letters, the oldest first.
  public void run() {
    changes.incrementAndGet();
    Set<Long> done = new HashSet<>();
    all(State.WAITING, done);
    all(State.NEEDS_PERSON, done);
    LOG.info("{} undecided letters matched again", done.size());
  }

  /// @param done those that were matched already: they may have moved on to this state
  private void all(State state, Set<Long> done) {
    List<Long> batch = queue.untouched(state, 0, BATCH);
    while (!batch.isEmpty()) {
      again(batch.stream().filter(done::add).toList());
      batch = queue.untouched(state, batch.getLast(), BATCH);
    }
  }

  /// Another thread may have put newer topics in force, and gone over these letters, before they
  /// were written down here.
  private void again(List<Long> batch) {
    long before;
    do {
      before = changes.get();
      List<Draft> drafts = new ArrayList<>();
      batch.stream()
          .map(letters::find)
          .flatMap(Optional::stream)
          .forEach(kept -> answered(kept).ifPresent(drafts::add));
      queue.redoAll(drafts);
    } while (changes.get() != before);
  }

  /// A letter at which a step of ours breaks stays as it is, and the others go on.
  private Optional<Draft> answered(KeptLetter kept) {
    try {
      return Optional.of(answer.apply(kept));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Letter {} could not be matched again: {}", kept.id(), e.getClass().getName());
      LOG.debug("matching a letter again", e);
      return Optional.empty();
    }
  }
}
