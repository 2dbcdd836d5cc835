package org.postbag.upkeep.figures;

import java.util.Locale;

/// What is counted. The names are those of rows: they never change.
public enum Event {
  /// A letter came.
  LETTER,
  /// It got a draft, ready to approve.
  DRAFTED,
  /// It was left to a person.
  PERSON,
  /// A machine wrote it.
  SET_ASIDE,
  /// A reply was approved.
  APPROVED,
  /// A person had changed it before.
  EDITED,
  /// It was on the topic that the program had proposed.
  RIGHT,
  /// A person took another topic in place of this one.
  CORRECTED,
  /// A person chose this topic in place of another, or of none.
  CHOSEN,
  /// A person said that no reply is due.
  CLOSED,
  /// The reply left.
  SENT,
  /// The writer lives in the constituency, or it cannot be told.
  HOME_HERE,
  /// The writer lives elsewhere.
  HOME_ELSEWHERE,
  /// The letter does not say where.
  HOME_NOT_SAID;

  /// As a column is called: `letter`, `set-aside`.
  public String label() {
    return word();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Event of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
