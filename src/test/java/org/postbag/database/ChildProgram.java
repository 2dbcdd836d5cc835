package org.postbag.database;

import java.util.ArrayList;
import java.util.List;

/// A program of the tests' own in a process of its own, which can be killed; see [Child].
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
}
