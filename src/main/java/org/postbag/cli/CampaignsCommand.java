package org.postbag.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `campaigns …`: letters in nearly the same words, and what staff say of them, through the API of
/// the running daemon.
@Command(
    name = "campaigns",
    description =
        "Letters in nearly the same words, and what staff say of them; through the API of the running"
            + " daemon.")
public final class CampaignsCommand implements Runnable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParentCommand private PostbagCommand postbag = new PostbagCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--token",
      scope = ScopeType.INHERIT,
      paramLabel = "TOKEN",
      description = "An API token; default: POSTBAG_TOKEN, or the daemon's own on this machine.")
  private @Nullable String token;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "One JSON object a line.")
  private boolean json;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "campaigns: say what to do");
  }

  @Command(name = "list", description = "Lists the campaigns, the largest first.")
  void list() {
    api().get("campaigns").forEach(campaign -> print(campaign, line(campaign)));
  }

  @Command(name = "show", description = "Shows what a campaign's letters have in common.")
  void show(@Parameters(paramLabel = "ID", description = "The campaign.") long id) {
    JsonNode campaign = api().get("campaigns/" + id);
    StringBuilder text = new StringBuilder(line(campaign));
    campaign
        .path("sentences")
        .forEach(sentence -> text.append("\n  | ").append(sentence.asString()));
    print(campaign, text.toString());
  }

  @Command(name = "name", description = "Gives a campaign a name.")
  void name(
      @Parameters(paramLabel = "ID", description = "The campaign.") long id,
      @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    change(id, "name", JSON.createObjectNode().put("name", name));
  }

  @Command(name = "pin", description = "Puts a campaign on a topic, whatever the matcher says.")
  void pin(
      @Parameters(paramLabel = "ID", description = "The campaign.") long id,
      @Parameters(
              paramLabel = "TOPIC",
              arity = "0..1",
              description = "The topic; none takes it back.")
          @Nullable String topic) {
    change(id, "pin", JSON.createObjectNode().put("topic", topic));
  }

  @Command(name = "close", description = "Says that a campaign is over.")
  void close(
      @Parameters(paramLabel = "ID", description = "The campaign.") long id,
      @Option(names = "--reopen", description = "It is not over.") boolean reopen) {
    change(id, "close", JSON.createObjectNode().put("closed", !reopen));
  }

  @Command(name = "merge", description = "Makes two campaigns one.")
  void merge(
      @Parameters(paramLabel = "ID", description = "The campaign that stays.") long id,
      @Parameters(paramLabel = "OTHER", description = "The one that becomes part.") long other) {
    change(id, "merge", JSON.createObjectNode().put("campaign", other));
  }

  @Command(name = "split", description = "Takes letters out, as a campaign of their own.")
  void split(
      @Parameters(paramLabel = "ID", description = "The campaign.", index = "0") long id,
      @Parameters(
              paramLabel = "LETTER",
              index = "1..*",
              arity = "1..*",
              description = "The letters.")
          List<Long> letters) {
    ObjectNode body = JSON.createObjectNode();
    letters.forEach(body.putArray("letters")::add);
    JsonNode done = api().post("campaigns/" + id + "/split", body);
    print(done, "campaign " + done.path("made").asLong() + " was taken out of " + id);
  }

  private void change(long id, String what, ObjectNode body) {
    JsonNode campaign = api().post("campaigns/" + id + "/" + what, body);
    print(campaign, line(campaign));
  }

  private static String line(JsonNode campaign) {
    String name = campaign.path("name").asString("");
    String about = name.isEmpty() ? campaign.path("subject").asString("") : name;
    return String.format(
        Locale.ROOT,
        "%d  %s  %d letters, %d to decide, %s to %s%s%s",
        campaign.path("id").asLong(),
        about.isBlank() ? "(no subject)" : about,
        campaign.path("letters").asLong(),
        campaign.path("undecided").asLong(),
        day(campaign, "first"),
        day(campaign, "last"),
        campaign.path("topic").isNull() ? "" : ", on " + campaign.path("topic").asString(""),
        campaign.path("closed").asBoolean() ? ", closed" : "");
  }

  private static String day(JsonNode campaign, String which) {
    String at = campaign.path(which).asString("");
    return at.substring(0, Math.min(10, at.length()));
  }

  private void print(JsonNode object, String text) {
    spec.commandLine().getOut().println(json ? object.toString() : text);
    spec.commandLine().getOut().flush();
  }

  private DeskApi api() {
    return RunningDaemon.api(postbag, token, spec.commandLine().getErr());
  }
}
