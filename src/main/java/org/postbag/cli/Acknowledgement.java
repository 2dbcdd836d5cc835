package org.postbag.cli;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Which of a letter's warnings a person at the terminal has seen: those named on the command line,
/// and those to which they say yes.
///
/// @param named on the command line, for every letter
/// @param ask puts a question; true for yes
record Acknowledgement(Set<String> named, Predicate<String> ask) {
  /// Asks for each warning that was not named. What is answered with no is left out, and the daemon
  /// refuses the approval.
  Set<String> of(JsonNode message) {
    Set<String> seen = new HashSet<>();
    Set<String> open = new HashSet<>();
    for (JsonNode warning : message.path("warnings")) {
      String word = warning.path("word").asString("");
      boolean yes = named.contains(word) || ask.test(question(message, warning));
      (yes ? seen : open).add(word);
    }
    seen.removeAll(open); // several warnings of one word are seen when each of them is
    return seen;
  }

  private static String question(JsonNode message, JsonNode warning) {
    String letter = message.path("id").asString("");
    return "Letter " + letter + ". " + QueueText.warning(warning) + " Seen? (y/N) ";
  }
}
