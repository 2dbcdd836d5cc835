package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.upkeep.retention.Retention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `retention`: what is to be erased by age, and erases it.
@Command(
    name = "retention",
    description = {
      "Shows which letters have been kept for as long as postbag.retention allows. The daemon erases them"
          + " once a day; --run does so now.",
    })
final class RetentionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--run", description = "Erases them.")
  private boolean run;

  @Option(names = "--json", description = "Prints one JSON object a line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    PostbagCommand postbag = LetterDatabase.postbag(spec);
    PrintWriter out = spec.commandLine().getOut();
    if (run && RunningDaemon.runs(postbag)) {
      JsonNode done =
          RunningDaemon.api(postbag, null, spec.commandLine().getErr())
              .postPatiently("retention/run", JsonMapper.shared().createObjectNode());
      out.println(done.path("letters").asInt() + " letters erased");
      return 0;
    }
    try (OfflineUpkeep upkeep = OfflineUpkeep.open(postbag, spec.commandLine().getErr())) {
      Retention retention = upkeep.retention(run);
      if (retention.settings().isNone()) {
        out.println("postbag.retention is not set: letters are kept until somebody erases them");
        return 0;
      }
      if (run) {
        out.println(retention.run(PersonCommand.TERMINAL) + " letters erased");
      } else {
        retention.preview().forEach(due -> print(out, due));
      }
    }
    return 0;
  }

  private void print(PrintWriter out, Retention.Due due) {
    String topic = due.topic().isEmpty() ? "no topic" : due.topic();
    if (json) {
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      line.put("state", due.state().label());
      line.put("topic", due.topic().isEmpty() ? null : due.topic());
      line.put("days", due.kept().toDays());
      line.put("letters", due.letters().size());
      JsonLine.print(line, out);
      return;
    }
    out.printf(
        "%-12s %-24s kept %5d days: %,d letters%n",
        due.state().label(), topic, due.kept().toDays(), due.letters().size());
  }
}
