package org.postbag.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/// A program of the tests' own in a process of its own, which can be killed.
public final class ChildProgram {
  private ChildProgram() {}

  /// The command that runs a main class with the class path of this process. Ready to run quickly
  /// and in little memory, not fast for long.
  public static ProcessBuilder of(Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command);
  }

  /// Starts the program and waits until it has said a line, such as `reading`. What else it says is
  /// thrown away.
  ///
  /// @throws IllegalStateException when it ended without having said it
  public static Process startedUntil(String line, ProcessBuilder program) throws IOException {
    Process process = program.redirectError(Redirect.DISCARD).start();
    BufferedReader said = process.inputReader();
    String heard = said.readLine();
    while (heard != null && !heard.equals(line)) {
      heard = said.readLine();
    }
    if (heard == null) {
      throw new IllegalStateException(program.command() + " ended and never said " + line);
    }
    Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
    return process;
  }
}
