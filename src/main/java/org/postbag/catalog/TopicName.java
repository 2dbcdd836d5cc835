package org.postbag.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// The name of a new topic's file, made of its title.
public final class TopicName {
  private static final int LONGEST = 40;

  /// Pages of the desk stand there.
  private static final Set<String> RESERVED = Set.of("new", "past");

  private TopicName() {}

  /// `nhs-waiting-times`; with a number behind it where there is such a file.
  public static String of(String title, Predicate<String> isTaken) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-");
    String cut = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    String bare = cut.replaceAll("^-+|-+$", "");
    String base = bare.isEmpty() || RESERVED.contains(bare) ? "topic" : bare;
    String name = base;
    for (int i = 2; isTaken.test(name); i++) {
      name = base + "-" + i;
    }
    return name;
  }
}
