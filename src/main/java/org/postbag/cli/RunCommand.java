package org.postbag.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.postbag.Daemon;
import org.postbag.settings.Settings;
import org.postbag.upkeep.health.HealthChecks;
import org.postbag.web.OneTimeLinks;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `run`: the daemon, until SIGTERM or SIGINT.
@Command(
    name = "run",
    description = {
      "Reads the mailboxes, serves the desk and the API, sends what is approved.",
      "Stops cleanly on SIGTERM, within 10 s.",
      "Logs on standard error; with POSTBAG_LOG=ecs, as JSON by the Elastic Common Schema."
    })
public final class RunCommand implements Callable<Integer> {
  @ParentCommand private PostbagCommand postbag = new PostbagCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    LogLevel.set("INFO");
    LogLevel.format(postbag.environment());
    Settings settings = SettingsFile.read(postbag, spec.commandLine().getErr());
    CountDownLatch stopped = new CountDownLatch(1);
    try (Daemon daemon = Daemon.start(settings)) {
      var _ = daemon.replaced().thenRun(stopped::countDown);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(daemon, stopped), "stop"));
      out.println("The desk is at " + daemon.address());
      daemon
          .door(OneTimeLinks.class)
          .setUpPath()
          .ifPresent(path ->
              out.println(
                  "Nobody can sign in yet. Make the first account at " + daemon.address() + path));
      out.flush();
      Optional<SystemdNotify> systemd = SystemdNotify.of(postbag.environment());
      systemd.ifPresent(notify -> notify.ready(daemon.door(HealthChecks.class)::report));
      stopped.await();
      systemd.ifPresent(SystemdNotify::stopping);
      return status(daemon);
    }
  }

  private static int status(Daemon daemon) {
    if (!daemon.replaced().isDone()) {
      return ExitCode.OK;
    }
    throw Failure.work(
        "another node has taken this one's name on the database: %s; give each a name of its own with postbag.sending.node in config/application.yaml"
            .formatted(daemon.replaced().join()));
  }

  private static void stop(Daemon daemon, CountDownLatch stopped) {
    daemon.close();
    stopped.countDown();
  }
}
