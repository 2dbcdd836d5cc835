package org.postbag.catalog;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces `${NAME}` in a value, once: what a variable holds is not looked into again.
final class Substitution {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

  private final Variables variables;

  Substitution(Variables variables) {
    this.variables = variables;
  }

  /// Whether a `${` in it is not closed.
  static boolean isOpen(String value) {
    return REFERENCE.matcher(value).replaceAll("").contains("${");
  }

  /// The value with all names replaced; empty when `missing` was told of one.
  Optional<String> apply(String value, Consumer<String> missing) {
    Matcher references = REFERENCE.matcher(value);
    boolean[] complete = {true};
    String result =
        references.replaceAll(reference ->
            Matcher.quoteReplacement(
                resolve(reference)
                    .orElseGet(() -> {
                      complete[0] = false;
                      missing.accept(reference.group(1));
                      return "";
                    })));
    return complete[0] ? Optional.of(result) : Optional.empty();
  }

  private Optional<String> resolve(MatchResult reference) {
    return variables.valueOf(reference.group(1));
  }
}
