package org.postbag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postbag.demo.Demo;
import org.postbag.demo.DemoFolder;
import org.postbag.demo.SampleLetter;
import org.postbag.demo.SampleMailbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `demo`: the whole program with a mail server and letters of its own.
@Command(
    name = "demo",
    description = {
      "Everything with nothing to set up: a mail server in memory with a sample mailbox,"
          + " the daemon, and the desk.",
      "Prints the address with a link that signs you in.",
      "Nothing leaves this machine; what you send is shown at /demo/sent.",
      "Without --data all of it is removed at the end.",
    })
public final class DemoCommand implements Callable<Integer> {
  private static final int USUAL_PORT = 8080;
  private static final int MOST_LETTERS = 1_000_000;

  @ParentCommand private PostbagCommand postbag = new PostbagCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The desk's port; 0 picks a free one. Default: 8080, or a free one if taken.")
  private @Nullable Integer port;

  @Option(
      names = "--messages",
      paramLabel = "N",
      description =
          "How many letters; above the written ones, more are put together from their sentences.")
  private @Nullable Integer messages;

  @Option(
      names = "--exit-after",
      paramLabel = "SECONDS",
      description = "Ends by itself after so long, for scripts.")
  private @Nullable Long exitAfter;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<SampleLetter> letters = letters();
    int deskPort = port();
    Duration atMost = exitAfter == null ? Duration.ofDays(3650) : Duration.ofSeconds(exitAfter);
    try (UntilStopped running = new UntilStopped();
        DemoFolder folder = folder();
        Demo demo = Demo.start(folder, deskPort, InstantSource.system())) {
      boolean again = demo.holdsLetters();
      if (!again) {
        demo.letArrive(letters);
      }
      tell(demo, again ? "The letters of the last time are still here." : arriving(letters.size()));
      running.await(atMost);
    }
    return ExitCode.OK;
  }

  private List<SampleLetter> letters() {
    if (messages == null) {
      return SampleMailbox.letters(SampleMailbox.written().size());
    }
    if (messages < 1 || messages > MOST_LETTERS) {
      throw new ParameterException(spec.commandLine(), "--messages: 1 to " + MOST_LETTERS);
    }
    return SampleMailbox.letters(messages);
  }

  private int port() {
    if (port == null) {
      return isFree(USUAL_PORT) ? USUAL_PORT : 0;
    }
    if (port < 0 || port > 65_535) {
      throw new ParameterException(spec.commandLine(), "--port: 0 to 65535");
    }
    return port;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private DemoFolder folder() throws IOException {
    Path config = postbag.config();
    if (!Files.isDirectory(config.resolve("topics"))) {
      throw Failure.usage(config + ": there are no topics here; name the folder with --config");
    }
    try {
      return postbag.dataGiven()
          ? DemoFolder.lasting(config, postbag.data())
          : DemoFolder.passing(config);
    } catch (IllegalArgumentException notOurs) {
      throw Failure.usage(postbag.data() + ": " + notOurs.getMessage());
    }
  }

  private static String arriving(int letters) {
    return letters == 1
        ? "One letter is on its way."
        : letters + " letters come: most at once, the others over a minute.";
  }

  private void tell(Demo demo, String letters) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("The demo runs. Open this link; it signs you in, once:");
    out.println();
    out.println("  " + demo.signInLink());
    out.println();
    out.println("The desk      " + demo.address());
    out.println("Sent mail     " + demo.address().resolve("/demo/sent"));
    out.println("Configuration " + demo.config() + "  (change a topic or a reply and save it)");
    out.println(letters + " Approved replies leave after " + Demo.UNDO_WINDOW.toSeconds() + " s.");
    out.println("Ctrl-C ends the demo.");
    out.flush();
  }
}
