package org.postbag.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postbag.catalog.FileSchema;
import org.postbag.catalog.KeyShape;
import org.postbag.catalog.KeyShapes;
import org.postbag.settings.Defaults;
import org.postbag.settings.SecretFiles;
import org.postbag.settings.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `config …`: the settings as they hold, as they could be, and as a program may check them.
@Command(
    name = "config",
    description = "The settings: as they hold, a fresh file, its JSON Schema.")
public final class ConfigCommand implements Runnable {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  @ParentCommand private PostbagCommand postbag = new PostbagCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "config: say what to do");
  }

  @Command(name = "print", description = "Prints every key with its value; secrets are masked.")
  void print(
      @Option(names = "--effective", description = "Also keys that the file leaves out.")
          boolean effective,
      @Option(names = "--origin", description = "Where each value comes from.") boolean origin,
      @Option(names = "--json", description = "One JSON object a line.") boolean json) {
    SecretFiles secrets = SecretFiles.of(postbag.environment());
    if (!Files.isReadable(SettingsReader.file(postbag.config()))) {
      throw Failure.usage(SettingsReader.file(postbag.config()) + ": cannot be read; see --config");
    }
    for (KeyShapes.Asked key : SettingsReader.keys(postbag.config(), postbag.data(), secrets)) {
      value(key, secrets, effective)
          .ifPresent(value -> line(key, value, origin ? origin(key, secrets) : "", json));
    }
  }

  private void line(KeyShapes.Asked key, String value, String origin, boolean json) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("key", key.path());
      object.put("value", value);
      if (!origin.isEmpty()) {
        object.put("origin", origin);
      }
      JsonLine.print(object, out);
    } else {
      out.println(key.path() + ": " + value + (origin.isEmpty() ? "" : "  # " + origin));
    }
  }

  private static Optional<String> value(
      KeyShapes.Asked key, SecretFiles secrets, boolean effective) {
    if (key.shape().type().equals(KeyShape.OBJECT)) {
      return Optional.empty();
    }
    if (key.line() == 0) {
      return effective ? Defaults.of(key.path()) : Optional.empty();
    }
    if (key.shape().secret()) {
      return Optional.of("•••");
    }
    return Optional.of(
        key.written().map(text -> substituted(text, secrets)).orElse("(a list)").strip());
  }

  private static String substituted(String text, SecretFiles secrets) {
    return VARIABLE
        .matcher(text.replaceAll("//.*@", "//•••@"))
        .replaceAll(name ->
            java.util.regex.Matcher.quoteReplacement(
                secrets.valueOf(name.group(1)).orElse(name.group())));
  }

  private String origin(KeyShapes.Asked key, SecretFiles secrets) {
    if (key.line() == 0) {
      return "standard";
    }
    String place = SettingsReader.file(postbag.config()) + ":" + key.line();
    String variables =
        VARIABLE
            .matcher(key.written().orElse(""))
            .results()
            .map(name -> variable(name, secrets))
            .collect(Collectors.joining(", "));
    return variables.isEmpty() ? place : place + ", from " + variables;
  }

  private static String variable(MatchResult name, SecretFiles secrets) {
    return secrets.originOf(name.group(1)).orElse(name.group(1) + ", which is not set");
  }

  @Command(name = "example", description = "Prints a fresh application.yaml that explains itself.")
  void example() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (InputStream shipped = getClass().getResourceAsStream("/example/application.yaml")) {
      out.print(
          shipped == null
              ? Files.readString(Path.of("config/application.yaml"))
              : new String(shipped.readAllBytes(), StandardCharsets.UTF_8));
    }
    out.flush();
  }

  @Command(
      name = "schema",
      description = "Prints the JSON Schema by which editors complete and check a file.")
  void schema(
      @Parameters(
              paramLabel = "FILE",
              defaultValue = "application",
              description = "application or topic; default: application.")
          String file) {
    Map<String, Object> schema =
        switch (file) {
          case "application" -> SettingsReader.schema();
          case "topic" -> FileSchema.ofTopics();
          default -> throw Failure.usage("no schema is called `" + file + "`; application, topic");
        };
    spec.commandLine()
        .getOut()
        .println(
            JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(schema));
  }
}
