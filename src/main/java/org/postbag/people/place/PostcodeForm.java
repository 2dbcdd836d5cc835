package org.postbag.people.place;

import java.util.Locale;
import java.util.stream.Collectors;

/// One form of a postcode, such as `AA9 9?AA`, and the regular expression that finds it as people
/// write it.
///
/// @param slots the form without blanks
/// @param blank where the blank stands, counted in slots; their number when there is none
record PostcodeForm(String form, String slots, int blank) {
  /// Blanks of all kinds, invisible ones too, and hyphens (Unicode Zs, Cf, Pd).
  private static final String SEPARATOR = "[\\s\\p{Zs}\\u200b\\u2060\\ufeff\\p{Pd}]";

  static PostcodeForm of(String form) {
    String bare = form.replace("?", "");
    int blank = bare.indexOf(' ');
    return new PostcodeForm(form, bare.replace(" ", ""), blank < 0 ? bare.length() : blank);
  }

  String pattern() {
    return form.chars().mapToObj(c -> part((char) c)).collect(Collectors.joining());
  }

  /// The same with a blank between all letters, which are large then: nobody writes words so.
  String spacedPattern() {
    return slots
        .chars()
        .mapToObj(c -> part((char) c).replace("a-z", "").replace("oil", ""))
        .collect(Collectors.joining(" "));
  }

  private static String part(char c) {
    return switch (c) {
      case 'A' -> "[A-Za-z01]";
      case '9' -> "[0-9OoIil]";
      case '*' -> "[A-Za-z0-9]";
      case ' ' -> SEPARATOR + "{0,3}";
      case '?' -> SEPARATOR + "?";
      default -> throw new IllegalStateException("no part of a form: " + c);
    };
  }

  /// As the form asks: capitals, letters for letters and digits for digits.
  String written(String found, String blankAs) {
    String letters = found.replaceAll("[^A-Za-z0-9]", "");
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < slots.length(); i++) {
      code.append(i == blank ? blankAs : "").append(slot(slots.charAt(i), letters.charAt(i)));
    }
    return code.toString();
  }

  private static String slot(char slot, char written) {
    String large = String.valueOf(written).toUpperCase(Locale.ROOT);
    return switch (slot) {
      case 'A' -> large.replace('0', 'O').replace('1', 'I');
      case '9' -> large.replace('O', '0').replace('I', '1').replace('L', '1');
      default -> large;
    };
  }
}
