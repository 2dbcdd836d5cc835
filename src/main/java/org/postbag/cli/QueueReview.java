package org.postbag.cli;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/// `queue review`: one letter after the other, each decided by a key and Enter. Nothing is decided
/// by Enter alone, and each warning is a question of its own.
public final class QueueReview {
  static final String KEYS =
      "a approve, 1-3 another topic, n no reply is due, s skip, u undo the last, q quit";

  private final DeskApi api;
  private final PrintWriter out;
  private final UnaryOperator<String> ask;
  private final Deque<Long> decided = new ArrayDeque<>();

  /// @param ask prints a prompt and returns the line that is typed, without its end
  public QueueReview(DeskApi api, PrintWriter out, UnaryOperator<String> ask) {
    this.api = api;
    this.out = out;
    this.ask = ask;
  }

  /// Goes through the letters that wait, those for a person first.
  ///
  /// @return how many were decided, those taken back not counted
  public int run(String topic) {
    for (String state : List.of("needsPerson", "waiting")) {
      for (long letter : letters(state, topic)) {
        if (!review(letter)) {
          return decided.size();
        }
      }
    }
    say("That was the last one.");
    return decided.size();
  }

  /// All of them, read before the first is decided: deciding moves the pages' ends.
  private List<Long> letters(String state, String topic) {
    List<Long> letters = new ArrayList<>();
    Map<String, String> query = new LinkedHashMap<>(Map.of("state", state, "topic", topic));
    String next = "";
    do {
      query.put("cursor", next);
      JsonNode page = api.messages(query);
      page.path("messages").forEach(message -> letters.add(message.path("id").asLong()));
      next = page.path("next").asString("");
    } while (!next.isEmpty());
    return letters;
  }

  /// @return false to end
  private boolean review(long letter) {
    while (true) {
      JsonNode message = api.message(letter);
      if (!Set.of("waiting", "needsPerson").contains(message.path("state").asString(""))) {
        return true; // somebody else was faster
      }
      say("\n" + QueueText.page(message) + "\n" + QueueText.candidates(message));
      String key = ask.apply(KEYS + " > ").strip().toLowerCase(Locale.ROOT);
      switch (key) {
        case "q" -> {
          return false;
        }
        case "s" -> {
          return true;
        }
        case "u" -> undo();
        case "a", "n" -> {
          if (decide(message, key)) {
            return true;
          }
        }
        case "1", "2", "3" -> choose(message, Integer.parseInt(key));
        default -> say("Keys: " + KEYS);
      }
    }
  }

  private boolean decide(JsonNode message, String key) {
    try {
      JsonNode done = key.equals("a") ? approve(message) : api.reject(message);
      long letter = message.path("id").asLong();
      decided.push(letter);
      say(letter + " is " + done.path("state").asString("") + " now");
      return true;
    } catch (Failure refused) {
      say(String.valueOf(refused.getMessage()));
      return false;
    }
  }

  private JsonNode approve(JsonNode message) {
    Acknowledgement seen =
        new Acknowledgement(Set.of(), question -> "y".equalsIgnoreCase(ask.apply(question)));
    return api.approve(message, seen.of(message));
  }

  private void choose(JsonNode message, int number) {
    JsonNode candidate = message.path("candidates").path(number - 1);
    if (candidate.isMissingNode()) {
      say("There is no topic " + number + " here.");
      return;
    }
    try {
      api.assign(message, candidate.path("topic").asString(""));
    } catch (Failure refused) {
      say(String.valueOf(refused.getMessage()));
    }
  }

  private void undo() {
    if (decided.isEmpty()) {
      say("Nothing was decided yet.");
      return;
    }
    long letter = decided.peek();
    try {
      say(letter + " is " + api.undo(letter).path("state").asString("") + " again");
      decided.pop();
    } catch (Failure late) {
      say(letter + ": " + late.getMessage());
    }
  }

  private void say(String text) {
    out.println(text);
    out.flush();
  }
}
