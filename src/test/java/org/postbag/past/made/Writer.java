package org.postbag.past.made;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Somebody who writes to the office.
record Writer(String first, String last, String address, String home, String register) {
  private static final List<String> REGISTERS =
      List.of("plain", "formal", "angry", "brief", "long");

  static Writer next(Words words, int number) {
    String first = words.one(words.list("first"));
    String last = words.one(words.list("last"));
    String domain = words.one(List.of("example.com", "mail.example.net", "post.example.org"));
    String address = (first + "." + last + number + "@" + domain).toLowerCase(Locale.ENGLISH);
    Random chance = words.chance();
    String home =
        "%d %s\n%s\nTB%d %dXY"
            .formatted(
                chance.nextInt(1, 120),
                words.one(words.list("street")),
                words.one(words.list("town")),
                chance.nextInt(1, 30),
                chance.nextInt(1, 9));
    return new Writer(first, last, address, home, words.one(REGISTERS));
  }

  String name() {
    return first + " " + last;
  }

  String mailbox() {
    return name() + " <" + address + ">";
  }

  /// As the letter ends.
  String signature(Words words, Instant at) {
    String close = words.one(register + "-close", at);
    return switch (register) {
      case "brief" -> close + "\n" + first;
      case "formal" -> close + "\n\nYours faithfully,\n\n" + name() + "\n" + home;
      default ->
          close
              + "\n\n"
              + (words.in(0.5) ? "Regards,\n" : "Yours sincerely,\n")
              + name()
              + "\n"
              + home;
    };
  }
}
