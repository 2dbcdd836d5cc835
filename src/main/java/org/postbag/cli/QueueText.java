package org.postbag.cli;

import java.util.LinkedHashSet;
import java.util.Set;
import org.postbag.ledger.Reason;
import tools.jackson.databind.JsonNode;

/// Letters of the API as text for a terminal. A stranger wrote them: control characters, with which
/// a terminal could be steered, are left out.
final class QueueText {
  private QueueText() {}

  static String line(JsonNode message) {
    return "%6s  %-11s  %-20s  %-30s  %s"
        .formatted(
            message.path("id").asString(""),
            word(message, "state"),
            topics(message),
            cut(word(message, "from"), 30),
            cut(word(message, "subject"), 60) + warnings(message));
  }

  /// What must be seen first, in short.
  private static String warnings(JsonNode message) {
    Set<String> words = new LinkedHashSet<>();
    message.path("warnings").forEach(warning -> words.add(word(warning, "word")));
    return words.isEmpty() ? "" : "  [" + String.join(", ", words) + "]";
  }

  static String page(JsonNode message) {
    JsonNode reply = message.path("reply");
    StringBuilder page = new StringBuilder();
    page.append(line(message)).append("\n\n");
    page.append(text(message.path("visibleText").asString(""))).append("\n");
    if (!word(message, "answer").isEmpty()) {
      page.append("\n").append(refused(message)).append("\n");
    } else if (!word(message, "reason").isEmpty()) {
      page.append("\nA person must decide. ")
          .append(Reason.of(word(message, "reason")).sentence())
          .append("\n");
    }
    message.path("warnings").forEach(warning -> page.append("\n").append(warning(warning)));
    if (reply.isObject()) {
      page.append("\n--- the reply, to ").append(word(reply, "to")).append(" ---\n");
      page.append("Subject: ").append(word(reply, "subject")).append("\n\n");
      page.append(text(reply.path("text").asString("")));
    }
    return page.toString().stripTrailing();
  }

  /// A warning, first the word by which it is acknowledged.
  static String warning(JsonNode warning) {
    return "Warning, " + word(warning, "word") + ": " + word(warning, "sentence");
  }

  /// The likeliest topics, numbered from 1; nothing where there is none.
  static String candidates(JsonNode message) {
    StringBuilder text = new StringBuilder();
    int number = 1;
    for (JsonNode candidate : message.path("candidates")) {
      if (number > 3) {
        break;
      }
      text.append(
          "%n%d  %s (%.0f %%)"
              .formatted(
                  number++,
                  word(candidate, "topic"),
                  100 * candidate.path("probability").asDouble(0)));
    }
    return text.toString();
  }

  /// The mail server's own words, and when it is asked again.
  private static String refused(JsonNode message) {
    String next = word(message, "nextTry");
    return "The reply was not sent. %s The mail server said: %s%s"
        .formatted(
            Reason.of(word(message, "reason")).sentence(),
            word(message, "answer"),
            next.isEmpty() ? "" : "\nIt is tried again at " + next);
  }

  /// Both, of a letter on two matters.
  private static String topics(JsonNode message) {
    String second = word(message, "also");
    return word(message, "topic") + (second.isEmpty() ? "" : " + " + second);
  }

  private static String word(JsonNode object, String name) {
    return object.path(name).asString("").replaceAll("\\p{Cntrl}", " ");
  }

  private static String cut(String text, int length) {
    return text.length() > length ? text.substring(0, length - 1) + "…" : text;
  }

  private static String text(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
  }
}
