package org.postbag.ledger;

/// The help that a writer may need: a person reads such a letter, and soon. What the classes are
/// stands in `config/needs-help.yaml`, so any word may follow.
///
/// @param label the class alone, such as `self-harm`
/// @param urgent true for a letter that stands at the top of the list; an old row does not tell
public record HelpReason(String label, boolean urgent) implements ReviewReason {
  private static final String PREFIX = "needs-help-";

  static boolean isOne(String word) {
    return word.startsWith(PREFIX) && word.length() > PREFIX.length();
  }

  static HelpReason of(String word) {
    return new HelpReason(word.substring(PREFIX.length()), false);
  }

  @Override
  public String word() {
    return PREFIX + label;
  }

  @Override
  public String brief() {
    return "May need help: " + words();
  }

  @Override
  public String sentence() {
    return "Somebody may need help: " + words() + ".";
  }

  private String words() {
    return label.replace('-', ' ');
  }
}
