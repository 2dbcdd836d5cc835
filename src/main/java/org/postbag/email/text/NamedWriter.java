package org.postbag.email.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person as a text names one.
///
/// @param name without marks; empty where only an address stands there
/// @param address an addr-spec as it stands there
public record NamedWriter(Optional<String> name, Optional<String> address) {
  static final NamedWriter NOBODY = new NamedWriter(Optional.empty(), Optional.empty());
  private static final int LONGEST = 300;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\p{L}\\d.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\d][\\p{L}\\d.-]{1,120}\\.\\p{L}{2,20}");
  private static final Pattern MARKS =
      Pattern.compile("[<>\\[\\]()\"“”*_]|(?i:mailto:)|\\b(?i:on behalf of|via)\\b.*");

  /// `Ann Lee <ann@example.org>`, `Ann Lee [mailto:ann@example.org]`, and either alone.
  static NamedWriter parse(String written) {
    String text = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
    Matcher address = ADDRESS.matcher(text);
    Optional<String> found = address.find() ? Optional.of(address.group()) : Optional.empty();
    String before = found.isPresent() ? text.substring(0, address.start()) : text;
    String name = MARKS.matcher(before).replaceAll(" ").replaceAll("\\s+", " ").strip();
    String bare = name.replaceAll("^[,;:'-]+|[,;:'-]+$", "").strip();
    boolean isName = !bare.isEmpty() && bare.length() <= 80 && !bare.contains("@");
    return new NamedWriter(isName ? Optional.of(bare) : Optional.empty(), found);
  }

  boolean isNobody() {
    return name.isEmpty() && address.isEmpty();
  }
}
