package org.postbag.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.postbag.sending.SendKillRun;

/// `bin/soak send [REPLIES] [KILLS]`: approved replies flow out while the program is killed at
/// every named crash point and at any command, as often into its life as chance chooses.
public final class SendSoak {
  private SendSoak() {}

  public static void main(String[] arguments) throws Exception {
    int replies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
    int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
    Path folder = Files.createTempDirectory("postbag-soak");
    SendKillRun.Result result = new SendKillRun(folder, System.nanoTime()).run(replies, kills);
    System.out.println(result + " in " + folder);
    System.exit(result.faults().isEmpty() && result.ledgerStands() ? 0 : 1);
  }
}
