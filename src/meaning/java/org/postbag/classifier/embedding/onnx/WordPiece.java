package org.postbag.classifier.embedding.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cuts a text into the pieces of words that BERT's uncased models know, as numbers: in small
/// letters and without accents, each punctuation mark and each Chinese character by itself, each
/// word in the longest known pieces from its beginning; a word that has an unknown piece is unknown
/// as a whole.
final class WordPiece {
  private static final int LONGEST_WORD = 100;
  private static final String INSIDE_A_WORD = "##";

  private final Map<String, Integer> numbers;
  private final int unknown;
  private final int begin;
  private final int end;

  WordPiece(Map<String, Integer> numbers) throws IOException {
    this.numbers = Map.copyOf(numbers);
    unknown = special("[UNK]");
    begin = special("[CLS]");
    end = special("[SEP]");
  }

  private int special(String piece) throws IOException {
    Integer number = numbers.get(piece);
    if (number == null) {
      throw new IOException("the vocabulary has no " + piece);
    }
    return number;
  }

  /// Reads the pieces of a `tokenizer.json`.
  static WordPiece read(InputStream json) throws IOException {
    try {
      Map<String, Integer> numbers = new HashMap<>();
      for (Map.Entry<String, JsonNode> piece :
          JsonMapper.shared().readTree(json).path("model").path("vocab").properties()) {
        numbers.put(piece.getKey(), piece.getValue().asInt());
      }
      return new WordPiece(numbers);
    } catch (JacksonException e) {
      throw new IOException("the vocabulary cannot be read", e);
    }
  }

  /// The numbers of a text's pieces, those of its beginning and its end around them.
  ///
  /// @param most how many numbers at most, 2 or more; the rest of the text is left out
  long[] numbers(String text, int most) {
    List<Integer> found = new ArrayList<>();
    found.add(begin);
    for (String word : words(text)) {
      if (found.size() >= most - 1) {
        break;
      }
      found.addAll(pieces(word));
    }
    List<Integer> kept = found.subList(0, Math.min(found.size(), most - 1));
    long[] all = new long[kept.size() + 1];
    for (int i = 0; i < kept.size(); i++) {
      all[i] = kept.get(i);
    }
    all[kept.size()] = end;
    return all;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> !isDropped(c))
        .map(Character::toLowerCase)
        .forEach(c -> {
          boolean alone = isPunctuation(c) || isChinese(c);
          if (alone || isSpace(c)) {
            add(words, word);
          }
          if (!isSpace(c)) {
            word.appendCodePoint(c);
          }
          if (alone) {
            add(words, word);
          }
        });
    add(words, word);
    return words;
  }

  private static void add(List<String> words, StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isSpace(int c) {
    return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
  }

  private static boolean isDropped(int c) {
    int type = Character.getType(c);
    boolean control =
        type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.SURROGATE
            || type == Character.PRIVATE_USE
            || type == Character.UNASSIGNED;
    return type == Character.NON_SPACING_MARK || c == 0xFFFD || (control && !isSpace(c));
  }

  private static boolean isPunctuation(int c) {
    boolean ascii = (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a');
    return ascii
        || (c > 'z' && c < 0x7F)
        || switch (Character.getType(c)) {
          case Character.CONNECTOR_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION ->
              true;
          default -> false;
        };
  }

  private static boolean isChinese(int c) {
    return (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x20000 && c <= 0x2CEAF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }

  private List<Integer> pieces(String word) {
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      return List.of(unknown);
    }
    List<Integer> pieces = new ArrayList<>();
    int start = 0;
    while (start < word.length()) {
      int to = word.length();
      Integer number = null;
      while (to > start && number == null) {
        String piece = word.substring(start, to);
        number = numbers.get(start == 0 ? piece : INSIDE_A_WORD + piece);
        to -= number == null ? 1 : 0;
      }
      if (number == null) {
        return List.of(unknown);
      }
      pieces.add(number);
      start = to;
    }
    return pieces;
  }
}
