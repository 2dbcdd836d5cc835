package org.postbag.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Asks for a new password, twice at a terminal, once on standard input.
final class PasswordInput {
  private PasswordInput() {}

  static String read(boolean fromStandardInput) throws IOException {
    if (fromStandardInput) {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      if (line == null) {
        throw Failure.usage("--password-stdin: standard input is empty");
      }
      return line;
    }
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(() ->
                Failure.usage("no terminal to ask for the password on; use --password-stdin"));
    return typed(console);
  }

  private static String typed(Console console) {
    char[] first = console.readPassword("Password: ");
    char[] second = console.readPassword("Once more: ");
    if (first == null || !Arrays.equals(first, second)) {
      throw Failure.usage("the two passwords differ");
    }
    return new String(first);
  }
}
