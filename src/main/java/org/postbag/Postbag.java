package org.postbag;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.postbag.cli.CommandLineFrame;

/// The program: hands the command line to its verb.
public final class Postbag {
  private Postbag() {}

  /// Ends the process with 0 (done), 1 (the work failed) or 2 (wrong usage or configuration).
  public static void main(String[] arguments) {
    // UTF-8 whatever the terminal's locale is: the letters of a postbag know no other.
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int status = new CommandLineFrame(out, err, environment()).run(arguments);
    System.exit(status);
  }

  private static Map<String, String> environment() {
    return System.getenv();
  }

  private static PrintWriter utf8(FileDescriptor stream) {
    return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
