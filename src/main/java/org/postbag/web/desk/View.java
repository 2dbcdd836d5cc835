package org.postbag.web.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.postbag.ledger.State;

/// The lists that staff choose from. Letters to be decided stand the oldest first, so that new ones
/// come in at the end and move nothing; decided ones the newest first.
enum View {
  WAITING("waiting", "Ready to approve", "Nothing waits for approval.", State.WAITING),
  HELP("help", "May need help", "Nobody seems to need help at once.", State.NEEDS_PERSON),
  PERSON("person", "Needs you", "No letter needs a decision of yours.", State.NEEDS_PERSON),
  SNOOZED("snoozed", "Put off", "No letter is put off.", State.SNOOZED),
  PRACTISED(
      "practised", "Approved in practice", "No reply was approved in practice.", State.PRACTISED),
  LEAVING("leaving", "On its way", "No reply is on its way.", State.APPROVED, State.SENDING),
  SENT("sent", "Sent", "No reply has been sent yet.", State.SENT),
  UNCLEAR("unclear", "Perhaps sent", "No reply is in doubt.", State.UNCLEAR),
  FAILED("failed", "Could not be sent", "Every reply could be sent.", State.FAILED),
  SET_ASIDE("set-aside", "Set aside", "Nothing was set aside.", State.SET_ASIDE),
  CLOSED("closed", "Closed", "No letter was closed.", State.CLOSED),
  ALL("all", "All letters", "No letter has these words.");

  private final String word;
  private final String title;
  private final String whenEmpty;

  @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
  private final List<State> states;

  View(String word, String title, String whenEmpty, State... states) {
    this.word = word;
    this.title = title;
    this.whenEmpty = whenEmpty;
    this.states = List.of(states);
  }

  static Optional<View> of(String word) {
    return Arrays.stream(values()).filter(view -> view.word.equals(word)).findFirst();
  }

  /// The view in which a letter of that state stands.
  static View holding(State state) {
    return Arrays.stream(values())
        .filter(view -> view != HELP && view.states.contains(state))
        .findFirst()
        .orElse(PERSON);
  }

  public String word() {
    return word;
  }

  public String title() {
    return title;
  }

  public String whenEmpty() {
    return whenEmpty;
  }

  /// Empty for all states.
  public List<State> states() {
    return states;
  }

  public boolean oldestFirst() {
    return this == WAITING || this == PERSON || this == HELP;
  }
}
