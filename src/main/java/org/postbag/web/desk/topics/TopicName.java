package org.postbag.web.desk.topics;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/// The name of a new topic's file, made of its title.
final class TopicName {
  private static final int LONGEST = 40;

  private TopicName() {}

  /// `nhs-waiting-times`; with a number behind it where there is such a file.
  static String of(String title, Predicate<String> isTaken) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-");
    String cut = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    String bare = cut.replaceAll("^-+|-+$", "");
    String base = bare.isEmpty() || bare.equals("new") ? "topic" : bare;
    String name = base;
    for (int i = 2; isTaken.test(name); i++) {
      name = base + "-" + i;
    }
    return name;
  }
}
