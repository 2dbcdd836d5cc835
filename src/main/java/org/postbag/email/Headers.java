package org.postbag.email;

import java.util.List;
import java.util.Optional;

/// The header fields of a letter in their order, unfolded and decoded; names compare without case.
public record Headers(List<Field> fields) {
  /// One header field: its name as written and its value, unfolded, RFC 2047 words decoded.
  ///
  /// @param raw the value before decoding: for fields with a syntax of their own, into which a
  ///   decoded word could bring what was never written
  public record Field(String name, String value, String raw) {
    /// Without encoded words.
    public Field(String name, String value) {
      this(name, value, value);
    }
  }

  public Headers {
    fields = List.copyOf(fields);
  }

  /// The value of the first field of that name.
  public Optional<String> first(String name) {
    return fields.stream()
        .filter(f -> f.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst();
  }

  /// The values of all fields of that name, in their order.
  public List<String> all(String name) {
    return fields.stream().filter(f -> f.name().equalsIgnoreCase(name)).map(Field::value).toList();
  }

  public boolean has(String name) {
    return first(name).isPresent();
  }
}
