package org.postbag.catalog;

import java.util.Optional;

/// What `${NAME}` in a value stands for.
@FunctionalInterface
public interface Variables {
  /// For files in which `${` has no meaning: the text stays as it is.
  Variables LITERAL = name -> Optional.of("${" + name + "}");

  /// The value, or empty when nobody set it.
  Optional<String> valueOf(String name);
}
