package org.postbag.ledger;

import java.util.Locale;

/// What was done with a draft, by a person or by the program.
public enum DecisionReason implements Reason {
  DRAFTED("A reply was drafted."),
  MATCHED_AGAIN("Its topic was looked for again with what was learned since."),
  APPROVED("The reply was approved."),
  PRACTISED("The reply was approved in practice: a dry run holds, and nothing leaves."),
  PRACTICE_ENDED("The dry run has ended; what was approved in it does not leave by itself."),
  DRY_RUN_BEGAN("A dry run began: approved replies stay."),
  DRY_RUN_ENDED("The dry run ended: approved replies leave."),
  UNDONE("The approval was taken back."),
  EDITED("The reply was changed."),
  WRITTEN("A reply was written by hand."),
  PICKED("A standard reply was picked by hand."),
  PASSED_ON("A message was written that forwards the letter."),
  READDRESSED("The address of the reply was corrected."),
  NOTED("A note was written on the letter."),
  HANDED_BACK("Nobody has the letter in hand any more."),
  SNOOZED("The letter was put off to a later time."),
  WOKEN("The time came to which the letter was put off."),
  REOPENED("The letter was reopened."),
  ERASED("The letter was erased, with everything that was read in it or answered to it."),
  ERASED_BY_AGE("The letter was erased because it had been kept for as long as it may be."),
  EXPORTED("Everything that is kept of a correspondent was exported."),
  HELD("A legal hold began: what it covers is not erased."),
  HOLD_ENDED("A legal hold ended."),
  OFFICE_ENDED("The office ended: all letters were erased."),
  NO_REPLY_NEEDED("No reply is needed.");

  private final String sentence;

  DecisionReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
