package org.postbag.people.help;

import java.util.List;

/// One class of `config/needs-help.yaml`: a kind of help.
///
/// @param name the stable word, such as `self-harm`
/// @param title a few words for a list
/// @param sentence what staff are told
/// @param handling what the desk does
/// @param words lines of words that stand in one sentence
/// @param against lines of words that take this class's words back
/// @param examples sentences of people who need this help
public record HelpClass(
    String name,
    String title,
    String sentence,
    Handling handling,
    List<WordLine> words,
    List<WordLine> against,
    List<String> examples) {
  /// What the desk does with a letter of a class, the most pressing first.
  public enum Handling {
    /// At the top of every list.
    URGENT,
    /// Before a person, with the words marked.
    CAREFUL,
    /// The words are marked, and the letter goes its usual way.
    SHOW
  }

  public HelpClass {
    words = List.copyOf(words);
    against = List.copyOf(against);
    examples = List.copyOf(examples);
  }
}
