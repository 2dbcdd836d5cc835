package org.postbag.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// `bin/bench verify [BYTES] [LETTERS]`: how many of so many changed bytes `verify` finds.
final class VerifyBench {
  private VerifyBench() {}

  public static void main(String[] arguments) throws IOException {
    int bytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    int letters = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    Path folder = Files.createTempDirectory("postbag-verify");
    FlippedBytes.Result result = new FlippedBytes(folder, letters).run(bytes, new Random(1));
    System.out.printf(
        "%d bytes changed: %d found, %d in free space, %d missed%n",
        bytes, result.found(), result.harmless(), result.missed().size());
    result.missed().forEach(System.out::println);
  }
}
