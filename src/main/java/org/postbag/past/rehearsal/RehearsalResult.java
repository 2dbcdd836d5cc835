package org.postbag.past.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.postbag.past.rehearsal.Rehearsed.Doing;
import org.postbag.past.rehearsal.Rehearsed.Verdict;

/// What a rehearsal gave.
///
/// @param topics how many topics were in force
/// @param learned from how many answered letters of the older part
/// @param trainings how often the model was trained in between
/// @param from when the newer part begins
/// @param letters of the newer part, the oldest first
public record RehearsalResult(
    int topics, int learned, int trainings, Instant from, Instant to, List<Rehearsed> letters) {
  /// What is saved where the draft is the reply that was sent: nobody looks for its text, copies it
  /// and addresses it. To read and approve takes the rest of the time.
  public static final Duration SAVED = Duration.ofMinutes(3);

  public RehearsalResult {
    letters = List.copyOf(letters);
  }

  public List<Rehearsed> drafted(Verdict verdict) {
    return letters.stream()
        .filter(one -> one.verdict().filter(verdict::equals).isPresent())
        .toList();
  }

  public int count(Doing doing) {
    return count(one -> one.doing() == doing);
  }

  public int count(Verdict verdict) {
    return drafted(verdict).size();
  }

  public int help() {
    return count(Rehearsed::help);
  }

  /// Letters that were really answered with the standard reply of a topic: what could be drafted.
  public int answerable() {
    return count(Rehearsed::hadStandardReply);
  }

  private int count(Predicate<Rehearsed> which) {
    return (int) letters.stream().filter(which).count();
  }

  /// Of the drafts for letters that were answered with a standard reply, the share that is that
  /// reply; not a number when there are none.
  public double right() {
    return (double) count(Verdict.SAME) / (count(Verdict.SAME) + count(Verdict.OTHER));
  }

  /// Of the letters that were answered with a topic's standard reply, the share for which it would
  /// have been drafted.
  public double coverage() {
    return (double) count(Verdict.SAME) / answerable();
  }

  /// Campaigns with more than one letter in the newer part.
  public long campaigns() {
    return letters.stream()
        .map(Rehearsed::campaign)
        .filter(OptionalLong::isPresent)
        .distinct()
        .count();
  }

  public int inCampaigns() {
    return count(one -> one.campaign().isPresent());
  }

  public Duration saved() {
    return SAVED.multipliedBy(count(Verdict.SAME));
  }
}
