package org.postbag.catalog;

import java.util.Objects;

/// A password, token or key: it never shows itself, whoever prints the record that holds it.
///
/// It may be changed while the program runs; it is read again at each sign-in.
public final class Secret {
  private volatile String value;

  public Secret(String value) {
    this.value = value;
  }

  /// The secret itself, for the one place that signs in with it.
  public String reveal() {
    return value;
  }

  /// From now on it is the other one.
  public void changeTo(Secret other) {
    value = other.value;
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Secret secret && value.equals(secret.value);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(value);
  }

  @Override
  public String toString() {
    return "•••";
  }
}
