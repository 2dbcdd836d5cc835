package org.postbag.classifier.text;

/// The first consonant of a Welsh word changes with the word before it: `plant`, `blant`, `phlant`,
/// `mhlant`. There is no stemmer for Welsh; that these are one word is worth more than any ending.
/// Consonants that change into one another get one letter, so that a few words that only differ
/// there become one as well. Source: the tables of soft, nasal and aspirate mutation in every
/// grammar of Welsh.
final class WelshMutation {
  private static final int SHORTEST = 3;

  /// What a word begins with and what stands for it, the longest first.
  private static final String[][] BEGINNINGS = {
    {"ngw", "w"},
    {"gw", "w"},
    {"ngh", "c"},
    {"ng", "c"},
    {"ch", "c"},
    {"g", "c"},
    {"mh", "b"},
    {"ph", "b"},
    {"ff", "ff"},
    {"f", "b"},
    {"m", "b"},
    {"p", "b"},
    {"nh", "t"},
    {"th", "t"},
    {"dd", "t"},
    {"d", "t"},
    {"ll", "l"},
    {"rh", "r"}
  };

  private WelshMutation() {}

  /// @param word in lower case and without accents
  static String undone(String word) {
    if (word.length() < SHORTEST) {
      return word;
    }
    for (String[] beginning : BEGINNINGS) {
      if (word.startsWith(beginning[0])) {
        return beginning[1] + word.substring(beginning[0].length());
      }
    }
    return word;
  }
}
