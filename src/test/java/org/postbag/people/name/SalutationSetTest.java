package org.postbag.people.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A set of names with their right salutations. Every second row was held out while the rules were
/// tuned; both halves are held to the same limits here.
class SalutationSetTest {
  private static final double MOST_WRONG = 0.01;
  private static final double LEAST_RIGHT = 0.85;

  private record Row(String display, String signature, List<String> right) {
    static Row of(String line) {
      String[] fields = line.split("\\|", -1);
      String signature = fields[1].equals("=") ? fields[0] : fields[1].replace("\\n", "\n");
      List<String> right = fields[2].isEmpty() ? List.of() : List.of(fields[2].split("~"));
      return new Row(fields[0], signature, right);
    }

    String salutation() {
      return Salutations.STANDARD.of(
          WriterNames.of(
                  TestLetters.from("", "I write about fireworks, please reply.", signature),
                  Optional.of(display).filter(name -> !name.isEmpty()),
                  NameSource.DISPLAY_NAME)
              .map(KnownName::name),
          "en");
    }
  }

  private static List<Row> rows() throws IOException {
    try (InputStream in = SalutationSetTest.class.getResourceAsStream("salutations.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(Row::of).toList();
    }
  }

  @Test
  void inBothHalvesAlmostNobodyIsGreetedWronglyAndMostAreGreetedByName() throws IOException {
    List<Row> all = rows();
    for (int half = 0; half < 2; half++) {
      List<String> wrong = new ArrayList<>();
      int named = 0;
      int right = 0;
      for (int i = half; i < all.size(); i += 2) {
        Row row = all.get(i);
        String salutation = row.salutation();
        boolean fits = row.right().contains(salutation);
        named += row.right().isEmpty() ? 0 : 1;
        right += fits ? 1 : 0;
        if (!fits && !salutation.equals("Dear Sir or Madam")) {
          wrong.add(row + " " + salutation);
        }
      }
      assertThat(wrong).hasSizeLessThanOrEqualTo((int) (MOST_WRONG * all.size() / 2));
      assertThat((double) right / named).isGreaterThan(LEAST_RIGHT);
    }
  }
}
