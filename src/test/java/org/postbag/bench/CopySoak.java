package org.postbag.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.postbag.RestoredCopies;

/// `bin/soak copy [COPIES] [LETTERS] [SEED]`: replies leave while the database is copied at random
/// moments; a daemon on each copy, started later beside the same mailbox, must send none again.
public final class CopySoak {
  private CopySoak() {}

  public static void main(String[] options) throws Exception {
    int copies = options.length > 0 ? Integer.parseInt(options[0]) : 20;
    int letters = options.length > 1 ? Integer.parseInt(options[1]) : 30;
    long seed = options.length > 2 ? Long.parseLong(options[2]) : new Random().nextLong();
    System.out.printf("%d copies, %d letters each, seed %d%n", copies, letters, seed);
    Path folder = Files.createTempDirectory("postbag-soak");
    int twice = 0;
    int untold = 0;
    try (RestoredCopies all = new RestoredCopies(folder, letters, new Random(seed))) {
      for (int copy = 0; copy < copies; copy++) {
        RestoredCopies.Result result = all.run();
        System.out.println(result);
        twice += result.twice().size();
        untold += result.waiting() - result.told();
      }
    }
    System.out.printf("%d replies left twice, %d answered letters were not told%n", twice, untold);
    System.exit(twice + untold == 0 ? 0 : 1);
  }
}
