package org.postbag.people.name;

/// Where a letter names its writer.
public enum NameSource {
  /// The display name before the address.
  DISPLAY_NAME("displayName", "name in From"),
  /// A field of a web form.
  FORM("form", "form"),
  /// The line under the letter.
  SIGNATURE("signature", "signature"),
  /// The letter's own opening: "My name is Ann Lee".
  OPENING("opening", "opening of the letter");

  private final String word;
  private final String label;

  NameSource(String word, String label) {
    this.word = word;
    this.label = label;
  }

  /// A stable word for programs.
  public String word() {
    return word;
  }

  /// For people.
  public String label() {
    return label;
  }
}
