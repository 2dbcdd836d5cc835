package org.postbag.ledger;

/// Who changed a letter's state: a member of staff by sign-in name, or the program itself.
public record Actor(String name) {
  /// The program.
  public static final Actor POSTBAG = new Actor("postbag");

  public Actor {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an actor needs a name");
    }
  }
}
