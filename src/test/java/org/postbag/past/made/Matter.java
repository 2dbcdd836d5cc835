package org.postbag.past.made;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One of the matters of `matters.txt`.
///
/// @param changes in their order: which paragraph of the reply gets which new words
/// @param optional a paragraph that only some replies have; empty where there is none
/// @param campaign a letter that many send; empty where there is none
public record Matter(
    String name,
    List<String> subjects,
    List<String> sentences,
    List<String> reply,
    List<Map.Entry<Integer, String>> changes,
    String optional,
    String campaign) {
  /// All matters, in the order of the file.
  public static List<Matter> all() {
    List<Matter> all = new ArrayList<>();
    for (String line : Words.lines("matters.txt")) {
      String value = line.substring(line.indexOf(':') + 1).strip();
      switch (line.substring(0, line.indexOf(':'))) {
        case "matter" -> all.add(named(value));
        case "subject" -> all.getLast().subjects().add(value);
        case "say" -> all.getLast().sentences().add(value);
        case "reply" -> all.getLast().reply().add(value);
        case "changed" -> all.getLast().changes().add(change(value));
        case "some" -> all.add(all.removeLast().withOptional(value));
        case "campaign" -> all.add(all.removeLast().withCampaign(value.replace("\\n", "\n")));
        default -> throw new IllegalStateException("matters.txt: " + line);
      }
    }
    return List.copyOf(all);
  }

  private static Matter named(String name) {
    return new Matter(
        name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), "", "");
  }

  private static Map.Entry<Integer, String> change(String value) {
    String[] parts = value.split("\\|", 2);
    return Map.entry(Integer.parseInt(parts[0].strip()) - 1, parts[1].strip());
  }

  private Matter withOptional(String paragraph) {
    return new Matter(name, subjects, sentences, reply, changes, paragraph, campaign);
  }

  private Matter withCampaign(String text) {
    return new Matter(name, subjects, sentences, reply, changes, optional, text);
  }

  /// How many wordings its reply has had.
  public int wordings() {
    return changes.size() + 1;
  }

  /// The paragraphs of the reply in that wording, counted from 0.
  public List<String> reply(int wording) {
    List<String> paragraphs = new ArrayList<>(reply);
    changes
        .subList(0, wording)
        .forEach(change -> paragraphs.set(change.getKey(), change.getValue()));
    return paragraphs;
  }
}
