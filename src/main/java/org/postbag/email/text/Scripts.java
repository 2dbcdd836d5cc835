package org.postbag.email.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/// Scripts that stand for one language in the letters of an office.
final class Scripts {
  private static final int MAJORITY = 3;

  private Scripts() {}

  /// The language that the script of most letters in `text` means; empty for scripts that many
  /// languages share.
  static String language(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        counts.merge(UnicodeScript.of(c), 1, Integer::sum);
      }
    }
    return counts.isEmpty() ? "" : language(counts, letters);
  }

  private static String language(Map<UnicodeScript, Integer> counts, int letters) {
    int kana = of(counts, UnicodeScript.HIRAGANA) + of(counts, UnicodeScript.KATAKANA);
    int han = of(counts, UnicodeScript.HAN);
    if (kana + han > letters / MAJORITY) {
      return kana * 20 > han ? "ja" : "zh";
    }
    return counts.entrySet().stream()
        .filter(e -> e.getValue() * 2 > letters)
        .map(e -> alone(e.getKey()))
        .findFirst()
        .orElse("");
  }

  private static int of(Map<UnicodeScript, Integer> counts, UnicodeScript script) {
    return counts.getOrDefault(script, 0);
  }

  @SuppressWarnings("UnnecessaryDefaultInEnumSwitch") // Unicode has more than 160 scripts
  private static String alone(UnicodeScript script) {
    return switch (script) {
      case HANGUL -> "ko";
      case GREEK -> "el";
      case HEBREW -> "he";
      case ARABIC -> "ar";
      case THAI -> "th";
      case ARMENIAN -> "hy";
      case GEORGIAN -> "ka";
      case DEVANAGARI -> "hi";
      case BENGALI -> "bn";
      case GURMUKHI -> "pa";
      case GUJARATI -> "gu";
      case TAMIL -> "ta";
      default -> "";
    };
  }
}
