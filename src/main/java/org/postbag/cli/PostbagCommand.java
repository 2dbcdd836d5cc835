package org.postbag.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The program itself: the options that every verb understands, and the verbs.
@Command(
    name = "postbag",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    description =
        "Answers the recurring letters of a public office, each after a person's approval.",
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    footer = "%nExit status: 0 done, 1 the work failed, 2 wrong usage or configuration.",
    subcommands = {
      DemoCommand.class,
      DoctorCommand.class,
      RunCommand.class,
      AuditCommand.class,
      BackupCommand.class,
      CampaignsCommand.class,
      CheckCommand.class,
      ConfigCommand.class,
      ConstituencyCommand.class,
      ExplainCommand.class,
      HoldCommand.class,
      PastCommand.class,
      PersonCommand.class,
      QueueCommand.class,
      ReconcileCommand.class,
      RestoreCommand.class,
      RetentionCommand.class,
      TopicsCommand.class,
      TransparencyCommand.class,
      TryNowCommand.class,
      UserCommand.class,
      VerifyCommand.class
    })
public final class PostbagCommand {
  private final Map<String, String> environment;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The configuration; default: POSTBAG_CONFIG, or config.")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The data folder; default: POSTBAG_DATA, or data.")
  private @Nullable Path data;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Shows stack traces and what is logged.")
  private boolean debug;

  PostbagCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// For the fields of verbs, until the command line fills them.
  PostbagCommand() {
    this(Map.of());
  }

  /// The configuration folder: as given; else `config` here; else the one beside the program.
  public Path config() {
    return given(config, "POSTBAG_CONFIG").orElseGet(() -> root().resolve("config"));
  }

  /// The data folder: as given; else `data` beside the configuration that [#config] found by
  /// itself.
  public Path data() {
    return given(data, "POSTBAG_DATA").orElseGet(() -> root().resolve("data"));
  }

  /// Whether `--data` or its variable named the folder.
  public boolean dataGiven() {
    return given(data, "POSTBAG_DATA").isPresent();
  }

  public boolean debug() {
    return debug;
  }

  public Map<String, String> environment() {
    return environment;
  }

  private Optional<Path> given(@Nullable Path option, String variable) {
    return Optional.ofNullable(option)
        .or(() ->
            Optional.ofNullable(environment.get(variable)).filter(v -> !v.isBlank()).map(Path::of));
  }

  /// The working folder, unless only the program's own folder holds a configuration.
  private Path root() {
    Path here = Path.of("");
    Optional<Path> home =
        Optional.ofNullable(environment.get("POSTBAG_HOME"))
            .map(Path::of)
            .filter(PostbagCommand::holdsConfiguration);
    return holdsConfiguration(here) || given(config, "POSTBAG_CONFIG").isPresent()
        ? here
        : home.orElse(here);
  }

  private static boolean holdsConfiguration(Path folder) {
    return Files.exists(folder.resolve("config/application.yaml"))
        || Files.isDirectory(folder.resolve("config/topics"));
  }
}
