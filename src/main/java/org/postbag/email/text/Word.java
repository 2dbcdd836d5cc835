package org.postbag.email.text;

import java.util.ArrayList;
import java.util.List;

/// A word of a text, and where it stands.
record Word(int start, int end, long hash) {
  private static final String SENTENCE_ENDS = ".!?:;…。";
  private static final String QUOTE_MARKS = "\"'“”„«»’‘)*_";

  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int start = -1;
    long hash = 7;
    for (int at = 0; at <= text.length(); at++) {
      boolean letter = at < text.length() && Character.isLetterOrDigit(text.charAt(at));
      if (letter) {
        start = start < 0 ? at : start;
        hash = hash * 31 + Character.toLowerCase(text.charAt(at));
      } else if (start >= 0) {
        words.add(new Word(start, at, hash));
        start = -1;
        hash = 7;
      }
    }
    return words;
  }

  /// Whether a sentence may begin here: at the start, below an empty line, behind an end, with a
  /// capital letter in a new line.
  boolean opensSentence(String text) {
    int at = start - 1;
    int lines = 0;
    while (at >= 0 && isBlankOrMark(text.charAt(at))) {
      lines += text.charAt(at) == '\n' ? 1 : 0;
      at--;
    }
    boolean capital = lines > 0 && Character.isUpperCase(text.charAt(start));
    return at < 0 || capital || lines > 1 || SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0;
  }

  boolean endsSentence(String text) {
    int at = end;
    int lines = 0;
    while (at < text.length() && isBlankOrMark(text.charAt(at))) {
      lines += text.charAt(at) == '\n' ? 1 : 0;
      at++;
    }
    return at == text.length() || lines > 1 || SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isBlankOrMark(char c) {
    return Character.isWhitespace(c) || c == '>' || c == 0xa0 || QUOTE_MARKS.indexOf(c) >= 0;
  }

  /// The line's start where nothing but marks of quotation stands between.
  int startWithMarks(String text) {
    int at = start;
    while (at > 0 && text.charAt(at - 1) != '\n' && isBlankOrMark(text.charAt(at - 1))) {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n' ? at : start;
  }

  /// With the punctuation behind it.
  int endWithMarks(String text) {
    int at = end;
    while (at < text.length()
        && text.charAt(at) != '\n'
        && (isBlankOrMark(text.charAt(at)) || SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }
}
