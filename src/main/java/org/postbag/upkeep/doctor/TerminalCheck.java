package org.postbag.upkeep.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.postbag.upkeep.health.Finding;
import org.postbag.upkeep.health.HealthCheck;

/// Whether the terminal shows what the verbs print, which is always UTF-8.
public record TerminalCheck(Map<String, String> environment) implements HealthCheck {
  private static final String PART = "terminal";

  @Override
  public List<Finding> look() {
    String locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    boolean utf8 = locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8");
    return List.of(
        utf8
            ? Finding.well(PART, "It shows UTF-8.")
            : Finding.notice(
                PART,
                "Its locale is `%s`, so names may look wrong here; set LC_ALL=C.UTF-8."
                    .formatted(locale)));
  }
}
