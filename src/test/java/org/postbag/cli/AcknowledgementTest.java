package org.postbag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AcknowledgementTest {
  private static final JsonNode LETTER =
      JsonMapper.builder()
          .build()
          .readTree(
              """
              {"id": 7, "warnings": [
                {"word": "needs-help", "sentence": "A home."},
                {"word": "needs-help", "sentence": "A death."},
                {"word": "attachment", "sentence": "A file."}]}
              """);

  @Test
  void eachWarningIsAskedForAndAWordIsSeenWhenAllOfItWas() {
    List<String> asked = new ArrayList<>();
    Acknowledgement some =
        new Acknowledgement(
            Set.of(),
            question -> {
              asked.add(question);
              return !question.contains("death");
            });

    assertThat(some.of(LETTER)).containsExactly("attachment");
    assertThat(asked).hasSize(3);
    assertThat(asked.getFirst()).isEqualTo("Letter 7. Warning, needs-help: A home. Seen? (y/N) ");
  }

  @Test
  void whatTheCommandLineNamesIsNotAskedFor() {
    Acknowledgement named = new Acknowledgement(Set.of("needs-help"), _ -> false);

    assertThat(named.of(LETTER)).containsExactly("needs-help");
  }
}
