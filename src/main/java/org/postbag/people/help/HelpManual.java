package org.postbag.people.help;

import java.util.List;
import java.util.Set;

/// `config/needs-help.yaml`, read.
///
/// @param threshold from this probability on a sentence is a sign
/// @param sure from this probability on the desk does what the class says
/// @param classes in the order of the file: of equally pressing ones the first is named first
/// @param contexts what speaks against every class
/// @param writer the terms that stand for the writer, of the group `me`
public record HelpManual(
    double threshold,
    double sure,
    List<HelpClass> classes,
    List<Context> contexts,
    Set<String> writer) {
  /// A way of writing about such things without needing help.
  ///
  /// @param name such as `policy`
  /// @param words lines of words that stand in one sentence
  /// @param examples sentences of people who do not need help
  public record Context(String name, List<WordLine> words, List<String> examples) {
    public Context {
      words = List.copyOf(words);
      examples = List.copyOf(examples);
    }
  }

  public HelpManual {
    classes = List.copyOf(classes);
    contexts = List.copyOf(contexts);
    writer = Set.copyOf(writer);
  }
}
