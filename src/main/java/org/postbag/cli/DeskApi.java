package org.postbag.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The running daemon's API, as the terminal uses it.
public final class DeskApi {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration MUCH_PATIENCE = Duration.ofHours(1);

  private final URI address;
  private final String token;
  private final JsonMapper json = new JsonMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  public DeskApi(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  /// A page of letters.
  ///
  /// @param query only entries with a value are sent
  JsonNode messages(Map<String, String> query) {
    String parameters =
        query.entrySet().stream()
            .filter(entry -> !entry.getValue().isBlank())
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return call(HttpRequest.newBuilder(at("messages?" + parameters)).GET());
  }

  JsonNode message(long id) {
    return call(HttpRequest.newBuilder(at("messages/" + id)).GET());
  }

  /// Closes a letter as it was read.
  JsonNode reject(JsonNode message) {
    return decide(message, "reject", json.createObjectNode());
  }

  /// Approves the reply to a letter as it was read.
  ///
  /// @param acknowledged the words of the warnings that were seen
  JsonNode approve(JsonNode message, Set<String> acknowledged) {
    ObjectNode body = json.createObjectNode();
    acknowledged.forEach(body.putArray("acknowledged")::add);
    return decide(message, "approve", body);
  }

  /// Puts a letter as it was read to another topic.
  JsonNode assign(JsonNode message, String topic) {
    return decide(message, "assign-topic", json.createObjectNode().put("topic", topic));
  }

  /// Takes an approval or a closing back; a closed letter is opened again.
  JsonNode undo(long letter) {
    boolean closed = message(letter).path("state").asString("").equals("closed");
    return post("messages/" + letter + (closed ? "/reopen" : "/undo"), json.createObjectNode());
  }

  private JsonNode decide(JsonNode message, String decision, ObjectNode body) {
    body.put("version", message.path("version").asInt());
    return call(
        HttpRequest.newBuilder(at("messages/" + message.path("id").asLong() + "/" + decision))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /// What stands at a path below `/api/v1/`.
  JsonNode get(String path) {
    return call(HttpRequest.newBuilder(at(path)).GET());
  }

  /// Sends an object to a path below `/api/v1/`.
  JsonNode post(String path, ObjectNode body) {
    return call(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /// [#post] for work that reads or writes the whole database.
  JsonNode postPatiently(String path, ObjectNode body) {
    return call(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())),
        MUCH_PATIENCE);
  }

  /// The folders that are read.
  JsonNode mailboxes() {
    return call(HttpRequest.newBuilder(at("mailboxes")).GET());
  }

  /// Withdraws the current model. Returns the one in use then, without fields when there is none.
  JsonNode undoModel() {
    return call(HttpRequest.newBuilder(at("topics/model")).DELETE());
  }

  /// Compares a mailbox with what is kept; a list with one entry for each of its folders.
  JsonNode reconcile(String mailbox) {
    return call(
        HttpRequest.newBuilder(at("mailboxes/" + encoded(mailbox) + "/reconcile"))
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  /// Ends every pause of a mailbox.
  JsonNode tryNow(String mailbox) {
    return call(
        HttpRequest.newBuilder(at("mailboxes/" + encoded(mailbox) + "/try-now"))
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  private URI at(String path) {
    return address.resolve("/api/v1/" + path);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private JsonNode call(HttpRequest.Builder request) {
    return call(request, PATIENCE);
  }

  private JsonNode call(HttpRequest.Builder request, Duration patience) {
    HttpRequest complete =
        request
            .timeout(patience)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .build();
    try {
      HttpResponse<String> answer = http.send(complete, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 == 2) {
        return json.readTree(answer.body());
      }
      throw Failure.work(objection(answer));
    } catch (ConnectException nobody) {
      throw Failure.work("no daemon answers at " + address + "; start it with `bin/postbag run`");
    } catch (IOException broken) {
      throw Failure.work("the daemon at " + address + " does not answer: " + broken.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Failure.work("interrupted");
    }
  }

  private String objection(HttpResponse<String> answer) {
    if (answer.statusCode() == 401) {
      return "the daemon does not accept the token; make one with `bin/postbag user token NAME`";
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    String said =
        type.contains("json") ? json.readTree(answer.body()).path("detail").asString("") : "";
    return said.isEmpty() ? "the daemon answers with status " + answer.statusCode() : said;
  }
}
