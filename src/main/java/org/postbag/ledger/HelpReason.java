package org.postbag.ledger;

import java.util.Locale;

/// The help that a writer may need: a person reads such a letter, and soon.
public enum HelpReason implements ReviewReason {
  SELF_HARM(
      "Read soon: self-harm?",
      "Please read this soon: the writer may be thinking of harming themselves."),
  THREAT("Read with care: threat?", "Please read this with care: it may hold a threat."),
  ABUSE("May need help: violence at home", "The writer may be living with violence at home."),
  HOUSING("May need help: home", "The writer may need help with their home."),
  BENEFITS("May need help: benefits", "The writer may need help with benefits or a pension."),
  IMMIGRATION(
      "May need help: immigration", "The writer may need help with their own immigration case."),
  HEALTH("May need help: health", "The writer may need help with care or treatment."),
  BEREAVEMENT("May need help: bereavement", "Somebody close to the writer may have died.");

  private final String brief;
  private final String sentence;

  HelpReason(String brief, String sentence) {
    this.brief = brief;
    this.sentence = sentence;
  }

  /// The kind of help alone, such as `self-harm`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String word() {
    return "needs-help-" + label();
  }

  @Override
  public String brief() {
    return brief;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
