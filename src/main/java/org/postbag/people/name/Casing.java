package org.postbag.people.name;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Capitals of names. What has both cases stays as its owner writes it.
final class Casing {
  private static final Pattern MC = Pattern.compile("Mc(\\p{Ll})(?=\\p{Ll}{2})");
  private static final Pattern PART = Pattern.compile("(?<![\\p{L}\\p{M}])(\\p{L})");
  private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\.?-?){1,3}");

  private Casing() {}

  /// `FIONA MCBRIDE` and `fiona mcbride` as `Fiona McBride`, `eMMA` as `Emma`.
  static List<String> of(List<String> words) {
    boolean capitals = words.stream().allMatch(Casing::isCapitals);
    boolean small = words.stream().allMatch(word -> word.equals(lower(word)));
    boolean toggled = words.stream().allMatch(Casing::isToggled);
    boolean all = capitals || small || toggled;
    return java.util.stream.IntStream.range(0, words.size())
        .mapToObj(i -> one(words.get(i), all, i > 0))
        .toList();
  }

  private static String one(String word, boolean all, boolean inside) {
    boolean shortCapitals = INITIALS.matcher(word).matches() && word.length() <= 6;
    if (all && inside && NameLists.isParticle(lower(word)) && !lower(word).equals("ó")) {
      return lower(word);
    }
    if (isInitials(word, all, shortCapitals) || !(all || isShouted(word))) {
      return word;
    }
    String parts = PART.matcher(lower(word)).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
    return MC.matcher(parts).replaceAll(m -> "Mc" + m.group(1).toUpperCase(Locale.ROOT));
  }

  /// `J`, `J.R.`, and `JK` before a name that has small letters.
  private static boolean isInitials(String word, boolean all, boolean shortCapitals) {
    boolean points = word.indexOf('.') > 0;
    return shortCapitals && (points || word.length() == 1 || (!all && word.length() < 3));
  }

  private static boolean isShouted(String word) {
    return word.length() > 2 && isCapitals(word);
  }

  static boolean isCapitals(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(lower(word));
  }

  private static boolean isToggled(String word) {
    return word.length() > 1
        && Character.isLowerCase(word.charAt(0))
        && isCapitals(word.substring(1));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
